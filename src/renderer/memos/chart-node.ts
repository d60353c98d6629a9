// A chart of the analysis in the memo: drawn anew whenever what it counts changes.
import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import { QueryObserver } from '@tanstack/react-query'
import { chartForms, chartKinds, wordedChart, type ChartData, type ChartKind, type WordedChart } from '../../shared/charts.ts'
import { drawChart, type Shape } from '../../shared/chart-drawing.ts'
import { nodeRules } from '../../shared/memo-document.ts'
import { api } from '../api.ts'
import { queryClient } from '../queries.ts'
import { aControl, fillControl, setAttribute } from './block-controls.ts'

const formChoices = [
  { value: 'chart', title: 'as a chart' },
  { value: 'table', title: 'as a table' },
]

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

function fill(box: HTMLElement, data: ChartData, form: string, language: string): void {
  const chart = wordedChart(data, language)
  const empty = chart.rows.length === 0
  box.replaceChildren(
    paragraph(chart.title, 'chart-title'),
    empty ? paragraph(chart.alternative.slice(chart.title.length + 2), 'chart-note') : form === 'table' ? tableOf(chart) : drawingOf(chart),
    ...(chart.note === '' ? [] : [paragraph(chart.note, 'chart-note')]),
  )
}

function chartView(first: ProseMirrorNode, view: () => EditorView, getPos: () => number | undefined): NodeView {
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
  const draw = () => {
    fillControl(form, formChoices, node.attrs.form as string)
    if (data) fill(box, data, node.attrs.form as string, view().dom.lang || 'en')
  }
  const chart = node.attrs.chart as ChartKind
  const observer = new QueryObserver(queryClient, { queryKey: ['charts', 'data', { chart }], queryFn: () => api.charts.data({ chart }) })
  const end = observer.subscribe((answer) => {
    data = answer.data
    draw()
  })
  controls.append(form)
  dom.append(controls, box)
  draw()
  return {
    dom,
    update(next) {
      if (next.type !== node.type || next.attrs.chart !== chart) return false
      node = next
      draw()
      return true
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && controls.contains(event.target),
    ignoreMutation: () => true,
    destroy: end,
  }
}

const rules = nodeRules.chart?.attributes ?? {}

/** Pasted HTML is hostile: a chart in it counts only when its attributes fit. */
function readChart(element: HTMLElement): { chart: string; form: string } | false {
  const { chart = '', form = 'chart' } = element.dataset
  return rules.chart?.fits(chart) && rules.form?.fits(form) ? { chart, form } : false
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
  }),

  parseHTML: () => [{ tag: 'figure[data-chart]', getAttrs: readChart }],

  renderHTML: ({ node }) => {
    const { chart, form } = node.attrs as { chart: ChartKind; form: string }
    return ['figure', { 'data-chart': chart, 'data-form': form }, chartKinds.includes(chart) ? wordedChart({ chart, series: [], rows: [], left: 0 }, 'en').title : '']
  },

  addNodeView: () => ({ node, editor, getPos }) => chartView(node, () => editor.view, getPos),
})
