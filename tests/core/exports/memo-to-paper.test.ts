import { describe, expect, it } from 'vitest'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import type { HeadingBlock, Paper, PaperBlock } from '../../../src/core/exports/paper.ts'
import { aCite, type DocumentNode, type MemoHead } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { aHead, anId, aPassage, br, bullets, cite, doc, h, item, linked, marked, numbered, p, quotation } from './a-memo.ts'

interface Made {
  head?: Partial<MemoHead>
  passages?: PassageDetail[]
}

const convert = (document: DocumentNode, { head = {}, passages = [] }: Made = {}) =>
  memoToPaper({ head: aHead(head), document, passages: new Map(passages.map((one) => [one.id, one])), size: 'a4' })

const bodyOf = (...content: DocumentNode[]): PaperBlock[] => convert(doc(...content)).paper.body

const words = (text: string, emphasis: string[] = [], link: string | null = null) => ({ kind: 'text', text, emphasis, link })
const paragraph = (...content: unknown[]) => ({ kind: 'paragraph', whole: false, direction: 'ltr', language: null, content })

describe('blocks', () => {
  it('keep their text, marks and links', () => {
    const mixed = p('Plain ', marked('bold', 'bold', 'italic'), br(), linked('site', 'https://example.org/a'))
    expect(bodyOf(mixed)).toEqual([
      paragraph(
        words('Plain '),
        words('bold', ['bold', 'italic']),
        { kind: 'break' },
        words('site', [], 'https://example.org/a'),
      ),
    ])
  })

  it('nest lists and number them from their start', () => {
    const [list] = bodyOf(numbered(3, item(p('three'), bullets(item(p('inner')))), item(p('four'))))
    expect(list).toEqual({
      kind: 'list',
      ordered: true,
      start: 3,
      tight: true,
      direction: 'ltr',
      whole: false,
      items: [
        [
          paragraph(words('three')),
          {
            kind: 'list',
            ordered: false,
            start: 1,
            tight: true,
            direction: 'ltr',
            whole: false,
            items: [[paragraph(words('inner'))]],
          },
        ],
        [paragraph(words('four'))],
      ],
    })
  })

  it('leave out empty paragraphs and empty headings', () => {
    expect(bodyOf(p(), h(1), p('   '), p(br()), quotation(p()))).toEqual([])
  })

  it('run in the direction of their first strong character', () => {
    const directions = bodyOf(p('12 שלום world'), p('العربية'), p('World שלום'), p('123 …'))
    expect(directions.map((block) => 'direction' in block && [block.direction, 'language' in block && block.language])).toEqual([
      ['rtl', 'he'],
      ['rtl', 'ar'],
      ['ltr', null],
      [null, null],
    ])
  })

  it('survive nesting without end: what lies too deep is printed less indented', () => {
    let deep: DocumentNode = p('the deepest word')
    for (let depth = 0; depth < 20_000; depth += 1) deep = depth % 2 ? bullets(item(deep)) : quotation(deep)
    const { paper, warnings } = convert(doc(deep))
    expect(JSON.stringify(paper.body)).toContain('the deepest word')
    expect(warnings).toEqual(['Lists or quotations nest deeper than a page can show. Their text was kept, less indented.'])
  })

  it('keep the text of nodes nobody knows, and say so once for each kind', () => {
    const { paper, warnings } = convert(
      doc(
        { type: 'sidebar', content: [p('inside'), { type: 'sidebar', content: [p('further in')] }] },
        p('before ', { type: 'mention', attrs: { label: '@anna' } }, ' after'),
        { type: 'hologram', attrs: { src: 'x.png' } },
        { type: 'paragraph', content: [marked('glowing', 'glow')] },
      ),
    )
    expect(paper.body).toEqual([
      paragraph(words('inside')),
      paragraph(words('further in')),
      paragraph(words('before '), words('@anna'), words(' after')),
      paragraph(words('glowing')),
    ])
    expect(warnings).toEqual([
      'An export does not know “sidebar”. Its text was kept, its form was not.',
      'An export does not know “mention”. Its text was kept, its form was not.',
      'An export does not know “hologram”. It holds no text and was left out.',
      'Text marked “glow” is written without that mark, which an export does not know.',
    ])
  })

  it('take out what no page can carry and count it', () => {
    const { paper, warnings } = convert(doc(p('a\u0000b\u0007c\ufeffd\ud800e\tf')))
    expect(paper.body).toEqual([paragraph(words('abcd\ufffde f'))])
    expect(warnings).toEqual(['3 control characters have no printed form and were left out.'])
  })

  it('refuse to make links of anything but web and mail addresses', () => {
    const { paper, warnings } = convert(doc(p(linked('x', 'javascript:alert(1)'), linked('y', 'mailto:a@example.org'))))
    expect(paper.body).toEqual([paragraph(words('x'), words('y', [], 'mailto:a@example.org'))])
    expect(warnings).toEqual([
      'A link to “javascript:alert(1)” is written as plain text: only web and mail addresses can be clicked.',
    ])
  })
})

