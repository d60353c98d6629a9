import { readdirSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile, type MemoExported } from '../../../src/core/exports/export-memo.ts'
import type { DocumentNode, MemoHead } from '../../../src/shared/memos.ts'
import type { PassageDetail } from '../../../src/shared/passages.ts'
import { aFolder, resources } from '../a-core.ts'
import {
  aHead,
  aLongMemo,
  anId,
  aPassage,
  br,
  bullets,
  cite,
  doc,
  h,
  item,
  linked,
  marked,
  numbered,
  p,
  quotation,
  row,
  table,
  td,
  th,
} from './a-memo.ts'
import {
  addressesOf,
  bookmarksOf,
  factsOf,
  fontsOf,
  languageOf,
  metadataOf,
  pagesOf,
  rawTextOf,
  tagsOf,
  textOf,
} from './poppler.ts'
import { hostileStrings, scriptStrings } from './sample-text.ts'

afterAll(closeTypst)

interface Asked {
  head?: Partial<MemoHead>
  passages?: PassageDetail[]
  paper?: 'a4' | 'letter'
  folder?: string
  fontFolders?: string[]
}

/** Exports with the bundled fonts alone, so that a test sees the same fonts on every machine. */
const exported = (document: DocumentNode, asked: Asked = {}): Promise<MemoExported> =>
  exportMemoToFile({
    memo: { head: aHead(asked.head), document },
    passages: asked.passages ?? [],
    format: 'pdf',
    resources,
    folder: asked.folder ?? aFolder(),
    fontFolders: asked.fontFolders ?? [],
    options: { annex: false, ...(asked.paper ? { paper: asked.paper } : {}) },
  })

const first = aPassage({ id: anId(1, 'p'), quote: 'two bites at the negotiating apple', paragraphNumber: 6 })
const second = aPassage({ id: anId(2, 'p'), quote: '“So far, no compromise has been found,”', paragraphNumber: 1 })
const memo = doc(
  h(1, 'Key judgment'),
  p('It is ', marked('very unlikely', 'bold'), ' that Moscow accepts a cease-fire.', cite(first), cite(second)),
  h(2, 'What happened'),
  p('The ', linked('transcript', 'https://example.org/transcript'), ' was published.', br(), 'On a new line.'),
  bullets(item(p('a point', cite(first))), item(p('another'), numbered(3, item(p('third'))))),
  quotation(p('A quotation that stands apart.')),
  table(row(th('Instrument'), th('Effect')), row(td('Oil sanctions'), td('Revenue falls', cite(second)))),
  h(1, 'What to do'),
  p('Enforce the sanctions.'),
)

