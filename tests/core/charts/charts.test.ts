// Charts: what is counted, and that a memo's charts leave with it in every format, for eyes and for screen readers.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { parseHTML } from 'linkedom'
import { afterAll, describe, expect, it } from 'vitest'
import { closeTypst } from '../../../src/core/exports/compile-paper.ts'
import type { ChartFilter, ChartKind } from '../../../src/shared/charts.ts'
import { wordedChart } from '../../../src/shared/charts.ts'
import { drawChart, svgOf } from '../../../src/shared/chart-drawing.ts'
import type { ExportFormat } from '../../../src/shared/exports.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'
import { metadataOf, textOf } from '../exports/poppler.ts'
import { decoded, wordsIn, zipParts } from '../exports/read-docx.ts'

afterAll(closeTypst)

const hostile = '<script>alert(1)</script> & "Co"'

/** Four claims of two speakers in a source of October and one of December; a fifth in a source without a date. */
async function aWorkspace() {
  const core = aCore()
  const dated = async (title: string, issued: string | null) => {
    const source = await aSource(core, `First. Second. Third. Of ${title}.`, title)
    if (issued !== null) core.api.sources.update({ source: source.source, metadata: { issued } })
    return source
  }
  const [october, december, undated] = [await dated('October', '2025-10-14'), await dated('December', '2025-12'), await dated('Undated', null)]
  const speaker = (name: string) => core.api.items.create({ kind: 'actor', statement: name }).id
  const [a, b] = [speaker('Kai Meyer'), speaker(hostile)]
  const claim = (source: typeof october, words: string, fields: object) => {
    const { item } = aTag(core, source, words, 'claim')
    core.api.items.update({ item, changes: { claim: fields } })
    return item
  }
  claim(october, 'First', { speaker: a, stance: 'supports', status: 'corroborated' })
  claim(october, 'Second', { speaker: a, stance: 'opposes' })
  claim(december, 'First', { speaker: b, status: 'contested' })
  claim(december, 'Second', { speaker: a, stance: 'supports' })
  claim(undated, 'Third', {})
  return { core, october }
}

const dataOf = ({ core }: Awaited<ReturnType<typeof aWorkspace>>, chart: ChartKind) => core.api.charts.data({ chart })

describe('the numbers of a chart', () => {
  it('count claims by status, actors by stance, and claims by the months of their sources', async () => {
    const workspace = await aWorkspace()
    expect(dataOf(workspace, 'claims-by-status').rows).toEqual([
      { key: 'open', values: [3] },
      { key: 'corroborated', values: [1] },
      { key: 'contested', values: [1] },
      { key: 'refuted', values: [0] },
    ])
    expect(dataOf(workspace, 'actors-by-stance').rows).toEqual([
      { key: 'Kai Meyer', values: [2, 1, 0, 0, 0] },
      { key: hostile, values: [0, 0, 0, 0, 1] },
    ])
    expect(dataOf(workspace, 'timeline')).toMatchObject({
      rows: [
        { key: '2025-10', values: [2] },
        { key: '2025-11', values: [0] },
        { key: '2025-12', values: [2] },
      ],
      left: 1,
    })
  })

  it('go by years where a date names no month, and leave out what lies in the trash', async () => {
    const workspace = await aWorkspace()
    const [, , undated] = workspace.core.api.sources.list({}).toSorted((x, y) => x.title.localeCompare(y.title))
    workspace.core.api.sources.update({ source: undated?.id ?? '', metadata: { issued: '2023' } })
    expect(dataOf(workspace, 'timeline').rows.map(({ key }) => key)).toEqual(['2023', '2024', '2025'])
    workspace.core.api.trash.put({ sources: [workspace.october.source] })
    expect(dataOf(workspace, 'timeline').rows).toEqual([
      { key: '2023', values: [1] },
      { key: '2024', values: [0] },
      { key: '2025', values: [2] },
    ])
  })

  it('are those of one collection, source, code and speaker alone where that is asked for, and say so', async () => {
    const workspace = await aWorkspace()
    const { core, october } = workspace
    const sumOf = (filter: ChartFilter) => core.api.charts.data({ chart: 'claims-by-status', filter }).rows.reduce((sum, { values }) => sum + (values[0] ?? 0), 0)
    const shelf = core.api.collections.create({ name: 'Shelf' })
    const inner = core.api.collections.create({ name: 'Inner', parent: shelf.id })
    core.api.collections.add({ collection: inner.id, sources: [october.source] })
    const parent = core.api.codes.create({ name: 'Economy' })
    const code = core.api.codes.create({ name: 'Oil', parent: parent.id })
    core.api.items.tag({ source: october.source, version: october.version, spans: [spanOf(october, 'First')], kind: 'note', changes: { code: code.id } })
    const { choices } = core.api.charts
    const actor = choices({}).actor.find(({ name }) => name === 'Kai Meyer')?.id ?? ''
    expect([sumOf({}), sumOf({ source: october.source }), sumOf({ collection: shelf.id }), sumOf({ code: parent.id }), sumOf({ actor }), sumOf({ actor, source: october.source })]).toEqual([5, 2, 2, 1, 3, 2])
    expect(core.api.charts.data({ chart: 'timeline', filter: { collection: inner.id } }).rows).toEqual([{ key: '2025-10', values: [2] }])
    expect(choices({})).toMatchObject({
      collection: [{ name: 'Shelf' }, { name: 'Shelf / Inner' }],
      source: [{ name: 'December' }, { name: 'October' }, { name: 'Undated' }],
      code: [{ id: code.id, name: 'Economy / Oil' }],
    })
    core.api.collections.remove({ collection: shelf.id })
    const data = core.api.charts.data({ chart: 'claims-by-status', filter: { collection: shelf.id, actor } })
    expect([data.rows.length, wordedChart(data, 'en').note]).toEqual([0, 'Collection: deleted. Said by: Kai Meyer'])
  })

  it('are none in an empty workspace, and the drawing says so', () => {
    const data = aCore().api.charts.data({ chart: 'actors-by-stance' })
    expect([data.rows, wordedChart(data, 'de').alternative]).toEqual([[], 'Akteure nach Haltung. Es gibt noch keine Aussagen.'])
  })
})

