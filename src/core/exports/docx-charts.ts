// A chart of a paper as one of Word's own: Word draws it from its numbers, which stay in the document to be changed.
import { Paragraph, TextRun } from 'docx'
import { ChartRun } from 'docx/charts'
import { chartFills, chartInsides } from '../../shared/chart-drawing.ts'
import type { ChartBlock } from './paper.ts'

/** The text's width in pixels of 1/96 inch, and what a bar or a column of names needs of it. */
const width = 560
const barHeight = 30
const columnsHeight = 240
const legendHeight = 60

/** A colour as Word writes it; ink where none is given. */
const hex = (colour = '#1b1b18'): string => colour.slice(1).toUpperCase()

function chartRun({ title, alternative, numbers: { upright, series, rows } }: ChartBlock): ChartRun {
  const many = series.length > 1
  const height = (upright ? columnsHeight : rows.length * barHeight + 24) + (many ? legendHeight : 0)
  return new ChartRun({
    type: upright ? 'column' : 'bar',
    categories: rows.map(({ label }) => label),
    // A stretch of nothing in a stack would be labelled with a zero upon its neighbour.
    series: series.map((name, at) => ({
      name,
      color: hex(chartFills[at % chartFills.length]),
      values: rows.map(({ values }) => (many && values[at] === 0 ? null : (values[at] ?? 0))),
      dataLabels: { value: true, font: { color: hex(many ? chartInsides[at % chartInsides.length] : undefined) } },
    })),
    stacking: many ? 'stacked' : 'none',
    gapWidth: 60,
    legend: many ? { position: 'top' } : false,
    // Word puts the first bar at the bottom.
    categoryAxis: { gridlines: false, reverseOrder: !upright },
    valueAxis: { gridlines: false, visible: false, minimum: 0 },
    font: { name: 'Georgia', color: '1B1B18' },
    chartArea: { border: 'none' },
    transformation: { width, height },
    altText: { name: title, title, description: alternative },
  })
}

/** The chart under its title and above what it leaves out. */
export function chartParagraphs(block: ChartBlock): Paragraph[] {
  return [
    new Paragraph({ keepNext: true, children: [new TextRun({ text: block.title, bold: true })] }),
    new Paragraph({ style: 'Figure', children: [chartRun(block)] }),
    ...(block.note === '' ? [] : [new Paragraph({ children: [new TextRun(block.note)] })]),
  ]
}
