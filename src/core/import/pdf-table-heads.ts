// Heads of a table that stand over several of its columns.
import type { Run } from './pdf-runs.ts'
import type { Column } from './pdf-tables.ts'

/** How far a head may stand from the middle of its columns, or from where they begin or end, in heights of its letters. */
const offMiddle = 1
const offEdge = 0.4
/** A longer one is a sentence. In characters. */
const longest = 60

interface Span {
  from: number
  to: number
}

/**
 * The cells of a row of heads over columns: a head over several of them stands in each. Null when none is over several,
 * or when one cannot be told: a single line over all of a table is its title.
 */
export function headOver(pieces: readonly Run[], columns: readonly Column[]): Run[][] | null {
  const heads = headsOf(pieces)
  if (columns.length < 3 || heads.length > columns.length || pieces.some(({ text }) => text.length > longest)) return null
  const spans: Span[] = []
  for (const [at, head] of heads.entries()) {
    const span = spanOf(head, columns, (spans.at(-1)?.to ?? -1) + 1, heads[at + 1]?.x ?? Infinity)
    if (!span) return null
    spans.push(span)
  }
  const [first] = spans
  if (!first || !spans.some(({ from, to }) => to > from) || (spans.length === 1 && first.from === 0)) return null
  return columns.map((_, at) => heads.flatMap((head, place) => ((spans[place] as Span).from <= at && at <= (spans[place] as Span).to ? head.pieces : [])))
}

interface Head extends Column {
  size: number
  pieces: Run[]
}

/** Pieces of several lines that stand below each other, as one head each, from left to right. */
function headsOf(pieces: readonly Run[]): Head[] {
  const heads: Head[] = []
  for (const piece of pieces.toSorted((a, b) => a.x - b.x)) {
    const last = heads.at(-1)
    if (!last || piece.x >= last.end) heads.push({ x: piece.x, end: piece.end, size: piece.size, pieces: [piece] })
    else {
      last.end = Math.max(last.end, piece.end)
      last.pieces = [...last.pieces, piece].toSorted((a, b) => b.y - a.y)
    }
  }
  return heads
}

/** The columns that a head is over, of those that are left to it; the fewest, where it may be over more. */
function spanOf(piece: Head, columns: readonly Column[], first: number, end: number): Span | null {
  for (let length = 1; length <= columns.length; length += 1) {
    for (let from = first; from + length <= columns.length; from += 1) {
      const to = from + length - 1
      const [x, right] = [columns[from]?.x ?? 0, columns[to]?.end ?? 0]
      const next = columns[to + 1]?.x ?? Infinity
      // The next head begins behind these columns, and this one ends before the next of them.
      if (right > end || piece.end > next || piece.x < (columns[from - 1]?.end ?? -Infinity)) continue
      const middle = Math.abs((piece.x + piece.end) / 2 - (x + right) / 2)
      const edge = Math.min(Math.abs(piece.x - x), Math.abs(piece.end - right))
      if (middle <= offMiddle * piece.size || edge <= offEdge * piece.size) return { from, to }
    }
  }
  return null
}
