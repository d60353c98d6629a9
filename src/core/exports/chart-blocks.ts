// A chart of a memo as a block of the paper: a drawing, or its numbers as a table under its title.
import { chartFilterSchema, chartForms, chartKey, chartKinds, wordedChart, type AskedChart, type ChartData, type WordedChart } from '../../shared/charts.ts'
import { drawChart, svgOf } from '../../shared/chart-drawing.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import type { ChartBlock, Inline, PaperBlock, ParagraphBlock, TableBlock, TableCell } from './paper.ts'
import { directionOf, oneLine, type Removals } from './printable-text.ts'

/** What a chart node asks for; null for a kind that is not known. A filter that cannot be read narrows nothing. */
function askedBy({ attrs }: DocumentNode): AskedChart | null {
  const chart = chartKinds.find((kind) => kind === attrs?.['chart'])
  return chart ? { chart, filter: chartFilterSchema.safeParse(attrs?.['filter']).data } : null
}

/** The charts that a document holds, each once. */
export function chartsIn(nodes: Iterable<DocumentNode>): AskedChart[] {
  const found = [...nodes].filter(({ type }) => type === 'chart').map(askedBy).filter((asked) => asked !== null)
  return [...new Map(found.map((asked) => [chartKey(asked), asked])).values()]
}

const run = (text: string, emphasis: 'bold' | null = null): Inline => ({ kind: 'text', text, emphasis: emphasis === null ? [] : [emphasis], link: null })

const paragraph = (...content: Inline[]): ParagraphBlock => ({ kind: 'paragraph', whole: true, direction: null, language: null, content })

const cell = (text: string, head: boolean, align: TableCell['align']): TableCell => ({
  head,
  columns: 1,
  rows: 1,
  align,
  long: false,
  content: text === '' ? [] : [{ ...paragraph(run(text)), direction: directionOf(text) }],
})

function tableOf({ head, rows }: WordedChart): TableBlock {
  const line = (words: readonly string[], isHead: boolean) => words.map((text, at) => cell(text, isHead, at === 0 ? null : 'right'))
  return {
    kind: 'table',
    whole: true,
    columns: head.length,
    widths: null,
    headRows: 1,
    repeats: true,
    direction: null,
    rows: [line(head, true), ...rows.map(({ label, values }) => line([label, ...values.map(String)], false))],
  }
}

function printable(chart: WordedChart, removals: Removals): WordedChart {
  const rows = chart.rows.map(({ label, values }) => ({ label: oneLine(label, removals), values }))
  return { ...chart, rows, note: oneLine(chart.note, removals), alternative: oneLine(chart.alternative, removals) }
}

/** What is printed of a chart node; `charts` are counts by `chartKey`, `language` is the memo's. Without counts there is but its title. */
export function chartBlocks(node: DocumentNode, charts: ReadonlyMap<string, ChartData>, language: string, removals: Removals): PaperBlock[] {
  const asked = askedBy(node)
  const form = chartForms.find((one) => one === node.attrs?.['form']) ?? 'chart'
  const data = asked && charts.get(chartKey(asked))
  if (!data) return []
  const chart = printable(wordedChart(data, language), removals)
  const title = paragraph(run(chart.title, 'bold'))
  if (chart.rows.length === 0) return [title, paragraph(run(chart.alternative.slice(chart.title.length + 2)))]
  const note = chart.note === '' ? [] : [paragraph(run(chart.note))]
  const asTable: PaperBlock[] = [title, tableOf(chart), ...note]
  if (form === 'table') return asTable
  const { title: words, note: left, alternative, series, rows } = chart
  const numbers = { upright: chart.chart === 'timeline', series, rows }
  const block: ChartBlock = { kind: 'chart', title: words, note: left, alternative, svg: svgOf(drawChart(chart)), numbers, table: asTable }
  return [block]
}