describe('the drawing', () => {
  it('holds every name as text, stays within its bounds, and is well-formed whatever actors are called', async () => {
    const workspace = await aWorkspace()
    for (const chart of ['claims-by-status', 'actors-by-stance', 'timeline'] as const) {
      const drawing = drawChart(wordedChart(dataOf(workspace, chart), 'en'))
      const { document } = parseHTML(svgOf(drawing))
      expect(document.querySelectorAll('script').length).toBe(0)
      for (const shape of drawing.shapes) {
        if (shape.kind === 'rect') expect([shape.x >= 0, shape.x + shape.width <= drawing.width, shape.y + shape.height <= drawing.height]).toEqual([true, true, true])
      }
    }
    expect(svgOf(drawChart(wordedChart(dataOf(workspace, 'actors-by-stance'), 'en')))).toContain('&lt;script&gt;')
  })
})

describe('a memo with charts', () => {
  const exported = async () => {
    const { core } = await aWorkspace()
    const node = (chart: ChartKind, form = 'chart') => ({ type: 'chart', attrs: { chart, form } })
    const document = { type: 'doc', content: [node('claims-by-status'), node('actors-by-stance'), node('timeline', 'table')] }
    const { id } = core.api.memos.create({ head: { title: 'Charts' } })
    core.api.memos.save({ memo: id, revision: 0, document: JSON.stringify(document) })
    const pathOf = async (format: ExportFormat) => {
      const { file, warnings } = await core.api.exports.memo({ memo: id, format })
      expect(warnings).toEqual([])
      return core.files.served(file).path
    }
    return { core, id, pathOf }
  }

  it('has them as drawings with their numbers in words in a PDF that is one for assistive technology', async () => {
    const { pathOf } = await exported()
    const path = await pathOf('pdf')
    const structure = execFileSync('pdfinfo', ['-struct', path], { encoding: 'utf8' })
    const alternatives = [...readFileSync(path, 'latin1').matchAll(/\/Alt \(([^)]*)\)/g)].map(([, text]) => text)
    expect(metadataOf(path)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(structure.match(/^\s*Figure/gm)).toHaveLength(2)
    expect(alternatives).toContain('Claims by status. open: 3; corroborated: 1; contested: 1; refuted: 0')
    expect(textOf(path)).toMatch(/Claims by date of their sources Date .*2025-10 2 2025-11 0 2025-12 2 Claims without a dated source: 1/)
  })

  it('has them as charts of Word’s own, as tables in Markdown, text and on the clipboard, and as both on a page', async () => {
    const { core, id, pathOf } = await exported()
    const parts = await zipParts(readFileSync(await pathOf('docx')))
    const drawn = Object.entries(parts).filter(([name]) => /^word\/charts\/chart\d+\.xml$/.test(name)).map(([, xml]) => decoded(xml.replaceAll(/<[^>]*>/g, ' ')))
    expect(drawn.join(' ')).toMatch(/Kai Meyer/)
    expect([...(parts['word/document.xml'] ?? '').matchAll(/ descr="([^"]*)"/g)].map(([, words]) => words?.split('.')[0])).toEqual(['Claims by status', 'Actors by stance'])
    expect(wordsIn(parts['word/document.xml'] ?? '')).toContain('Actors by stance')
    // A line of fixed height would cut a drawing off.
    expect(parts['word/styles.xml']).toMatch(/w:styleId="Figure"[^]*?<w:spacing[^>]*w:line="240" w:lineRule="auto"/)
    expect(readFileSync(await pathOf('md'), 'utf8')).toContain('| Kai Meyer | 2 | 1 | 0 | 0 | 0 |')
    expect(readFileSync(await pathOf('txt'), 'utf8')).toContain('Kai Meyer\t2\t1\t0\t0\t0')
    const { document } = parseHTML(readFileSync(await pathOf('html'), 'utf8'))
    expect([...document.querySelectorAll('figure img')].map((image) => image.getAttribute('alt')?.split('.')[0])).toEqual(['Claims by status', 'Actors by stance'])
    expect([document.querySelectorAll('table').length, document.querySelectorAll('script').length]).toEqual([3, 0])
    const rich = await core.api.exports.richText({ memo: id })
    expect([rich.html.includes('<img'), rich.text.includes('corroborated\t1')]).toEqual([false, true])
  })
})
