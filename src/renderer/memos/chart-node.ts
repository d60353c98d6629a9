// A chart of the analysis in the memo: drawn anew whenever what it counts changes.
import { Node, type Editor } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { QueryObserver } from '@tanstack/react-query'
import { chartFilters, chartForms, chartKey, chartKinds, wordedChart, type AskedChart, type ChartChoices, type ChartData, type ChartFilter, type ChartFilterKind, type ChartKind, type WordedChart } from '../../shared/charts.ts'
import { drawChart, type Shape } from '../../shared/chart-drawing.ts'
import { nodeRules } from '../../shared/memo-document.ts'
import { api } from '../api.ts'
import { queryClient } from '../queries.ts'
import { languageChanged, languageOf } from './editor-language.ts'
import { aControl, fillControl, setAttribute, type ControlChoice } from './block-controls.ts'

const formChoices = [
  { value: 'chart', title: 'as a chart' },
  { value: 'table', title: 'as a table' },
]

const anyOf: Record<ChartFilterKind, string> = { collection: 'any collection', source: 'any source', code: 'any code', actor: 'said by anyone' }
const filterLabels: Record<ChartFilterKind, string> = { collection: 'Collection', source: 'Source', code: 'Code', actor: 'Speaker' }

/** What a list of a filter offers; what was chosen and counts nothing any more stays on offer. */
function filterChoices(kind: ChartFilterKind, offered: ChartChoices | undefined, data: ChartData | undefined, chosen: string): ControlChoice[] {
  const known = (offered?.[kind] ?? []).map(({ id, name }) => ({ value: id, title: name || 'Untitled' }))
  const lost = chosen !== '' && !known.some(({ value }) => value === chosen)
  const name = data?.within.find((one) => one.kind === kind)?.name
  return [{ value: '', title: anyOf[kind] }, ...known, ...(lost ? [{ value: chosen, title: name ?? 'deleted' }] : [])]
}

/** A filter with one of its kinds set, or taken away by an empty value; null when nothing is left. */
function withFilter(filter: ChartFilter, kind: ChartFilterKind, value: string): ChartFilter | null {
  const { [kind]: _before, ...others } = filter
  const next = value === '' ? others : { ...others, [kind]: value }
  return Object.keys(next).length > 0 ? next : null
}

const askedBy = ({ attrs }: ProseMirrorNode): AskedChart => ({ chart: attrs.chart as ChartKind, filter: (attrs.filter as ChartFilter | null) ?? undefined })

const queryOf = (asked: AskedChart) => ({ queryKey: ['charts', 'data', asked], queryFn: () => api.charts.data(asked) })

const svg = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

function elementOf(shape: Shape, before: Shape | undefined): SVGElement {
  if (shape.kind === 'rect') {
    const { x, y, width, height, fill } = shape
    return svg('rect', { x, y, width, height, class: `chart-fill-${fill}` })
  }
  if (shape.kind === 'line') return svg('line', { x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2, class: 'chart-line' })
  const under = shape.tone === 'inside' && before?.kind === 'rect' ? ` chart-on-${before.fill}` : ''
  const text = svg('text', { x: shape.x, y: shape.y, 'text-anchor': shape.anchor, class: `chart-${shape.tone}${under}` })
  text.textContent = shape.text
  return text
}

function drawingOf(chart: WordedChart): Element {
  const { width, height, shapes } = drawChart(chart)
  const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': chart.alternative })
  picture.append(...shapes.map((shape, at) => elementOf(shape, shapes[at - 1])))
  return picture
}

function tableOf({ head, rows }: WordedChart): Element {
  const table = document.createElement('table')
  const line = (words: readonly string[], tag: 'th' | 'td') => {
    const row = table.insertRow()
    for (const [at, text] of words.entries()) row.append(Object.assign(document.createElement(at === 0 ? 'th' : tag), { textContent: text }))
  }
  line(head, 'th')
  for (const { label, values } of rows) line([label, ...values.map(String)], 'td')
  return table
}

const paragraph = (text: string, className: string): Element => Object.assign(document.createElement('p'), { textContent: text, className })

function fill(figure: HTMLElement, box: HTMLElement, data: ChartData, form: string, language: string): void {
  const chart = wordedChart(data, language)
  const empty = chart.rows.length === 0
  figure.setAttribute('aria-label', chart.title)
  box.replaceChildren(
    paragraph(chart.title, 'chart-title'),
    empty ? paragraph(chart.alternative.slice(chart.title.length + 2), 'chart-note') : form === 'table' ? tableOf(chart) : drawingOf(chart),
    ...(chart.note === '' ? [] : [paragraph(chart.note, 'chart-note')]),
  )
}

