// The formats beside PDF, each on one memo that has something of everything.
import { afterAll, describe, expect, it } from 'vitest'
import { parseHTML } from 'linkedom'
import { readFileSync } from 'node:fs'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { memoToPaper } from '../../../src/core/exports/memo-to-paper.ts'
import { paperToHtml } from '../../../src/core/exports/write-html.ts'
import { paperToMarkdown } from '../../../src/core/exports/write-markdown.ts'
import { paperToText } from '../../../src/core/exports/write-text.ts'
import type { ExportFormat, ExportOptions } from '../../../src/shared/exports.ts'
import type { MemoHead } from '../../../src/shared/memos.ts'
import { aFolder, resources } from '../a-core.ts'
import { aHead, anId, aPassage, bullets, cite, doc, h, item, linked, marked, numbered, p, quotation, row, table, td, th } from './a-memo.ts'
import { attachmentsOf, bookmarksOf, metadataOf, textOf } from './poppler.ts'
import { wordsIn, zipParts } from './read-docx.ts'

afterAll(closeTypst)

const paragraph = 'Moscow had two bites at the negotiating apple that day.'
const quote = 'two bites at the negotiating apple'
const start = paragraph.indexOf(quote)
const passage = aPassage({ quote, paragraph, paragraphSpans: [{ start, end: start + quote.length }], paragraphNumber: 6 })
const memo = doc(
  h(1, 'Key judgment'),
  p('It is ', marked('very unlikely', 'bold'), ' that <Moscow> accepts.', cite(passage)),
  bullets(item(p('a point')), item(p('another'), numbered(3, item(p('third'))))),
  quotation(p('A quotation that stands apart.')),
  table(row(th('Instrument'), th('Effect')), row(td('Oil sanctions'), td('Revenue falls', cite(passage)))),
  p('See the ', linked('transcript', 'https://example.org/transcript'), '.'),
)

const paperOf = (options: ExportOptions = {}, head: Partial<MemoHead> = {}) =>
  memoToPaper({ head: aHead(head), document: memo, passages: new Map([[passage.id, passage]]), size: 'a4', options }).paper

const fileOf = async (format: ExportFormat, options: ExportOptions = {}) => {
  const { path, name } = await exportMemoToFile({ memo: { head: aHead(), document: memo }, passages: [passage], format, options, resources, folder: aFolder(), fontFolders: [] })
  return { name, bytes: readFileSync(path) }
}

describe('a memo as a Word document', () => {
  it('has headings, lists, quotations, tables and links in Word’s own styles, and real footnotes', async () => {
    const { name, bytes } = await fileOf('docx', { contents: true })
    const parts = await zipParts(bytes)
    const body = parts['word/document.xml'] ?? ''
    const footnotes = parts['word/footnotes.xml'] ?? ''
    expect(name).toBe('Pressure before proposals.docx')
    for (const style of ['Title', 'Heading1', 'Quote', 'ListParagraph', 'TableHead', 'EvidenceText']) expect(body).toContain(`<w:pStyle w:val="${style}"/>`)
    expect(body.match(/<w:footnoteReference /g)).toHaveLength(2)
    expect(wordsIn(footnotes)).toContain('TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d., ¶ 6: “two bites at the negotiating apple”. [1]')
    expect(body).toMatch(/<w:instrText[^>]*>TOC /)
    expect(parts['word/_rels/document.xml.rels']).toContain('Target="https://example.org/transcript"')
    expect(wordsIn(body)).toContain(`${paragraph} Reliability B, usually reliable`)
  })

  it('bears the marking and page n of m on every page', async () => {
    const parts = await zipParts((await fileOf('docx')).bytes)
    const furniture = Object.entries(parts).filter(([name]) => /^word\/(header|footer)\d\.xml$/.test(name))
    expect(furniture.map(([, xml]) => wordsIn(xml).includes('TLP:AMBER'))).toEqual([true, true, true, true])
    const footers = furniture.filter(([name]) => name.includes('footer')).map(([, xml]) => xml)
    for (const xml of footers) expect(xml).toMatch(/Page [^]*PAGE[^]* of [^]*NUMPAGES/)
  })

  it('has endnotes where they are wanted, and numbers each list from where it starts', async () => {
    const parts = await zipParts((await fileOf('docx', { notes: 'end' })).bytes)
    expect(parts['word/document.xml']?.match(/<w:endnoteReference /g)).toHaveLength(2)
    expect(wordsIn(parts['word/endnotes.xml'] ?? '')).toContain('two bites at the negotiating apple')
    expect(parts['word/numbering.xml']).toContain('<w:start w:val="3"/>')
  })
})

