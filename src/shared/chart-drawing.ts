// A chart as shapes, once for the window and for every paper: bars beside names, or columns in the order of time.
import type { WordedChart } from './charts.ts'

/** `fill` names a series from 0; lines and words are drawn in ink, quiet words in a weaker one. Units are those of the drawing. */
export type Shape =
  | { kind: 'rect'; x: number; y: number; width: number; height: number; fill: number }
  | { kind: 'line'; x1: number; y1: number; x2: number; y2: number }
  | { kind: 'text'; x: number; y: number; text: string; anchor: 'start' | 'middle' | 'end'; tone: 'ink' | 'quiet' | 'inside' }

export interface Drawing {
  width: number
  height: number
  shapes: Shape[]
}

const width = 480
const size = 12
const names = 150
const counts = 32
const rowHeight = 24
const barHeight = 15

/** The width of words, nearly: measured letters would need a font at hand. */
const roomOf = (text: string): number => text.length * size * 0.54

/** As many letters as have room. */
function fitted(text: string, room: number): string {
  const most = Math.max(3, Math.floor(room / (size * 0.54)))
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('').trimEnd()}…`
}

const word = (x: number, y: number, text: string, anchor: 'start' | 'middle' | 'end', tone: 'ink' | 'quiet' | 'inside' = 'ink'): Shape => ({ kind: 'text', x, y, text, anchor, tone })

/** What each fill stands for, in a line above; nothing for a single series. */
function legend(series: readonly string[]): { shapes: Shape[]; height: number } {
  if (series.length < 2) return { shapes: [], height: 0 }
  let x = 0
  const shapes = series.flatMap((name, fill): Shape[] => {
    const at = x
    x += 18 + roomOf(name) + 18
    return [{ kind: 'rect', x: at, y: 2, width: 12, height: 12, fill }, word(at + 18, 12.5, name, 'start')]
  })
  return { shapes, height: 28 }
}

function bars({ series, rows }: WordedChart): Drawing {
  const key = legend(series)
  const sums = rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0))
  const scale = (width - names - counts) / Math.max(1, ...sums)
  const shapes = rows.flatMap(({ label, values }, row): Shape[] => {
    const top = key.height + row * rowHeight
    const line = top + rowHeight / 2 + 4
    let x = names
    const drawn = values.flatMap((value, fill): Shape[] => {
      if (value === 0) return []
      const from = x
      x += value * scale
      const rect: Shape = { kind: 'rect', x: from, y: top + (rowHeight - barHeight) / 2, width: value * scale, height: barHeight, fill }
      const inside = values.length > 1 && value * scale > roomOf(`${value}`) + 6
      return inside ? [rect, word(from + (value * scale) / 2, line, `${value}`, 'middle', 'inside')] : [rect]
    })
    return [word(names - 10, line, fitted(label, names - 14), 'end'), ...drawn, word(x + 6, line, `${sums[row] ?? 0}`, 'start', 'quiet')]
  })
  const height = key.height + rows.length * rowHeight
  return { width, height, shapes: [...key.shapes, { kind: 'line', x1: names, y1: key.height, x2: names, y2: height }, ...shapes] }
}

const columnsHeight = 150

function columns({ rows }: WordedChart): Drawing {
  const step = Math.min(90, width / Math.max(1, rows.length))
  const most = Math.max(1, ...rows.map(({ values }) => values[0] ?? 0))
  const foot = columnsHeight + 18
  // Dates that would run into each other are left out, the first and every so many after it stay.
  const every = Math.ceil(roomOf('2025-10 ') / step)
  const shapes = rows.flatMap(({ label, values: [value = 0] }, at): Shape[] => {
    const height = (value / most) * (columnsHeight - 20)
    const middle = at * step + step / 2
    return [
      ...(value === 0 ? [] : [{ kind: 'rect', x: at * step + step * 0.15, y: foot - height, width: step * 0.7, height, fill: 0 } as const, word(middle, foot - height - 5, `${value}`, 'middle', 'quiet')]),
      ...(at % every === 0 ? [word(middle, foot + 17, label, 'middle')] : []),
    ]
  })
  return { width, height: foot + 26, shapes: [{ kind: 'line', x1: 0, y1: foot, x2: Math.max(step * rows.length, 60), y2: foot }, ...shapes] }
}

/** Draws a chart; one without rows is a drawing of nothing. */
export const drawChart = (chart: WordedChart): Drawing => (chart.chart === 'timeline' ? columns(chart) : bars(chart))

/** Colours of the series on white paper, told apart without colour by their lightness, and what is written on them. */
export const chartFills = ['#0f6b66', '#b5493c', '#8d8a82', '#c99a3b', '#d9d6cd']
/** Too pale for white paper without a line around it. */
const palest = 4
export const chartInsides = ['#ffffff', '#ffffff', '#1b1b18', '#1b1b18', '#1b1b18']

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
const round = (value: number): number => Math.round(value * 100) / 100

function marked(shape: Shape, before: Shape | undefined): string {
  if (shape.kind === 'rect') {
    return `<rect x="${round(shape.x)}" y="${round(shape.y)}" width="${round(shape.width)}" height="${round(shape.height)}" fill="${chartFills[shape.fill % chartFills.length]}"${shape.fill === palest ? ' stroke="#8d8a82"' : ''}/>`
  }
  if (shape.kind === 'line') return `<line x1="${round(shape.x1)}" y1="${round(shape.y1)}" x2="${round(shape.x2)}" y2="${round(shape.y2)}" stroke="#8d8a82" stroke-width="1"/>`
  const under = before?.kind === 'rect' ? before.fill : 0
  const fill = shape.tone === 'inside' ? chartInsides[under % chartInsides.length] : shape.tone === 'quiet' ? '#5d5b54' : '#1b1b18'
  return `<text x="${round(shape.x)}" y="${round(shape.y)}" text-anchor="${shape.anchor}" fill="${fill}">${escaped(shape.text)}</text>`
}

/** The drawing as an SVG file for white paper. */
export function svgOf({ width: wide, height, shapes }: Drawing): string {
  const drawn = shapes.map((shape, at) => marked(shape, shapes[at - 1])).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${round(height)}" width="${wide}" height="${round(height)}" font-family="Source Serif 4, Georgia, serif" font-size="${size}">${drawn}</svg>`
}