function chartView(first: ProseMirrorNode, editor: Editor, getPos: () => number | undefined): NodeView {
  const view = () => editor.view
  let node = first
  let data: ChartData | undefined
  const dom = document.createElement('figure')
  dom.className = 'memo-chart'
  dom.contentEditable = 'false'
  const controls = Object.assign(document.createElement('div'), { className: 'block-controls' })
  const box = document.createElement('div')
  const back = () => {
    const position = getPos()
    if (position !== undefined) view().dispatch(view().state.tr.setSelection(NodeSelection.create(view().state.doc, position)))
    view().focus()
  }
  const form = aControl('How the chart is shown', (value) => setAttribute(view(), getPos(), 'form', value), back)
  const filterOf = () => (node.attrs.filter as ChartFilter | null) ?? {}
  const filters = chartFilters.map((kind) => ({
    kind,
    list: aControl(filterLabels[kind], (value) => setAttribute(view(), getPos(), 'filter', withFilter(filterOf(), kind, value)), back),
  }))
  // Most charts count everything: the lists open where one is wanted, and are open where one is set.
  const narrowing = document.createElement('details')
  narrowing.className = 'chart-filters'
  narrowing.open = node.attrs.filter !== null
  narrowing.append(Object.assign(document.createElement('summary'), { textContent: 'Filter' }), ...filters.map(({ list }) => list))
  let offered: ChartChoices | undefined
  const draw = () => {
    fillControl(form, formChoices, node.attrs.form as string)
    for (const { kind, list } of filters) {
      const chosen = filterOf()[kind] ?? ''
      fillControl(list, filterChoices(kind, offered, data, chosen), chosen)
      list.toggleAttribute('data-chosen', chosen !== '')
    }
    if (data) fill(dom, box, data, node.attrs.form as string, languageOf(editor))
  }
  const observer = new QueryObserver(queryClient, queryOf(askedBy(node)))
  const endData = observer.subscribe((answer) => {
    // The numbers before stay until the new ones are there.
    if (!answer.data) return
    data = answer.data
    draw()
  })
  const choices = new QueryObserver(queryClient, { queryKey: ['charts', 'choices', {}], queryFn: () => api.charts.choices({}) })
  const endChoices = choices.subscribe((answer) => {
    offered = answer.data
    draw()
  })
  // What another chart asked for a moment ago is there already, and nobody tells of it.
  data = observer.getCurrentResult().data
  offered = choices.getCurrentResult().data
  const end = () => {
    endData()
    endChoices()
  }
  dom.addEventListener(languageChanged, draw)
  controls.append(narrowing, form)
  dom.append(controls, box)
  draw()
  return {
    dom,
    update(next) {
      if (next.type !== node.type || next.attrs.chart !== node.attrs.chart) return false
      const isAnother = chartKey(askedBy(next)) !== chartKey(askedBy(node))
      node = next
      if (isAnother) observer.setOptions(queryOf(askedBy(node)))
      draw()
      return true
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && controls.contains(event.target),
    ignoreMutation: () => true,
    destroy: end,
  }
}

const rules = nodeRules.chart?.attributes ?? {}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

/** Pasted HTML is hostile: a chart in it counts only when its attributes fit. */
function readChart(element: HTMLElement): { chart: string; form: string; filter: unknown } | false {
  const { chart = '', form = 'chart' } = element.dataset
  const filter = parsed(element.dataset['filter'])
  return rules.chart?.fits(chart) && rules.form?.fits(form) && rules.filter?.fits(filter) ? { chart, form, filter } : false
}

export const Chart = Node.create({
  name: 'chart',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    chart: { isRequired: true },
    form: { default: chartForms[0] },
    filter: { default: null },
  }),

  parseHTML: () => [{ tag: 'figure[data-chart]', getAttrs: readChart }],

  renderHTML: ({ node }) => {
    const { chart, form, filter } = node.attrs as { chart: ChartKind; form: string; filter: ChartFilter | null }
    const data = { 'data-chart': chart, 'data-form': form, ...(filter ? { 'data-filter': JSON.stringify(filter) } : {}) }
    return ['figure', data, chartKinds.includes(chart) ? wordedChart({ chart, series: [], rows: [], left: 0, within: [] }, 'en').title : '']
  },

  addNodeView: () => ({ node, editor, getPos }) => chartView(node, editor, getPos),
})
