// All passages of a source carried into a new version of its text; to be called inside the command that makes it.
import type { Id } from '../../shared/identifiers.ts'
import type { Segment } from '../../shared/passages.ts'
import { quoteOf } from '../../shared/selectors.ts'
import type { Correction } from '../../shared/sources.ts'
import { carrierBetween, type CarriedPassage } from '../anchoring/carry-passages.ts'
import { groupBy } from '../group-by.ts'
import type { PassagesStore } from './passages-store.ts'
import type { ReviewRow, ReviewStore } from './review-store.ts'

type Counts = Omit<Correction, 'version'>

/** Carries the passages of a source; the new version's text must be stored already. Answers how they fared. */
export function carryOver(store: PassagesStore, reviews: ReviewStore, source: Id, version: number): Counts {
  const text = store.textOf(source, version)?.text ?? ''
  const segmentsOf = groupBy(reviews.segmentsOfSource(source), (segment) => segment.passage)
  // One that waits for review still stands in an older version, and is carried from there.
  const carriers = new Map<number, (segments: readonly Segment[]) => CarriedPassage>()
  const counts: Counts = { moved: 0, changed: 0, review: 0 }
  for (const row of reviews.ofSource(source)) {
    let carry = carriers.get(row.version)
    if (!carry) carriers.set(row.version, (carry = carrierBetween(store.textOf(source, row.version)?.text ?? '', text)))
    const before = (segmentsOf.get(row.id) ?? []).map(({ passage: _passage, ...segment }) => segment)
    const carried = carry(before)
    counts[carried.outcome] += 1
    keepCarried(store, reviews, { row, before, carried, version })
  }
  return counts
}

interface Step {
  row: ReviewRow
  before: Segment[]
  carried: CarriedPassage
  version: number
}

function keepCarried(store: PassagesStore, reviews: ReviewStore, { row, before, carried, version }: Step): void {
  if (carried.outcome === 'review') {
    const proposal = carried.segments && JSON.stringify(carried.segments.map(({ start, end }) => ({ start, end })))
    reviews.place(row.id, row.version, 'review')
    reviews.keep(row.id, row.version, JSON.stringify(before), proposal)
    return
  }
  reviews.place(row.id, version, 'placed')
  if (carried.outcome === 'changed') {
    store.replaceSegments(row.id, carried.segments)
    reviews.keep(row.id, row.version, JSON.stringify(before), null)
  } else {
    for (const [position, segment] of carried.segments.entries()) {
      if (!isSame(segment, before[position])) reviews.shift(row.id, position, segment)
    }
  }
  const was = row.segments && (JSON.parse(row.segments) as Segment[])
  // With its first words back, or found again with its own, nothing is left to be asked.
  if (was && (quoteOf(was) === quoteOf(carried.segments) || (row.state === 'review' && carried.outcome === 'moved'))) reviews.settle(row.id)
}

const isSame = (a: Segment, b: Segment | undefined): boolean =>
  b !== undefined && a.start === b.start && a.end === b.end && a.prefix === b.prefix && a.suffix === b.suffix