describe('headings', () => {
  const ranks = (...levels: number[]) =>
    bodyOf(...levels.map((level) => h(level, `level ${level}`))).map((block) => (block as HeadingBlock).rank)

  it('are bookmarked from 1 without a gap, whatever levels they have', () => {
    expect(ranks(1, 2, 3, 1)).toEqual([1, 2, 3, 1])
    expect(ranks(2, 3, 1, 3)).toEqual([1, 2, 1, 2])
    expect(ranks(3, 3, 2, 1)).toEqual([1, 1, 1, 1])
  })

  it('keep their looks', () => {
    expect(bodyOf(h(3, 'small'), h(6, 'smaller')).map((block) => (block as HeadingBlock).level)).toEqual([3, 3])
  })
})

describe('notes', () => {
  const time = aPassage({ id: anId(1, 'p'), quote: 'found no compromise', paragraphNumber: 4 })
  const meyer = aPassage({
    id: anId(2, 'p'),
    source: anId(2, 's'),
    authors: 'Kai Meyer',
    sourceTitle: 'Frozen assets',
    containerTitle: 'Policy Review',
    issued: '2025-10-14',
    reliability: 'A',
    paragraphNumber: 14,
    quote: 'repaid only once',
  })
  const notesOf = (paper: Paper) => paper.notes
  const mark = (number: number, { source }: PassageDetail, follows = false) => ({
    kind: 'citation',
    number,
    note: number,
    text: null,
    evidence: [number],
    source,
    follows,
  })

  it('are numbered through the memo, each citation its own', () => {
    const { paper } = convert(doc(p('A', cite(time), cite(meyer)), bullets(item(p('B ', cite(time))))), { passages: [time, meyer] })
    expect(paper.body[0]).toEqual({
      ...paragraph(words('A'), mark(1, time), mark(2, meyer, true)),
    })
    expect(notesOf(paper).map(({ number, source, quote }) => [number, source, quote])).toEqual([
      [1, time.source, 'found no compromise'],
      [2, meyer.source, 'repaid only once'],
      [3, time.source, 'found no compromise'],
    ])
  })

  it('name author or container, title, date or its absence, paragraph and quotation', () => {
    const { paper } = convert(doc(p(cite(time), cite(meyer))), { passages: [time, meyer] })
    expect(notesOf(paper)).toEqual([
      {
        number: 1,
        state: 'current',
        prefix: null,
        suffix: null,
        source: time.source,
        lead: 'TIME',
        title: 'Why the U.S.-Russia Ukraine Talks Failed',
        container: null,
        date: 'n.d.',
        paragraph: '¶ 4',
        quote: 'found no compromise',
        ownMarks: false,
        remark: null,
        further: [],
        styled: null,
        evidence: [1],
      },
      {
        number: 2,
        state: 'current',
        prefix: null,
        suffix: null,
        source: meyer.source,
        lead: 'Kai Meyer',
        title: 'Frozen assets',
        container: 'Policy Review',
        date: '14 October 2025',
        paragraph: '¶ 14',
        quote: 'repaid only once',
        ownMarks: false,
        remark: null,
        further: [],
        styled: null,
        evidence: [2],
      },
    ])
  })

  it('name pages where the source has them, unless the writer names another place', () => {
    const [one, several] = [{ ...time, pages: '4' }, { ...meyer, pages: '147–148' }]
    const own = cite(one)
    own.attrs = { ...own.attrs, cites: [{ ...aCite(one.id, 1, one.quote), locator: { label: 'page', value: '9, 12' } }] }
    const { paper } = convert(doc(p(cite(one), cite(several), own)), { passages: [one, several] })
    expect(notesOf(paper).map(({ paragraph: place }) => place)).toEqual(['p. 4', 'pp. 147–148', 'pp. 9, 12'])
    expect(paper.evidence.map(({ place }) => place)).toEqual(['p. 4', 'pp. 147–148'])
  })

  it('keep the words of a passage that was deleted, and say so', () => {
    const { paper } = convert(doc(p('A', cite({ id: anId(9, 'p'), quote: 'words that were kept' }))))
    expect(notesOf(paper)).toEqual([
      {
        number: 1,
        state: 'gone',
        prefix: null,
        suffix: null,
        source: null,
        lead: null,
        title: null,
        container: null,
        date: null,
        paragraph: null,
        quote: 'words that were kept',
        ownMarks: false,
        remark: 'The passage was deleted after it was cited; its words were kept.',
        further: [],
        styled: null,
        evidence: [],
      },
    ])
    expect(paper.sources).toEqual([])
  })

  it('hold every reference of a citation, with what the writer set around it', () => {
    const several = cite(time)
    several.attrs = {
      ...several.attrs,
      cites: [
        { ...aCite(time.id, 1, time.quote), prefix: 'see', suppressAuthor: true },
        { ...aCite(meyer.id, 1, meyer.quote), suffix: 'emphasis added', locator: { label: 'page', value: '12' } },
      ],
    }
    const { paper } = convert(doc(p('A', several)), { passages: [time, meyer] })
    const [note] = notesOf(paper)
    expect([note, ...(note?.further ?? [])].map((one) => [one?.prefix, one?.lead, one?.paragraph, one?.suffix])).toEqual([
      ['see', null, '¶ 4', null],
      [null, 'Kai Meyer', 'p. 12', 'emphasis added'],
    ])
    expect(paper.sources.map(({ source, notes }) => [source, notes])).toEqual([[meyer.source, [1]], [time.source, [1]]])
  })

  it('print the words that were cited when the passage has changed since', () => {
    const { paper } = convert(doc(p(cite({ id: time.id, quote: 'found a compromise' }))), { passages: [time] })
    expect(notesOf(paper).map(({ state, quote, remark }) => ({ state, quote, remark }))).toEqual([
      {
        state: 'changed',
        quote: 'found a compromise',
        remark: 'The passage has changed since it was cited; these are the words that were cited.',
      },
    ])
  })

  it('survive citations whose attributes make no sense', () => {
    const broken = [{}, { cites: [{ passage: 7, quote: [] }] }, { cites: [{ passage: 'constructor', quote: 'x'.repeat(3) }] }]
    const { paper } = convert(doc(p(...broken.map((attrs) => ({ type: 'citation', attrs })))))
    expect(notesOf(paper).map(({ state, quote }) => [state, quote])).toEqual([
      ['gone', ''],
      ['gone', ''],
      ['gone', 'xxx'],
    ])
  })

  it('hang on the word before them: the space a writer left goes', () => {
    const { paper } = convert(doc(p('word ', cite(time), ' ', cite(meyer), ' next')), { passages: [time, meyer] })
    expect(paper.body).toEqual([
      {
        ...paragraph(
          words('word'),
          mark(1, time),
          mark(2, meyer, true),
          words(' next'),
        ),
        },
    ])
  })

  it('isolate the parts of a reference that run against the memo, and never its quotation', () => {
    const hebrew = aPassage({ containerTitle: 'הארץ', sourceTitle: 'משא ומתן', quote: 'עד כה' })
    const partsIn = (language: string) =>
      convert(doc(p(cite(hebrew))), { passages: [hebrew], head: { language } }).paper.notes.map(({ lead, title, quote }) => [lead, title, quote])
    expect(partsIn('en')).toEqual([['\u2068הארץ\u2069', '\u2068משא ומתן\u2069', 'עד כה']])
    expect(partsIn('he')).toEqual([['הארץ', 'משא ומתן', 'עד כה']])
  })

  it('lead to a source list in alphabetical order that names the notes of each source', () => {
    const { paper } = convert(doc(p(cite(time), cite(meyer), cite(time))), { passages: [time, meyer] })
    expect(paper.sources).toEqual([
      {
        source: meyer.source,
        lead: 'Kai Meyer',
        title: 'Frozen assets',
        container: 'Policy Review',
        date: '14 October 2025',
        reliability: 'Reliability A, reliable',
        url: null,
        accessed: null,
        notes: [2],
        styled: null,
      },
      {
        source: time.source,
        lead: 'TIME',
        title: 'Why the U.S.-Russia Ukraine Talks Failed',
        container: null,
        date: 'n.d.',
        reliability: 'Reliability B, usually reliable',
        url: null,
        accessed: null,
        notes: [1, 3],
        styled: null,
      },
    ])
  })
})

