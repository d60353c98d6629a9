// A memo leaves in the citation style it shows: notes, author and date, or numbers, in every format.
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import type { ExportFormat, ExportOptions } from '../../../src/shared/exports.ts'
import { aCite, type Cite, type DocumentNode } from '../../../src/shared/memos.ts'
import { aCore, aSource, spanOf } from '../a-core.ts'
import { addressesOf, metadataOf, tagsOf, textOf } from './poppler.ts'
import { decoded, wordsIn, zipParts } from './read-docx.ts'

afterAll(closeTypst)

/** A workspace with a memo of two sources: cited with all that a writer can set, again, and one passage changed since. */
async function aWorkspace(citationStyle: string, language = 'en-US') {
  const core = aCore()
  const text = await aSource(core, 'Reserves stay frozen. The loan is repaid only once.', 'Frozen assets')
  core.api.sources.update({
    source: text.source,
    metadata: { authors: [{ family: 'Meyer', given: 'Kai' }], containerTitle: 'Policy Review', issued: '2025-10-14', url: 'https://example.org/frozen' },
  })
  const other = await aSource(core, 'Talks went on for five hours.', 'Kremlin talks')
  core.api.sources.update({ source: other.source, metadata: { authors: [{ family: 'Okafor', given: 'Ada' }], issued: '2024' } })
  const passage = (of: typeof text, words: string) => core.api.passages.create({ source: of.source, version: of.version, spans: [spanOf(of, words)] })
  const [frozen, repaid, hours] = [passage(text, 'Reserves stay frozen'), passage(text, 'repaid only once'), passage(other, 'five hours')]
  let count = 0
  const citing = (...cites: Cite[]): DocumentNode => ({
    type: 'citation',
    attrs: { id: `01900000-0000-7000-8000-${(count += 1).toString(16).padStart(12, '0')}`, cites },
  })
  const cite = ({ id, quote }: { id: string; quote: string }, set: Partial<Cite> = {}): Cite => ({ ...aCite(id, 1, quote), ...set })
  const words = (said: string): DocumentNode => ({ type: 'text', text: said })
  const content: DocumentNode[] = [
    [words('First point'), citing(cite(frozen, { prefix: 'see', locator: { label: 'page', value: '12' }, suffix: 'emphasis added' }))],
    [words('Second point'), citing(cite(repaid, { locator: { label: 'page', value: '14' } }))],
    [words('Third point'), citing(cite(hours, { locator: { label: 'page', value: '3' } }), cite(frozen, { suppressAuthor: true, locator: { label: 'page', value: '15' } }))],
    [words('Fourth point'), citing(cite({ ...hours, quote: 'six hours' }, { locator: { label: 'page', value: '4' } }))],
  ].map((inside) => ({ type: 'paragraph', content: inside }))
  const { id } = core.api.memos.create({ head: { title: 'Styles', citationStyle, language } })
  core.api.memos.save({ memo: id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
  return { core, memo: id }
}

type Workspace = Awaited<ReturnType<typeof aWorkspace>>

async function pathOf({ core, memo }: Workspace, format: ExportFormat, options: ExportOptions = {}) {
  const { file, warnings } = await core.api.exports.memo({ memo, format, paper: 'a4', ...options })
  expect(warnings).toEqual([])
  return core.files.served(file).path
}

const wordsOfHtml = (html: string): string => decoded(html.replaceAll(/<style>[^]*?<\/style>|<[^>]*>/g, '')).replaceAll(/\s+/g, ' ')

/** What a reader of each format sees, as words. */
async function wordsInEach(workspace: Workspace): Promise<Record<string, string>> {
  const parts = await zipParts(readFileSync(await pathOf(workspace, 'docx')))
  const plain = async (format: ExportFormat) => readFileSync(await pathOf(workspace, format), 'utf8')
  const rich = await workspace.core.api.exports.richText({ memo: workspace.memo })
  return {
    // A long address may break anywhere on a page.
    pdf: textOf(await pathOf(workspace, 'pdf')).replaceAll(/https:\/\/ ?example\. ?org\/ ?frozen/g, 'https://example.org/frozen'),
    docx: `${wordsIn(parts['word/document.xml'] ?? '')} ${wordsIn(parts['word/footnotes.xml'] ?? '')}`,
    html: wordsOfHtml(await plain('html')),
    md: wordsOfHtml((await plain('md')).replaceAll('\\', '').replaceAll(/<(https?:[^>]*)>/g, '$1')).replaceAll('> ', ''),
    txt: (await plain('txt')).replaceAll(/\s+/g, ' '),
    rich: wordsOfHtml(rich.html),
    'rich as text': rich.text.replaceAll(/\s+/g, ' '),
  }
}

const expected: Record<string, string[]> = {
  'chicago-notes': [
    'see Kai Meyer, “Frozen Assets,” Policy Review, October 14, 2025, 12, https://example.org/frozen, emphasis added.',
    ' Meyer, 14.',
    'Ada Okafor, “Kremlin Talks,” 2024, 3; “Frozen Assets,” 15.',
    'Okafor, “Kremlin Talks,” 4. “six hours”. (The passage has changed since it was cited; these are the words that were cited.)',
    'Meyer, Kai. “Frozen Assets.” Policy Review, October 14, 2025. https://example.org/frozen.',
  ],
  'chicago-author-date': [
    'First point (see Meyer 2025, 12, emphasis added)',
    'Second point (Meyer 2025, 14)',
    'Third point (Okafor 2024, 3; 2025, 15)',
    'Fourth point (Okafor 2024, 4)',
    '“six hours”. (The passage has changed since it was cited; these are the words that were cited.)',
    'Meyer, Kai. 2025. “Frozen Assets.” Policy Review, October 14, 2025. https://example.org/frozen.',
  ],
  ieee: ['First point see [1, p. 12], emphasis added', 'Second point [1, p. 14]', 'Third point [1, p. 15], [2, p. 3]', '[1] K. Meyer, “Frozen assets,” Policy Review, Oct. 14, 2025.'],
}

describe.each(Object.entries(expected))('a memo in the style %s', (style, parts) => {
  it('has its citations and its source list in every format', async () => {
    const words = await wordsInEach(await aWorkspace(style))
    const missing = Object.entries(words).flatMap(([format, text]) => parts.filter((part) => !text.includes(part)).map((part) => `${format}: ${part}\n${text}`))
    expect(missing).toEqual([])
  })
})

describe('where citations stand in the line', () => {
  it('a PDF stays one for assistive technology, with a note only where a passage changed', async () => {
    const path = await pathOf(await aWorkspace('apa'), 'pdf')
    expect([metadataOf(path).includes('<pdfuaid:part>1</pdfuaid:part>'), tagsOf(path).filter((tag) => tag === 'Note')]).toEqual([true, ['Note']])
    expect(addressesOf(path)).toContain('https://example.org/frozen')
    expect(textOf(path)).toMatch(/Evidence 1\. Kai Meyer, Frozen assets, .* Citations 1, 3\./)
  })

  it('they lead to the evidence and back, or without an annex to the source', async () => {
    const workspace = await aWorkspace('apa')
    const page = readFileSync(await pathOf(workspace, 'html'), 'utf8')
    expect(page).toContain('<a id="ref-1" href="#evidence-1">(see Meyer, 2025, p. 12, emphasis added)</a>')
    expect(page).toContain('Citations <a href="#ref-1">1</a>, <a href="#ref-3">3</a>.')
    const bare = readFileSync(await pathOf(workspace, 'html', { annex: false }), 'utf8')
    const target = /<a id="ref-1" href="#(source-[^"]*)"/.exec(bare)?.[1]
    expect(bare).toContain(`<li id="${target}">`)
    const parts = await zipParts(readFileSync(await pathOf(workspace, 'docx', { annex: false })))
    expect(parts['word/document.xml']).toMatch(/<w:hyperlink [^>]*w:anchor="source_1"/)
    await pathOf(workspace, 'pdf', { annex: false, notes: 'end' })
  })
})

it('notes of a style are real footnotes that lead to the evidence; the words are those of the memo’s language', async () => {
  const workspace = await aWorkspace('chicago-notes', 'de')
  const parts = await zipParts(readFileSync(await pathOf(workspace, 'docx')))
  expect(parts['word/document.xml']?.match(/<w:footnoteReference /g)).toHaveLength(4)
  expect(wordsIn(parts['word/footnotes.xml'] ?? '')).toContain('14. Oktober 2025')
  expect(parts['word/footnotes.xml']).toContain('w:anchor="evidence_1"')
})
