// The differences of two sequences of numbers: unique elements first (patience), then Myers, always in bounded time.

/** `a[start, end)` became `b[newStart, newEnd)`; one of them may be empty. */
export interface Change {
  start: number
  end: number
  newStart: number
  newEnd: number
}

/** Beyond so many differences a stretch without unique elements counts as replaced whole. */
const mostDifferences = 800

/** Beyond so many levels of stretches within stretches one counts as replaced whole. */
const deepest = 80

/** The changes between two sequences in order, apart from each other; what lies between them is equal, element by element. */
export function diffSequences(a: ArrayLike<number>, b: ArrayLike<number>): Change[] {
  const changes: Change[] = []
  diffWithin({ a, b, changes }, { start: 0, end: a.length, newStart: 0, newEnd: b.length }, 0)
  return changes
}

interface Work {
  a: ArrayLike<number>
  b: ArrayLike<number>
  changes: Change[]
}

function diffWithin(work: Work, whole: Change, depth: number): void {
  const within = trimmed(work, whole)
  const { start, end, newStart, newEnd } = within
  if (start === end && newStart === newEnd) return
  if (start === end || newStart === newEnd || depth > deepest) return push(work, within)
  const anchors = uniqueAnchors(work, within)
  if (anchors.length === 0) return shortestScript(work, within)
  let at = { start, newStart }
  for (const [inA, inB] of anchors) {
    diffWithin(work, { ...at, end: inA, newEnd: inB }, depth + 1)
    at = { start: inA + 1, newStart: inB + 1 }
  }
  diffWithin(work, { ...at, end, newEnd }, depth + 1)
}

function push({ changes }: Work, change: Change): void {
  const last = changes.at(-1)
  if (last && last.end === change.start && last.newEnd === change.newStart) {
    last.end = change.end
    last.newEnd = change.newEnd
  } else changes.push({ ...change })
}

function trimmed({ a, b }: Work, whole: Change): Change {
  let { start, end, newStart, newEnd } = whole
  while (start < end && newStart < newEnd && a[start] === b[newStart]) {
    start += 1
    newStart += 1
  }
  while (start < end && newStart < newEnd && a[end - 1] === b[newEnd - 1]) {
    end -= 1
    newEnd -= 1
  }
  return { start, end, newStart, newEnd }
}

/** Places of elements that occur once on either side, the longest series of them that keeps the order. */
function uniqueAnchors({ a, b }: Work, { start, end, newStart, newEnd }: Change): [number, number][] {
  const inA = placesOfUnique(a, start, end)
  const inB = placesOfUnique(b, newStart, newEnd)
  const pairs: [number, number][] = []
  for (const [element, place] of inA) {
    const other = inB.get(element)
    if (place >= 0 && other !== undefined && other >= 0) pairs.push([place, other])
  }
  return longestRising(pairs.toSorted((one, two) => one[0] - two[0]))
}

function placesOfUnique(sequence: ArrayLike<number>, start: number, end: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = start; at < end; at += 1) {
    const element = sequence[at] as number
    places.set(element, places.has(element) ? -1 : at)
  }
  return places
}

/** The longest subsequence of pairs whose second parts rise (patience sorting); the first parts rise already. */
function longestRising(pairs: [number, number][]): [number, number][] {
  const tops: number[] = []
  const before = new Int32Array(pairs.length).fill(-1)
  for (const [index, pair] of pairs.entries()) {
    let low = 0
    let high = tops.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tops[middle] as number] as [number, number])[1] < pair[1]) low = middle + 1
      else high = middle
    }
    before[index] = low > 0 ? (tops[low - 1] as number) : -1
    tops[low] = index
  }
  const rising: [number, number][] = []
  for (let at = tops.at(-1) ?? -1; at >= 0; at = before[at] as number) rising.push(pairs[at] as [number, number])
  return rising.toReversed()
}

/** Myers, "An O(ND) difference algorithm" (1986), greedy forwards, with the furthest places kept per step. */
function shortestScript(work: Work, within: Change): void {
  const steps = furthestPlaces(work, within)
  if (!steps) return push(work, within)
  const edits: Change[] = []
  let x = within.end - within.start
  let y = within.newEnd - within.newStart
  for (let d = steps.length - 1; d > 0; d -= 1) {
    const furthest = steps[d - 1] as Int32Array
    const k = x - y
    const down = k === -d || (k !== d && reach(furthest, d - 1, k - 1) < reach(furthest, d - 1, k + 1))
    const fromK = down ? k + 1 : k - 1
    const fromX = reach(furthest, d - 1, fromK)
    const fromY = fromX - fromK
    edits.push({
      start: within.start + fromX,
      end: within.start + (down ? fromX : fromX + 1),
      newStart: within.newStart + fromY,
      newEnd: within.newStart + (down ? fromY + 1 : fromY),
    })
    x = fromX
    y = fromY
  }
  for (const edit of edits.toReversed()) push(work, edit)
}

/** How far diagonal `k` was reached with `d` differences; a step holds the diagonals from `-d` to `d`. */
const reach = (furthest: Int32Array, d: number, k: number): number => (k < -d || k > d ? -1 : (furthest[k + d] as number))

function furthestPlaces({ a, b }: Work, { start, end, newStart, newEnd }: Change): Int32Array[] | null {
  const n = end - start
  const m = newEnd - newStart
  const steps: Int32Array[] = []
  for (let d = 0; d <= Math.min(n + m, mostDifferences); d += 1) {
    const last = steps.at(-1) ?? new Int32Array(0)
    const places = new Int32Array(2 * d + 1).fill(-1)
    steps.push(places)
    for (let k = -d; k <= d; k += 2) {
      const fromAbove = reach(last, d - 1, k + 1)
      const fromLeft = reach(last, d - 1, k - 1)
      let x = d === 0 ? 0 : k === -d || (k !== d && fromLeft < fromAbove) ? fromAbove : fromLeft + 1
      while (x < n && x - k < m && x - k >= 0 && a[start + x] === b[newStart + x - k]) x += 1
      places[k + d] = x
      if (x >= n && x - k >= m) return steps
    }
  }
  return null
}
