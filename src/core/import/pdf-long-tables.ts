// Tables that go over the end of a page: what follows in the same columns at the head of the next page is the same table.
import type { Line } from './pdf-columns.ts'
import { rowsBelow, tablesIn, type Column, type PdfTable, type TableRow } from './pdf-tables.ts'

/** How far the columns of two pages may stand from each other, in heights of letters. */
const offColumn = 1.5

/** The tables of pages of lines in reading order; `isNote` tells the footnotes below the last line of a page. */
export function tablesOfPages(pages: readonly Line[][], isNote: (line: Line) => boolean): PdfTable[] {
  const tables: PdfTable[] = []
  let before: Line[] = []
  for (const page of pages) {
    const own = tablesIn(page)
    const last = tables.at(-1)
    if (last && lastOf(before, last, isNote) === last.lines.at(-1)) {
      const [first] = own
      const next = first?.lines[0] === page[0] ? first : rowsBelow(page, last.columns)
      const whole = next && (!first || first.lines.every((line) => next.lines.includes(line)) || !first.lines.some((line) => next.lines.includes(line)))
      if (next && whole && agree(last, next)) {
        append(last, next)
        if (first && next.lines.includes(first.lines[0] as Line)) own.shift()
      }
    }
    tables.push(...own)
    before = page
  }
  return tables
}

function lastOf(page: readonly Line[], table: PdfTable, isNote: (line: Line) => boolean): Line | undefined {
  return page.findLast((line) => !isNote(line) || table.lines.includes(line))
}

/** Whether two tables have the same columns: as many, which begin, end or have their middle at the same places. */
function agree(first: PdfTable, second: PdfTable): boolean {
  const near = offColumn * (first.lines[0]?.size ?? 0)
  const close = (a: Column, b: Column): boolean =>
    Math.min(Math.abs(a.x - b.x), Math.abs(a.end - b.end), Math.abs(a.x + a.end - b.x - b.end) / 2) <= near
  return first.columns.length === second.columns.length && first.columns.every((column, at) => close(column, second.columns[at] as Column))
}

const textsOf = ({ cells }: TableRow): string[] => cells.map((cell) => cell.map(({ text }) => text).join(' '))
const sameRow = (a: TableRow | undefined, b: TableRow | undefined): boolean =>
  a !== undefined && b !== undefined && textsOf(a).join('\t') === textsOf(b).join('\t')

/** Adds the rows of the next page: without the head where that is printed again, and with the rest of a row that the page parted. */
function append(table: PdfTable, next: PdfTable): void {
  let repeated = 0
  while (repeated < next.rows.length && sameRow(next.rows[repeated], table.rows[repeated])) repeated += 1
  const [first, ...rest] = next.rows.slice(repeated)
  const last = table.rows.at(-1)
  if (first && last && isRest(first)) for (const [place, cell] of first.cells.entries()) last.cells[place]?.push(...cell)
  else if (first) table.rows.push(first)
  table.rows.push(...rest)
  table.lines.push(...next.lines)
}

/** Whether a row has nothing in its first cell, and words in others that go on in the middle of a sentence. */
function isRest(row: TableRow): boolean {
  const [first, ...others] = textsOf(row)
  const filled = others.filter((text) => text !== '')
  return first === '' && filled.length > 0 && filled.every((text) => /^\p{Ll}/u.test(text))
}