describe('the head', () => {
  it('prints what is filled in and leaves out what is not', () => {
    const { paper } = convert(doc(), { head: { audience: '', date: '2025-12', authors: 'Anna Lindqvist', tlp: null } })
    expect(paper.head.map(({ label, value }) => [label, value])).toEqual([
      ['From', 'Anna Lindqvist'],
      ['Date', 'December 2025'],
      ['Status', 'Draft'],
    ])
    expect([paper.tlp, paper.keywords, paper.authors]).toEqual([null, ['Draft'], 'Anna Lindqvist'])
  })

  it('has a title even where the memo has none', () => {
    expect(convert(doc(), { head: { title: ' \n ' } }).paper.title).toBe('Untitled memo')
  })

  it('writes dates as the memo’s language does', () => {
    const dateIn = (language: string) => convert(doc(), { head: { language } }).paper.head.find(({ label }) => ['Date', 'Datum'].includes(label))?.value
    expect(['en', 'en-US', 'de', 'not a tag'].map(dateIn)).toEqual([
      '2 December 2025',
      'December 2, 2025',
      '2. Dezember 2025',
      '2 December 2025',
    ])
  })

  it('shortens a long title for the running head', () => {
    const { paper } = convert(doc(), { head: { title: 'A very long title '.repeat(20) } })
    expect(paper.shortTitle).toBe('A very long title A very long title A very long title A very long…')
  })

  it('gives Typst a language it can take, for any tag', () => {
    const languageOf = (language: string) => {
      const { paper } = convert(doc(), { head: { language } })
      return [paper.language, paper.region, paper.direction]
    }
    expect(['en-GB', 'he', 'fa-IR', 'zh-Hant-TW', 'es-419', '', '"]#panic()'].map(languageOf)).toEqual([
      ['en', 'GB', 'ltr'],
      ['he', null, 'rtl'],
      ['fa', 'IR', 'rtl'],
      ['zh', 'TW', 'ltr'],
      ['es', null, 'ltr'],
      ['en', null, 'ltr'],
      ['en', null, 'ltr'],
    ])
  })
})
