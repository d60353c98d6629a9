// Running heads, running feet and page numbers: told by standing at the edge of page after page.
import type { SetAside } from '../../shared/sources.ts'
import type { Run } from './pdf-runs.ts'

export interface PageOfRuns {
  number: number
  runs: Run[]
  turned: string[]
}

interface EdgeLine {
  runs: Run[]
  text: string
  edge: 'head' | 'foot'
  y: number
  /** Whether more than a line's distance, or another size of letters, parts it from the next line inwards. */
  apart: boolean
}

/** How many lines at either edge of a page may be running ones. */
const deepest = 3

/** What is left of the pages, what was set aside, named once each, and the page numbers that were read off them. */
interface Parted {
  kept: PageOfRuns[]
  setAside: SetAside[]
  numbers: Map<number, string>
}

/** The pages without their running lines and turned words. */
export function withoutRunningLines(pages: readonly PageOfRuns[]): Parted {
  const edges = pages.flatMap((page) => edgesOf(page).map((edge) => [page.number, edge] as const))
  const counts = new Map<string, number>()
  for (const line of edges.flatMap(([, edge]) => edge)) counts.set(keyOf(line), (counts.get(keyOf(line)) ?? 0) + 1)
  // Left and right pages often have heads of their own: a third of the pages is enough, but never a single one.
  const needed = Math.min(Math.max(2, Math.round(pages.length / 3)), 4)
  const repeats = (line: EdgeLine) => /\p{L}/u.test(line.text) && (counts.get(keyOf(line)) ?? 0) >= needed
  const isNumber = (line: EdgeLine) => isPageNumber(line.text) && (pages.length > 1 || line.edge === 'foot')
  const dropped = new Set<Run>()
  const setAside = new Map<string, SetAside>()
  const note = (text: string, rule: string) => {
    const key = `${rule} ${shape(text)}`
    if (!setAside.has(key)) setAside.set(key, { text, rule })
  }
  const numbers = new Map<number, string>()
  for (const [page, edge] of edges) {
    for (const line of runningPart(edge, (one) => isNumber(one) || repeats(one))) {
      for (const run of line.runs) dropped.add(run)
      if (isNumber(line)) numbers.set(page, line.text)
      note(line.text, isNumber(line) ? 'page number' : `running ${line.edge}`)
    }
  }
  for (const page of pages) if (page.turned.length > 0) note(page.turned.join(' ').replace(/\s+/g, ' '), 'turned text')
  return { kept: pages.map((page) => ({ ...page, runs: page.runs.filter((run) => !dropped.has(run)) })), setAside: [...setAside.values()].slice(0, 500), numbers }
}

/** The lines from the edge inwards that are running ones, as far as something parts them from the text. */
function runningPart(edge: readonly EdgeLine[], runs: (line: EdgeLine) => boolean): EdgeLine[] {
  const first = edge.findIndex((line) => !runs(line))
  let end = first < 0 ? edge.length : first
  while (end > 0 && !edge[end - 1]?.apart) end -= 1
  return edge.slice(0, end)
}

/** A text with its figures as one sign, so that “Page 3” and “Page 4” are the same. */
const shape = (text: string): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase()

/** Running lines stand at the same height, within six points. */
const keyOf = (line: EdgeLine): string => `${line.edge} ${Math.round(line.y / 6)} ${shape(line.text)}`

function isPageNumber(text: string): boolean {
  return /^[-–—|\s]*(?:(?:page|p\.|seite|s\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|von|de|sur)\s*\d{1,4})?[-–—|\s]*$/i.test(text)
}

/** The outermost lines of a page, from its head and from its foot inwards. */
function edgesOf(page: PageOfRuns): EdgeLine[][] {
  const rows: Run[][] = []
  for (const run of page.runs.toSorted((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - run.y) < 0.4 * run.size) row.push(run)
    else rows.push([run])
  }
  const most = Math.min(deepest, rows.length)
  return [edgeLines(rows.slice(0, most + 1), 'head', most), edgeLines(rows.toReversed().slice(0, most + 1), 'foot', most)]
}

function edgeLines(rows: readonly Run[][], edge: EdgeLine['edge'], most: number): EdgeLine[] {
  return rows.slice(0, most).map((runs, at) => {
    const [run, inner] = [runs[0], rows[at + 1]?.[0]]
    const distance = run && inner ? Math.abs(run.y - inner.y) / Math.max(run.size, inner.size) : Infinity
    const apart = distance > 1.6 || (run !== undefined && inner !== undefined && Math.abs(run.size - inner.size) > 0.5)
    const text = runs.toSorted((a, b) => a.x - b.x).map((one) => one.text).join(' ')
    return { runs, text, edge, y: run?.y ?? 0, apart }
  })
}
