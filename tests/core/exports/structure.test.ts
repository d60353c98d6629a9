// What assistive technology reads of a PDF: tags in order, heads of tables, words of pictures, and nothing beside them.
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import { exportMemoToFile } from '../../../src/core/exports/export-memo.ts'
import { elementsOf, objectOf, referred } from '../../../src/core/exports/pdf-objects.ts'
import { templates, type ExportOptions } from '../../../src/shared/exports.ts'
import { aFolder, resources } from '../a-core.ts'
import { aPng } from '../images/a-png.ts'
import { aHead, anId, aPassage, bullets, cite, doc, h, item, p, quotation, row, table, td, th } from './a-memo.ts'
import { compiledFile, unmarkedOnPages } from './marked-content.ts'

afterAll(closeTypst)

const passage = aPassage()
const document = doc(
  h(2, 'Key judgment'),
  p('It is very unlikely that Moscow accepts.', cite(passage), ' So much for that.'),
  bullets(item(p('a point', cite(passage)))),
  quotation(p('A quotation that stands apart.')),
  table(row(th('Instrument'), th('Effect')), row(th('Oil sanctions'), td('Revenue falls'))),
  { type: 'chart', attrs: { chart: 'claims-by-status', form: 'chart' } },
  { type: 'image', attrs: { image: anId(1, 'i'), alt: 'A map of the front' } },
  { type: 'callout', attrs: { kind: 'gap' }, content: [p('Nobody knows.')] },
  { type: 'keyJudgment', attrs: { likelihood: 'likely', confidence: 'low' }, content: p('it goes on.').content ?? [] },
  { type: 'horizontalRule' },
  { type: 'codeBlock', content: [{ type: 'text', text: 'code' }] },
  { type: 'evidenceTable' },
)
const chart = { chart: 'claims-by-status' as const, series: ['claims'], rows: [{ key: 'open', values: [3] }], left: 0, within: [] }
const image = { id: anId(1, 'i'), mediaType: 'image/png' as const, width: 40, height: 20, bytes: aPng(40, 20) }

const pdfIn = (options: ExportOptions) =>
  exportMemoToFile({ memo: { head: aHead(), document }, passages: [passage], charts: [chart], images: [image], format: 'pdf', options, resources, folder: aFolder(), fontFolders: [] })

/** The structure as the file's own objects have it. */
function structureOf(path: string) {
  const { file } = compiledFile(path)
  const catalogue = objectOf(file, referred(file.trailer, 'Root')) ?? ''
  return [...elementsOf(file, referred(catalogue, 'StructTreeRoot'))].map(({ type, dictionary, children }) => ({
    type,
    children: children.map((child) => /\/S \/(\w+)/.exec(objectOf(file, child) ?? '')?.[1] ?? ''),
    alternative: /\/Alt \(([^)]*)\)/.exec(dictionary)?.[1] ?? null,
    scope: /\/Scope \/(\w+)/.exec(dictionary)?.[1] ?? null,
  }))
}

/** Types that stand within a line (ISO 32000-1, 14.8.4.4). */
const inLine = new Set(['Span', 'Link', 'Reference', 'Note', 'Strong', 'Em', 'Lbl'])

describe.each(templates)('a paper laid out as %s', (template) => {
  const options: ExportOptions[] = [{ template, annex: true }, { template, annex: true, notes: 'end', cover: true, contents: true }]

  it('has nothing on its pages that is neither tagged nor an artifact', async () => {
    for (const one of options) {
      const { path, warnings } = await pdfIn(one)
      const { pages, painted } = unmarkedOnPages(path)
      expect(warnings).toEqual([])
      expect(pages).toEqual(pages.map(() => 0))
      expect(painted).toBeGreaterThan(50)
    }
  })

  it('names heads of tables, pictures and drawings, and keeps words in paragraphs', async () => {
    for (const one of options) {
      const structure = structureOf((await pdfIn(one)).path)
      const typed = (type: string) => structure.filter((element) => element.type === type)
      expect(typed('Figure').map(({ alternative }) => alternative)).toEqual(['Claims by status. open: 3', 'A map of the front'])
      expect(typed('TH').map(({ scope }) => scope)).toEqual(['Column', 'Column', 'Row', ...Array.from({ length: 4 }, () => 'Column')])
      expect(typed('Table')).toHaveLength(2)
      const [whole] = typed('Document')
      expect(whole?.children.filter((type) => inLine.has(type) && type !== 'Note')).toEqual([])
      for (const type of ['H1', 'P', 'L', 'LI', 'LBody', 'BlockQuote', 'Code']) expect(typed(type).length).toBeGreaterThan(0)
    }
  })
})

describe('the notes of a paper', () => {
  const noted = doc(p('It is so.', cite(passage), ' And so.', cite(passage)))
  const written = async () => (await exportMemoToFile({ memo: { head: aHead(), document: noted }, passages: [passage], format: 'pdf', options: { annex: true }, resources, folder: aFolder(), fontFolders: [] })).path

  it('stand in paragraphs, each begun by its number as a label', async () => {
    const structure = structureOf(await written())
    const notes = structure.flatMap(({ type, children }, at) => (type === 'Note' ? [[children, structure[at + 1]?.children[0]]] : []))
    expect(notes).toEqual([[['P'], 'Lbl'], [['P'], 'Lbl']])
  })

  it('have links that say what they lead to, and no page that changes', async () => {
    const { file } = compiledFile(await written())
    const objects = file.offsets.map((_, number) => objectOf(file, number) ?? '').filter((object) => object.includes('/Subtype /Link'))
    const words = objects.map((object) => /\/Contents \(([^)]*)\)/.exec(object)?.[1])
    // From the text, from two notes, and from the list of sources and the annex back to the notes.
    const back = ['page 1', 'page 1']
    expect(words).toEqual(['Footnote 1', 'Footnote 2', ...back, '1', 'Source 1', 'Evidence 1', '2', 'Source 1', 'Evidence 1', 'Source 1', ...back])
  })
})