describe('a memo as PDF', () => {
  const pdfOf = (options: ExportOptions) =>
    exportMemoToFile({ memo: { head: aHead(), document: memo }, passages: [passage], format: 'pdf', options, resources, folder: aFolder(), fontFolders: [] })

  it('has a cover, contents, endnotes and the evidence with its paragraph, and carries the evidence as a file', async () => {
    const { path, warnings } = await pdfOf({ cover: true, contents: true, notes: 'end' })
    const text = textOf(path)
    expect([warnings, metadataOf(path).includes('<pdfuaid:part>1</pdfuaid:part>')]).toEqual([[], true])
    for (const part of ['Contents Key judgment', 'Notes 1 TIME', `1. TIME, Why the U.S.-Russia Ukraine Talks Failed, n.d., ¶ 6. Notes 1, 2. ${paragraph} Reliability B, usually reliable`]) expect(text).toContain(part)
    expect(textOf(path, 1)).not.toContain('Key judgment')
    expect(bookmarksOf(path).map(({ title }) => title)).toEqual(['Key judgment', 'Notes', 'Sources', 'Evidence'])
    expect(attachmentsOf(path)).toEqual(['evidence.json'])
  })
})

describe('a memo as a page', () => {
  it('runs nothing, loads nothing and escapes what was written', () => {
    const html = paperToHtml(paperOf({}, { title: '<img src=x onerror=alert(1)>', authors: '"><script>alert(1)</script>' }))
    const { document } = parseHTML(html)
    expect(document.querySelectorAll('script, img, link, iframe, object, [onerror], [style]')).toHaveLength(0)
    expect(document.querySelector('h1')?.textContent).toBe('<img src=x onerror=alert(1)>')
    expect(document.querySelector('meta[http-equiv]')?.getAttribute('content')).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; base-uri 'none'; form-action 'none'$/)
  })

  it('leads from each mark to its note, its evidence and back', () => {
    const { document } = parseHTML(paperToHtml(paperOf({ contents: true })))
    const targets = [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1) ?? '')
    expect(targets.filter((id) => !document.getElementById(id))).toEqual([])
    for (const id of ['note-1', 'ref-1', 'evidence-1', `source-${anId(1, 's')}`, 'heading-1']) expect(targets).toContain(id)
    expect(document.querySelector('#evidence-1 mark')?.textContent).toBe(quote)
  })
})

describe('a memo as text', () => {
  it('is Markdown with footnotes', () => {
    const markdown = paperToMarkdown(paperOf())
    for (const line of [
      '# Pressure before proposals',
      '## Key judgment',
      'It is **very unlikely** that \\<Moscow\\> accepts.[^1]',
      '- another\n\n  3. third',
      '> A quotation that stands apart.',
      '| Oil sanctions | Revenue falls[^2] |',
      '[transcript](<https://example.org/transcript>)',
      '[^1]: TIME, <em>Why the U.S.-Russia Ukraine Talks Failed</em>, n.d., ¶ 6: “two bites at the negotiating apple”.',
    ]) {
      expect(markdown).toContain(line)
    }
  })

  it('comes as Markdown and references in one archive', async () => {
    const { name, bytes } = await fileOf('zip')
    const parts = await zipParts(bytes)
    expect([name, Object.keys(parts)]).toEqual(['Pressure before proposals.zip', ['Pressure before proposals.md', 'references.json']])
    expect(parts['Pressure before proposals.md']).toContain('[^1]')
  })

  it('is plain text with its notes, sources and evidence at the end', () => {
    const text = paperToText(paperOf())
    for (const part of ['Key judgment\n\nIt is very unlikely that <Moscow> accepts.[1]', '• another\n  3. third', 'Oil sanctions\tRevenue falls[2]', `Moscow had »${quote}« that day.`]) {
      expect(text).toContain(part)
    }
  })

  it('speaks German and French where the memo does', () => {
    expect(paperToText(paperOf({}, { language: 'de' }))).toMatch(/An: Policy director[^]*Fußnoten[^]*„two bites[^]*Quellen[^]*Belege/)
    expect(paperToText(paperOf({}, { language: 'fr' }))).toMatch(/À: Policy director[^]*Notes[^]*«\u202ftwo bites[^]*Sources[^]*Preuves/)
  })
})
