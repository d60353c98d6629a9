// A memo's table as a filled grid: whatever spans it claims, every cell has a place and none lies on another.
import type { DocumentNode } from '../../shared/memos.ts'
import { holdsCitation, lengthOf, mostUnbroken } from './keeping-together.ts'
import type { PaperBlock, TableBlock, TableCell } from './paper.ts'

const mostColumns = 200
const mostRows = 5000
const alignments = ['left', 'center', 'right'] as const

interface Grid {
  rows: TableCell[][]
  columns: number
  /** For each row which columns are taken, by cells that start in it or reach into it from above. */
  taken: boolean[][]
}

const span = (value: unknown, most: number): number =>
  typeof value === 'number' && Number.isInteger(value) && value > 1 ? Math.min(value, most) : 1

const emptyCell = (): TableCell => ({ head: false, columns: 1, rows: 1, align: null, long: false, content: [] })

/** Lays cells out row by row as HTML does: a cell takes the first free column, its spans end where others stand. */
function layOut(rows: DocumentNode[], contentOf: (cell: DocumentNode) => PaperBlock[]): Grid {
  const grid: Grid = { rows: rows.map(() => []), columns: 1, taken: rows.map(() => []) }
  rows.forEach((row, y) => {
    const taken = grid.taken[y] ?? []
    let x = 0
    for (const cell of row.content ?? []) {
      while (taken[x]) x += 1
      let columns = span(cell.attrs?.['colspan'], mostColumns)
      for (let n = 1; n < columns; n += 1) if (taken[x + n]) columns = n
      const height = Math.min(span(cell.attrs?.['rowspan'], mostRows), rows.length - y)
      mark(grid, x, y, columns, height)
      const align = alignments.find((one) => one === cell.attrs?.['align']) ?? null
      const head = cell.type === 'tableHeader'
      const content = contentOf(cell)
      grid.rows[y]?.push({ head, columns, rows: height, align, long: lengthOf(content) > mostUnbroken, content })
      x += columns
      grid.columns = Math.max(grid.columns, x)
    }
  })
  return grid
}

function mark(grid: Grid, x: number, y: number, columns: number, rows: number): void {
  for (let dy = 0; dy < rows; dy += 1) {
    const taken = grid.taken[y + dy]
    if (taken) for (let dx = 0; dx < columns; dx += 1) taken[x + dx] = true
  }
}

/** Rows shorter than the table get empty cells at their end. */
function fill(grid: Grid): void {
  grid.rows.forEach((row, y) => {
    const taken = grid.taken[y] ?? []
    for (let x = 0; x < grid.columns; x += 1) if (!taken[x]) row.push(emptyCell())
  })
}

/** Leading rows that hold header cells alone; a head that reaches below itself or is the whole table is none. */
function headRowsOf(rows: TableCell[][]): number {
  const first = rows.findIndex((row) => !row.every((cell) => cell.head))
  const count = first === -1 ? 0 : first
  const reachesOut = rows.slice(0, count).some((row, y) => row.some((cell) => y + cell.rows > count))
  return reachesOut ? 0 : count
}

/** Column widths in the editor's pixels, when every column of the first row has one. */
function widthsOf(row: DocumentNode | undefined, columns: number): number[] | null {
  const widths = (row?.content ?? []).flatMap((cell): unknown[] => {
    const own = cell.attrs?.['colwidth']
    return Array.isArray(own) ? own : [null]
  })
  const known = widths.filter((width): width is number => typeof width === 'number' && width > 0 && width < 10_000)
  return known.length === columns && widths.length === columns ? known : null
}

/** The table of a `table` node; `contentOf` converts a cell's blocks. */
export function paperTable(node: DocumentNode, contentOf: (cell: DocumentNode) => PaperBlock[]): TableBlock {
  const rows = (node.content ?? []).filter((row) => (row.content ?? []).length > 0)
  const grid = layOut(rows, contentOf)
  fill(grid)
  const headRows = headRowsOf(grid.rows)
  return {
    kind: 'table',
    columns: grid.columns,
    widths: widthsOf(rows[0], grid.columns),
    headRows,
    repeats: !holdsCitation(grid.rows.slice(0, headRows).flatMap((row) => row.flatMap(({ content }) => content))),
    direction: null,
    whole: false,
    rows: grid.rows,
  }
}
