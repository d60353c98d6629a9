// Lanes: overlapping passages draw their lines at different heights, and their brackets side by side.
import type { Span } from '../../shared/passages.ts'

/**
 * A lane from 0 for each interval, so that no two that overlap share one while there are lanes left; those that
 * begin first, and among them the longest, take the lowest. Beyond `most` lanes the last one is shared.
 * Touching intervals do not overlap. O(n log n).
 */
export function lanesOf(intervals: readonly Span[], most: number): number[] {
  const lanes = Array.from({ length: intervals.length }, () => 0)
  const order = intervals.map((_, index) => index)
  order.sort((a, b) => {
    const left = intervals[a] as Span
    const right = intervals[b] as Span
    return left.start - right.start || right.end - left.end || a - b
  })
  const busyUntil = Array.from({ length: most }, () => -1)
  for (const index of order) {
    const { start, end } = intervals[index] as Span
    const free = busyUntil.findIndex((until) => until <= start)
    const lane = free < 0 ? most - 1 : free
    busyUntil[lane] = Math.max(busyUntil[lane] as number, end)
    lanes[index] = lane
  }
  return lanes
}
