// The order of the board's rows: grades and likelihoods by their scales, words by the alphabet, nothing last.
import type { BoardColumn, BoardRow } from '../../shared/board.ts'
import { claimStatuses, confidences, likelihoods, stances } from '../../shared/items.ts'

const alphabet = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

const scales: Partial<Record<BoardColumn, readonly string[]>> = { stance: stances, status: claimStatuses, likelihood: likelihoods, confidence: confidences }

/** Sorts by a column; equal rows keep the order they came in. A row without a value is last in both directions. */
export function sortRows(rows: readonly BoardRow[], by: BoardColumn, descending: boolean): BoardRow[] {
  const scale = scales[by]
  const sign = descending ? -1 : 1
  const valueOf = (row: BoardRow): string | number | null => {
    const value = row[by]
    return scale && value !== null ? scale.indexOf(String(value)) : value
  }
  const compare = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : alphabet.compare(String(a), String(b)))
  }
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => compare(a.value, b.value))
    .map(({ row }) => row)
}
