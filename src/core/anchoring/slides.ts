// Where a change could as well have happened: a word taken out of a row of equal words could be any of them.
import type { Change } from '../../shared/text-diff.ts'

/**
 * A change with how far it can slide, in UTF-16 code units: the same new text results when what was inserted or deleted
 * is taken `left` earlier or `right` later. A replacement cannot slide. `shift` is what it adds to all places after it.
 */
export interface SlidingChange extends Change {
  left: number
  right: number
  shift: number
}

/** Works out how far each change can slide without meeting its neighbours. */
export function slidingChanges(before: string, after: string, changes: readonly Change[]): SlidingChange[] {
  return changes.map((change, index) => {
    const { start, end, newStart, newEnd } = change
    const shift = newEnd - newStart - (end - start)
    if (start < end && newStart < newEnd) return { ...change, left: 0, right: 0, shift }
    const least = changes[index - 1]?.end ?? 0
    const most = changes[index + 1]?.start ?? before.length
    const deleted = start < end
    const text = deleted ? before : after
    const from = deleted ? start : newStart
    const to = deleted ? end : newEnd
    let left = 0
    while (start - left > least && text.charCodeAt(from - 1 - left) === text.charCodeAt(to - 1 - left)) left += 1
    let right = 0
    while (end + right < most && text.charCodeAt(from + right) === text.charCodeAt(to + right)) right += 1
    return { ...change, left, right, shift }
  })
}
