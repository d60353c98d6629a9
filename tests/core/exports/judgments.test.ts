// Key judgments, callouts and the author's own footnotes, in every format.
import { afterAll, describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { paperToHtml } from '../../../src/core/exports/write-html.ts'
import { paperToMarkdown } from '../../../src/core/exports/write-markdown.ts'
import { paperToText } from '../../../src/core/exports/write-text.ts'
import type { DocumentNode } from '../../../src/shared/memos.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, aPassage, cite, doc, p } from './a-memo.ts'
import { textOf } from './poppler.ts'
import { wordsIn, zipParts } from './read-docx.ts'

afterAll(closeTypst)

const passage = aPassage({ quote: 'two bites' })
const footnote = (text: string): DocumentNode => ({ type: 'footnote', attrs: { text } })
const judgment = (attrs: object, ...children: Parameters<typeof p>): DocumentNode => ({ type: 'keyJudgment', attrs: { ...attrs }, content: p(...children).content ?? [] })

const memo = doc(
  judgment({ likelihood: 'very likely', confidence: 'moderate' }, 'the talks <fail>.', cite(passage)),
  { type: 'callout', attrs: { kind: 'gap' }, content: [p('Nobody saw the text.', footnote('Asked on 2 December; *no* answer.'))] },
  p('A last word.', cite(passage)),
)
const material = { head: aHead(), passages: new Map([[passage.id, passage]]), size: 'a4' as const }
const { paper } = memoToPaper({ ...material, document: memo })
const judged = 'It is very likely that the talks <fail>.'
const sure = 'We have moderate confidence in this judgment.'

const fileOf = async (format: 'pdf' | 'docx', notes: 'foot' | 'end' = 'foot') => {
  const { path, warnings } = await exportMemoToFile({ memo: { head: aHead(), document: memo }, passages: [passage], format, options: { notes }, resources, folder: aFolder(), fontFolders: [] })
  expect(warnings).toEqual([])
  return path
}

describe('key judgments, callouts and footnotes', () => {
  it('are words under a heading, and notes numbered with the citations', () => {
    const text = paperToText(paper)
    for (const part of [`    Key judgment:\n    ${judged}[1] ${sure}`, '    Intelligence gap:\n    Nobody saw the text.[2]', 'A last word.[3]', '\n[2] Asked on 2 December; *no* answer.\n', 'Notes 1, 3.']) {
      expect(text).toContain(part)
    }
  })

  it('are quoted blocks with footnotes in Markdown', () => {
    const text = paperToMarkdown(paper)
    for (const part of [`> **Key judgment**\n>\n> It is very likely that the talks \\<fail\\>.[^1] ${sure}`, '> **Intelligence gap**\n>\n> Nobody saw the text.[^2]', '[^2]: Asked on 2 December; \\*no\\* answer.']) {
      expect(text).toContain(part)
    }
  })

  it('stand apart in HTML, the mark and the note leading to each other', () => {
    const text = paperToHtml(paper)
    expect(text).toContain('<p class="callout-label">Key judgment</p>\n<p>It is very likely that the talks &lt;fail&gt;.')
    expect(text).toContain('<sup><a id="ref-2" href="#note-2" role="doc-noteref">2</a></sup>')
    expect(text).toMatch(/<li id="note-2">Asked on 2 December; \*no\* answer\. <a href="#ref-2"/)
  })

  it.each(['foot', 'end'] as const)('are set in PDF with %snotes', async (notes) => {
    const text = textOf(await fileOf('pdf', notes))
    for (const part of ['Key judgment It is very likely that the talks <fail>.1 We have moderate confidence', 'Intelligence gap Nobody saw the text.2', '2 Asked on 2 December; *no* answer.']) {
      expect(text).toContain(part)
    }
  })

  it('have styles of their own in Word, and real footnotes', async () => {
    const parts = await zipParts(readFileSync(await fileOf('docx')))
    const body = parts['word/document.xml'] ?? ''
    for (const style of ['CalloutLabel', 'Callout']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(3)
    expect(wordsIn(body)).toContain(`${judged} ${sure}`)
    expect(wordsIn(parts['word/footnotes.xml'] ?? '')).toContain('Asked on 2 December; *no* answer.')
  })

  it('leave nothing where a judgment or a footnote says nothing', () => {
    const { paper: empty } = memoToPaper({ ...material, document: doc(judgment({ likelihood: 'likely', confidence: null }), p('Words', footnote(' '))) })
    expect([empty.body.map(({ kind }) => kind), empty.notes]).toEqual([['paragraph'], []])
  })

  it('speak the memo’s language where the program adds a heading', () => {
    const { paper: german } = memoToPaper({ ...material, head: aHead({ language: 'de' }), document: memo })
    expect(german.body.flatMap((block) => (block.kind === 'callout' ? [block.label] : []))).toEqual(['Kernaussage', 'Erkenntnislücke'])
  })
})

describe('a block quotation of a passage', () => {
  const quoted = aPassage({ quote: 'the two men met in Moscow' })
  const document = doc(p('They met:'), { type: 'passageQuotation', attrs: { edits: [{ start: 0, end: 3, text: '' }] }, content: [cite(quoted)] })
  const { paper: quoting, warnings } = memoToPaper({ head: aHead(), passages: new Map([[quoted.id, quoted]]), size: 'a4', document })

  it('is a quotation with its cuts and its note in every format', () => {
    expect(warnings).toEqual([])
    expect(paperToText(quoting)).toContain('    […] two men met in Moscow[1]')
    expect(paperToMarkdown(quoting)).toContain('> \\[…\\] two men met in Moscow[^1]')
    expect(paperToHtml(quoting)).toContain('<blockquote><p>[…] two men met in Moscow<sup>')
    expect(quoting.evidence).toHaveLength(1)
  })
})

describe('an evidence table and a source list', () => {
  const first = aPassage({ quote: 'two bites' })
  const document = doc(
    { type: 'evidenceTable' },
    p('A claim.', footnote('A note of my own.'), cite(first)),
    { type: 'sourceList' },
    p('A last word.', cite(first)),
    { type: 'sourceList' },
  )
  const listed = memoToPaper({ head: aHead(), passages: new Map([[first.id, first]]), size: 'a4', document })

  it('fill themselves with all that is cited, before it and behind it, and once', () => {
    const [table] = listed.paper.body
    const words = table?.kind === 'table' ? table.rows.map((row) => row.map((cell) => cell.content.flatMap((block) => (block.kind === 'paragraph' ? block.content : [])).map((run) => (run.kind === 'text' ? run.text : '')).join(''))) : []
    expect(words).toEqual([
      ['Passage', 'Source', 'Reliability', 'Notes'],
      ['two bites', 'TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d., ¶ 1.', 'B, usually reliable', '2, 3'],
    ])
    expect(listed.paper.body.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'sources', 'paragraph'])
    expect(listed.warnings).toEqual(['A source list within another block, or a second one, was left out: the memo has one list of its sources.'])
  })

  it('stand where they were put, in every format, without a second list', async () => {
    const title = 'Why the U.S.-Russia Ukraine Talks Failed'
    const text = paperToText(listed.paper)
    expect(text.indexOf(`${title}, n.d. Reliability`)).toBeLessThan(text.indexOf('A last word.'))
    expect(text).not.toContain('\nSources\n')
    expect(paperToMarkdown(listed.paper)).toMatch(/- TIME, <em>Why the U\.S\.-Russia Ukraine Talks Failed<\/em>[^\n]*\n\nA last word\./)
    expect(paperToMarkdown(listed.paper)).not.toContain('## Sources')
    const html = paperToHtml(listed.paper)
    expect(html.match(/ id="source-/g)).toHaveLength(1)
    expect(html).toMatch(/<div class="sources"><ul>\n<li id="source-[^]*<p>A last word\./)
    for (const format of ['pdf', 'docx'] as const) {
      const { path } = await exportMemoToFile({ memo: { head: aHead(), document }, passages: [first], format, options: {}, resources, folder: aFolder(), fontFolders: [] })
      const words = format === 'pdf' ? textOf(path) : wordsIn((await zipParts(readFileSync(path)))['word/document.xml'] ?? '')
      expect(words.indexOf(`${title}, n.d. Reliability B`)).toBeGreaterThan(0)
      expect(words.indexOf(`${title}, n.d. Reliability B`)).toBeLessThan(words.indexOf('A last word.'))
    }
  })

  it('leave nothing in a memo that cites nothing', () => {
    const { paper: empty } = memoToPaper({ head: aHead(), passages: new Map(), size: 'a4', document: doc({ type: 'evidenceTable' }, p('Words.')) })
    expect(empty.body.map(({ kind }) => kind)).toEqual(['paragraph'])
  })
})
