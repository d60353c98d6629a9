// The lines of a page in reading order: columns are found by the gutter that few lines cross.
import { addStyles, type Run, type StyledPart } from './pdf-runs.ts'

/** A line of a column; `left` and `right` are the column's bounds, `column` tells columns apart over all pages. */
export interface Line extends Run {
  /** The runs that it is made of, from left to right. */
  parts: Run[]
  page: number
  column: string
  left: number
  right: number
}

/** A column of prose has at least this many lines, of at least this many characters on average. */
const fewestLines = 5
const shortestLine = 18

/** The lines of a page: whole columns one after the other, between lines that go across. */
export function linesInOrder(runs: readonly Run[], page: number): Line[] {
  let count = 0
  const column = (members: readonly Run[]): Line[] => asColumn(members, page, `${page}.${(count += 1)}`)
  const order = (members: readonly Run[], depth: number): Line[] => {
    const gutter = depth < 3 ? gutterOf(members) : null
    return gutter === null ? column(members) : sections(members, gutter).flatMap((section) => order(section, depth + 1))
  }
  return order(runs, 0)
}

/**
 * The x of a gutter: where many runs begin, with prose on both sides and fewer runs across than on either side.
 * Columns of a table are no columns of prose: their cells are short.
 */
function gutterOf(runs: readonly Run[]): number | null {
  const starts = new Map<number, number>()
  for (const run of runs) starts.set(Math.round(run.x), (starts.get(Math.round(run.x)) ?? 0) + 1)
  const candidates = [...starts].filter(([, times]) => times >= 3).toSorted((a, b) => b[1] - a[1]).slice(0, 8)
  let best: { x: number; across: number } | null = null
  for (const [start] of candidates) {
    const x = start - 2
    const left = runs.filter((run) => run.end <= x)
    const right = runs.filter((run) => run.x >= x)
    const across = runs.length - left.length - right.length
    if (across > Math.min(left.length, right.length) * 0.8 || !isProse(left) || !isProse(right)) continue
    if (!besideEachOther(left, right)) continue
    if (!best || across < best.across) best = { x, across }
  }
  return best?.x ?? null
}

function isProse(runs: readonly Run[]): boolean {
  return runs.length >= fewestLines && runs.reduce((sum, run) => sum + run.text.length, 0) / runs.length >= shortestLine
}

function besideEachOther(left: readonly Run[], right: readonly Run[]): boolean {
  const span = (runs: readonly Run[]) => [Math.min(...runs.map((run) => run.y)), Math.max(...runs.map((run) => run.y))] as const
  const [[leftLow, leftHigh], [rightLow, rightHigh]] = [span(left), span(right)]
  const shared = Math.min(leftHigh, rightHigh) - Math.max(leftLow, rightLow)
  return shared > 0.3 * Math.min(leftHigh - leftLow, rightHigh - rightLow)
}

/** From top to bottom: what goes across, and between it the left side before the right one. */
function sections(runs: readonly Run[], gutter: number): Run[][] {
  const result: Run[][] = []
  let [across, left, right]: [Run[], Run[], Run[]] = [[], [], []]
  const endAcross = () => {
    if (across.length > 0) result.push(across)
    across = []
  }
  const endSides = () => {
    for (const side of [left, right]) if (side.length > 0) result.push(side)
    ;[left, right] = [[], []]
  }
  for (const run of runs.toSorted((a, b) => b.y - a.y)) {
    if (run.x < gutter && run.end > gutter) {
      endSides()
      across.push(run)
    } else {
      endAcross()
      ;(run.end <= gutter ? left : right).push(run)
    }
  }
  endAcross()
  endSides()
  return result
}

function asColumn(runs: readonly Run[], page: number, column: string): Line[] {
  const rows: Run[][] = []
  for (const run of runs.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const first = rows.at(-1)?.[0]
    if (first && Math.abs(first.y - run.y) <= 0.4 * Math.max(first.size, run.size)) rows.at(-1)?.push(run)
    else rows.push([run])
  }
  const left = runs.reduce((least, run) => Math.min(least, run.x), Infinity)
  const right = runs.reduce((most, run) => Math.max(most, run.end), 0)
  return rows.map((row) => {
    const parts = row.toSorted((a, b) => a.x - b.x)
    const main = row.reduce((longest, run) => (run.text.length > longest.text.length ? run : longest))
    const [first, last] = [parts[0] ?? main, parts.at(-1) ?? main]
    const links = parts.flatMap((run) => run.links)
    return { ...joined(parts), parts, links, gaps: [], x: first.x, end: last.end, y: main.y, size: main.size, page, column, left, right }
  })
}

/** The text of runs with a space between them, and its styles. */
function joined(parts: readonly Run[]): { text: string; styles: StyledPart[] } {
  const styles: StyledPart[] = []
  let text = ''
  for (const part of parts) {
    if (text !== '') text += ' '
    addStyles(styles, part.styles, text.length)
    text += part.text
  }
  return { text, styles }
}
