// Lanes: overlapping passages draw their lines at different heights, and their brackets side by side.
import type { Span } from '../../shared/passages.ts'

/** The intervals of the last lane that lie over each other, in groups: what shares a place there cannot be told apart. */
export function stacksOf(intervals: readonly Span[], lanes: readonly number[], most: number): number[][] {
  const last = lanes.flatMap((lane, index) => (lane === most - 1 ? [index] : []))
  last.sort((a, b) => (intervals[a] as Span).start - (intervals[b] as Span).start || a - b)
  const stacks: number[][] = []
  let end = Number.NEGATIVE_INFINITY
  for (const index of last) {
    const interval = intervals[index] as Span
    if (interval.start < end) stacks.at(-1)?.push(index)
    else stacks.push([index])
    end = Math.max(end, interval.end)
  }
  return stacks.filter((stack) => stack.length > 1)
}

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