describe('a memo as PDF', () => {
  it('holds the head, the text, the notes and the sources', async () => {
    const { path, name, warnings, size } = await exported(memo, { passages: [first, second] })
    const text = textOf(path)
    expect([name, warnings, String(size)]).toEqual(['Pressure before proposals.pdf', [], factsOf(path)['File size']?.split(' ')[0]])
    const words = [
      'Pressure before proposals',
      'Policy director Anna Lindqvist 2 December 2025 Draft TLP:AMBER',
      'It is very unlikely that Moscow accepts a cease-fire.1,2',
      'The transcript was published. On a new line.',
      '• a point3 • another 3. third',
      'A quotation that stands apart.',
      'Instrument Effect Oil sanctions Revenue falls4',
      '1 TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d., ¶ 6: “two bites at the negotiating apple”.',
      '2 TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d., ¶ 1: “So far, no compromise has been found,”',
      'Sources TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d. Reliability B, usually reliable. Notes 1, 2, 3, 4.',
    ]
    expect(words.filter((part) => !text.includes(part))).toEqual([])
  })

  it('is tagged, claims PDF/UA-1 and names title, author, language and handling', async () => {
    const { path } = await exported(memo, { passages: [first, second], head: { language: 'en-US' } })
    const { Title, Author, Keywords, Tagged } = factsOf(path)
    expect({ Title, Author, Keywords, Tagged }).toEqual({
      Title: 'Pressure before proposals',
      Author: 'Anna Lindqvist',
      Keywords: 'TLP:AMBER, Draft',
      Tagged: 'yes',
    })
    expect(metadataOf(path)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(languageOf(path)).toBe('en-US')
  })

  it('has headings, lists, notes, quotations and tables as such in its structure', async () => {
    const { path } = await exported(memo, { passages: [first, second] })
    const tags = tagsOf(path)
    const kept = new Set(['H1', 'H2', 'L', 'LI', 'BlockQuote', 'Table', 'THead', 'TH', 'TBody', 'TD', 'Note'])
    expect(tags.filter((tag) => kept.has(tag))).toEqual(
      ['H1', 'Note', 'Note', 'H2', 'L', 'LI', 'Note', 'LI', 'L', 'LI', 'BlockQuote', 'Table', 'THead', 'TH', 'TH', 'TBody'].concat(
        ['TD', 'TD', 'Note', 'H1', 'H1'],
      ),
    )
  })

  it('has its headings as bookmarks, in their order and without a gap', async () => {
    const { path } = await exported(doc(h(3, 'small first'), p('x'), h(1, 'One', cite(first)), h(3, 'Deep #x <y>')), { passages: [first] })
    expect(bookmarksOf(path)).toEqual([
      { title: 'small first', inside: [] },
      { title: 'One', inside: [{ title: 'Deep #x &lt;y&gt;', inside: [] }] },
      { title: 'Sources', inside: [] },
    ])
  })

  it('opens web and mail addresses and no others', async () => {
    const links = ['https://example.org/a?b=c#d', 'mailto:a@example.org', 'javascript:alert(1)', 'file:///etc/passwd']
    const { path, warnings } = await exported(doc(p(...links.map((href) => linked(`to ${href} `, href)))))
    expect(addressesOf(path)).toEqual(['https://example.org/a?b=c#d', 'mailto:a@example.org'])
    expect(warnings).toHaveLength(2)
  })

  it('embeds every font', async () => {
    const { path } = await exported(memo, { passages: [first, second] })
    expect(fontsOf(path).filter(({ embedded }) => !embedded)).toEqual([])
    expect(fontsOf(path).map(({ name }) => name)).toContain('SourceSerif4-Regular')
  })

  it('bears its handling marking twice on each page, and its page number', async () => {
    const { document, passages } = aLongMemo(30)
    for (const tlp of ['RED', 'AMBER+STRICT', 'CLEAR'] as const) {
      const { path } = await exported(document, { passages, head: { tlp } })
      const pages = Array.from({ length: pagesOf(path) }, (_, index) => textOf(path, index + 1))
      expect(pages.length).toBeGreaterThan(2)
      // The first page has it in the head, too.
      expect(pages.map((text) => text.split(`TLP:${tlp}`).length - 1)).toEqual(pages.map((_, index) => (index === 0 ? 3 : 2)))
      expect(pages.map((text) => /Page \d+ of \d+/.exec(text)?.[0])).toEqual(pages.map((_, n) => `Page ${n + 1} of ${pages.length}`))
      expect(pages.slice(1).every((text) => text.includes('Pressure before proposals'))).toBe(true)
    }
  })

  it('bears no marking when the memo has none', async () => {
    expect(textOf((await exported(memo, { head: { tlp: null } })).path)).not.toContain('TLP')
  })

  it('is A4 or Letter', async () => {
    expect(factsOf((await exported(memo)).path)['Page size']).toBe('595.276 x 841.89 pts (A4)')
    expect(factsOf((await exported(memo, { paper: 'letter' })).path)['Page size']).toBe('612 x 792 pts (letter)')
  })

  it('can be made of nothing', async () => {
    const nothing = { title: '', authors: '', audience: '', date: null, tlp: null, language: '' }
    const { path, name, warnings } = await exported(doc(p()), { head: nothing })
    expect([name, warnings, factsOf(path)['Title'], pagesOf(path)]).toEqual(['Untitled memo.pdf', [], 'Untitled memo', 1])
    expect(textOf(path).trim().split(' ').toSorted()).toEqual(['1', '1', 'Draft', 'Page', 'Status', 'Untitled', 'memo', 'of'])
  })

  it('keeps the file that is there', async () => {
    const folder = aFolder()
    await exported(memo, { folder })
    const { name } = await exported(memo, { folder })
    expect(name).toBe('Pressure before proposals.pdf')
    expect(readdirSync(folder).toSorted()).toEqual(['Pressure before proposals (2).pdf', 'Pressure before proposals.pdf'])
  })
})

describe('text in a PDF', () => {
  it('is what was written, whatever it looks like', async () => {
    const strings = [...hostileStrings, ...scriptStrings]
    const passages = strings.map((quote, n) => aPassage({ id: anId(n + 1, 'p'), quote, sourceTitle: `Title ${quote}` }))
    const everywhere = strings.flatMap((text, n) => [
      h(2, `Heading ${text}`),
      p(`Body ${text}`, cite(passages[n] ?? first)),
      { type: 'codeBlock', content: [{ type: 'text', text: `Code ${text}` }] },
      bullets(item(p(`Item ${text}`))),
      table(row(td(`Cell ${text}`))),
    ])
    const { path, warnings } = await exported(doc(...everywhere), {
      passages,
      head: { title: hostileStrings.join(' '), authors: hostileStrings[0] ?? '', audience: hostileStrings[1] ?? '' },
    })
    // Lines may break after any of these, with no space where there was none.
    const tight = (text: string) => text.normalize('NFC').replaceAll(/\s/g, '')
    const printed = tight(textOf(path))
    const lost = strings.flatMap((text) =>
      ['Heading', 'Body', 'Code', 'Item', 'Cell', 'Title'].filter((place) => !printed.includes(tight(`${place} ${text}`))).map((place) => [place, text]),
    )
    expect(lost).toEqual([])
    expect(warnings).toEqual([])
    expect(factsOf(path)['Author']).toBe(hostileStrings[0])
  })

  it('breaks words that are longer than a line, without a mark and within the margins', async () => {
    const long = 'W'.repeat(400)
    const address = `https://example.org/${'a1b2c3'.repeat(40)}`
    const { path } = await exported(doc(p(long), p(address), table(row(td('x'), td(long))), h(1, long), p(marked(long, 'code'))))
    expect(rawTextOf(path).replaceAll(/\s/g, '').split(long).length - 1).toBe(4)
    expect(rawTextOf(path).replaceAll(/\s/g, '')).toContain(address)
  })

  it('runs from right to left where it should, and reads as written', async () => {
    const hebrew = 'עד כה לא נמצאה גרסה מוסכמת להסדר שלום'
    const arabic = 'هذا نص عربي طويل بما يكفي ليملأ أكثر من سطر واحد حتى نرى كيف تضبط الأسطر'
    const { path, warnings } = await exported(doc(p(hebrew), p(arabic)))
    expect([textOf(path).includes(hebrew), textOf(path).includes(arabic), warnings]).toEqual([true, true, []])
  })

  it('names the characters no font has, prints boxes for them and keeps them as text', async () => {
    const { path, warnings } = await exported(doc(p('Emoji 😀 and 👩‍👩‍👧, Han 漢字, PUA \ue000.')), { head: { title: 'On 漢字' } })
    expect(warnings).toEqual([
      'No font on this machine has these characters: 漢 (U+6F22), 字 (U+5B57), \ue000 (U+E000), 😀 (U+1F600), 👩 (U+1F469), 👧 (U+1F467). They appear as boxes in the PDF.',
    ])
    expect(textOf(path)).toContain('Emoji 😀 and 👩‍👩‍👧, Han 漢字, PUA \ue000.')
    expect(fontsOf(path).map(({ name }) => name)).toContain('GroundworkBoxes')
    expect(metadataOf(path)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('may be any character at all', async () => {
    const blocks = [0, 0x300, 0x2000, 0xd700, 0xe000, 0xfe00, 0xff00, 0xffc0, 0x1f300, 0x1fff0, 0xe0000, 0x10ff80]
    const sample = blocks.map((start) => p(Array.from({ length: 0x80 }, (_, n) => String.fromCodePoint(start + n)).join(' x')))
    const { path } = await exported(doc(...sample))
    expect(metadataOf(path)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('is kept when the node around it is not known', async () => {
    const { path, warnings } = await exported(doc({ type: 'sidebar', content: [p('kept from an unknown node')] }))
    expect(textOf(path)).toContain('kept from an unknown node')
    expect(warnings).toEqual(['An export does not know “sidebar”. Its text was kept, its form was not.'])
  })
})

describe('a long memo', () => {
  it('sets 200 notes over 20 pages, each on the page of its mark', async () => {
    const { document, passages } = aLongMemo(200)
    const { path, warnings } = await exported(document, { passages })
    const pages = Array.from({ length: pagesOf(path) }, (_, index) => textOf(path, index + 1))
    expect(warnings).toEqual([])
    expect(pages.length).toBeGreaterThanOrEqual(18)
    const noted = passages.map((_, n) => pages.findIndex((text) => text.includes(`“passage ${n + 1}: `)))
    // Every sentence ends in a stop, and the mark follows it.
    const marks = passages.map((_, n) => pages.findIndex((text) => new RegExp(`[a-z]\\.${n + 1}(?!\\d)`).test(text)))
    expect(noted).not.toContain(-1)
    expect(noted).toEqual(marks)
  })

  it('repeats the head of a table on each page and loses no row', async () => {
    const rows = Array.from({ length: 120 }, (_, n) => row(td(`Row ${n + 1}`), td('with some words in it'), td(n % 7 ? 'yes' : cite(first))))
    const { path } = await exported(doc(table(row(th('Name'), th('Words'), th('Cited')), ...rows)), { passages: [first] })
    const pages = Array.from({ length: pagesOf(path) }, (_, index) => textOf(path, index + 1))
    const withRows = pages.filter((text) => /Row \d/.test(text))
    expect(withRows.length).toBeGreaterThan(2)
    expect(withRows.every((text) => text.includes('Name Words Cited'))).toBe(true)
    expect(pages.join(' ').match(/Row \d+/g)).toEqual(rows.map((_, n) => `Row ${n + 1}`))
  })
})
