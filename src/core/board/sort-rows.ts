// The order of the board's rows: grades and likelihoods by their scales, words by the alphabet, nothing last.
import type { BoardColumn } from '../../shared/board.ts'
import { claimStatuses, confidences, likelihoods, stances } from '../../shared/items.ts'

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** By the alphabet. */
export const alphabet = (a: string, b: string): number => collator.compare(a, b)

/** Places of words in the alphabet, as they were sorted last. Comparing words is dear, and they seldom change between two orders. */
let places = new Map<string, number>()

/** The place of each of these words in the alphabet; words that are alike in it have the same. */
function placesOf(words: ReadonlySet<string>): ReadonlyMap<string, number> {
  if ([...words].every((word) => places.has(word))) return places
  let place = 0
  let last: string | null = null
  places = new Map(
    [...words].toSorted(alphabet).map((word) => {
      if (last !== null && alphabet(last, word) !== 0) place += 1
      last = word
      return [word, place]
    }),
  )
  return places
}

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
  const values = rows.map(valueOf)
  const order = placesOf(new Set(values.filter((value) => typeof value === 'string')))
  const placed = rows.map((row, at) => {
    const value = values[at] ?? null
    return { row, place: typeof value === 'string' ? (order.get(value) ?? 0) : value }
  })
  const compare = (a: number | null, b: number | null): number => (a === null || b === null ? Number(a === null) - Number(b === null) : sign * (a - b))
  return placed.toSorted((a, b) => compare(a.place, b.place)).map(({ row }) => row)
}
