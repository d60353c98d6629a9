// The order of the board's rows: grades and likelihoods by their scales, words by the alphabet, nothing last.
import type { BoardColumn } from '../../shared/board.ts'
import { claimStatuses, confidences, likelihoods, stances } from '../../shared/items.ts'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** By the alphabet. */
export const alphabet = (a: string, b: string): number => collator.compare(a, b)

const scales: Partial<Record<BoardColumn, readonly string[]>> = { stance: stances, status: claimStatuses, likelihood: likelihoods, confidence: confidences }

/**
 * Sorts by a column, of which `valueIn` answers a row's value; equal rows keep the order they came in. A row without a
 * value is last in both directions.
 */
export function sortRows<T>(rows: readonly T[], by: BoardColumn, descending: boolean, valueIn: (row: T) => string | number | null): T[] {
  const scale = scales[by]
  const sign = descending ? -1 : 1
  const valueOf = (row: T): string | number | null => {
    const value = valueIn(row)
    return scale && value !== null ? scale.indexOf(String(value)) : value
  }
  const compare = (a: string | number | null, b: string | number | null): number => {
    if (a === null || b === null) return Number(a === null) - Number(b === null)
    return sign * (typeof a === 'number' && typeof b === 'number' ? a - b : alphabet(String(a), String(b)))
  }
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .toSorted((a, b) => compare(a.value, b.value))
    .map(({ row }) => row)
}
