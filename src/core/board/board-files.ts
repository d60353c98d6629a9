// Rows of the board as a table for other programs and as a text to read. Pure.
import type { AdviceRow, BoardRow } from '../../shared/board.ts'
import { asCsv } from '../exports/write-csv.ts'
import { oneLine } from '../passages/list-files.ts'

type Column<T> = readonly [title: string, of: (row: T) => string]

const words = (value: string | number | null): string => (value === null ? '' : String(value))

const claimColumns: readonly Column<BoardRow>[] = [
  ['Claim', (row) => row.statement],
  ['Speaker', (row) => words(row.speaker)],
  ['Stance', (row) => words(row.stance)],
  ['Status', (row) => row.status],
  ['Likelihood', (row) => words(row.likelihood)],
  ['Confidence', (row) => words(row.confidence)],
  ['Credibility', (row) => words(row.credibility)],
  ['Passages for', (row) => words(row.evidenceFor)],
  ['Passages against', (row) => words(row.evidenceAgainst)],
  ['Independent sources', (row) => words(row.independent)],
  ['Best reliability', (row) => words(row.grade)],
]

const adviceColumns: readonly Column<AdviceRow>[] = [
  ['Recommendation', (row) => row.statement],
  ['Addressee', (row) => words(row.addressee)],
  ['Proponent', (row) => words(row.proponent)],
  ['Instrument', (row) => words(row.instrument)],
  ['Status', (row) => row.status],
  ['Rests on', (row) => row.restsOn.map(({ statement }) => statement).join('\n')],
]

const table = <T>(columns: readonly Column<T>[], rows: readonly T[]): string =>
  asCsv([columns.map(([title]) => title), ...rows.map((row) => columns.map(([, of]) => of(row)))])

/** A line for each row, with what is known of it below. */
function text<T>(title: string, columns: readonly Column<T>[], rows: readonly T[]): string {
  const [statement, ...others] = columns
  const entries = rows.map((row) => {
    const facts = others.map(([name, of]) => [name, of(row)] as const).filter(([, value]) => value !== '')
    return [`- ${oneLine(statement?.[1](row) ?? '')}`, ...facts.map(([name, value]) => `  - ${name}: ${oneLine(value)}`)].join('\n')
  })
  return `# ${title}\n\n${entries.join('\n')}\n`
}

/** Claims with the columns of the board. */
export const claimsAs = { csv: (rows: readonly BoardRow[]) => table(claimColumns, rows), md: (rows: readonly BoardRow[]) => text('Claims', claimColumns, rows) }

/** Recommendations with the claims that they rest on. */
export const adviceAs = { csv: (rows: readonly AdviceRow[]) => table(adviceColumns, rows), md: (rows: readonly AdviceRow[]) => text('Recommendations', adviceColumns, rows) }
