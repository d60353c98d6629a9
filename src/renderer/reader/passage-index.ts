// Which passages lie at a place of the text, and which must be painted together there.
import type { PassageMark, Span } from '../../shared/passages.ts'
import { lastAtMost } from './offset-map.ts'

/**
 * Answers questions about the passages of one text; built once for each change of the passages, in O(n). Passages fall
 * into groups: nothing in one group overlaps anything in another, gaps of passages counted in. A question looks
 * through the groups at its place only.
 */
export interface PassageIndex {
  /** The passages of every group that has a character in the span, in reading order. */
  around(span: Span): readonly PassageMark[]
  /** Every passage with a segment that shares a character with the span, in reading order. */
  overlapping(span: Span): PassageMark[]
  /** Passages over the character at an offset, the smallest first, so that the inner one is taken first. */
  at(offset: number): PassageMark[]
  /** The passage with exactly these spans, the first if there are several; null for none. */
  exactly(spans: readonly Span[]): PassageMark | null
}

/** The number of UTF-16 code units of a passage, gaps left out. */
export const lengthOf = (passage: PassageMark): number =>
  passage.segments.reduce((sum, segment) => sum + segment.end - segment.start, 0)

/** Whether two lists of spans are the same. */
export const sameSpans = (a: readonly Span[], b: readonly Span[]): boolean =>
  a.length === b.length && a.every((span, at) => span.start === b[at]?.start && span.end === b[at]?.end)

/** Builds the index; passages are given in order of their first character. */
export function indexPassages(passages: readonly PassageMark[]): PassageIndex {
  const starts = new Float64Array(passages.length)
  const furthest = new Float64Array(passages.length)
  let end = 0
  for (const [index, { segments }] of passages.entries()) {
    starts[index] = segments[0]?.start ?? 0
    for (const segment of segments) end = Math.max(end, segment.end)
    furthest[index] = end
  }
  const joins = (index: number): boolean =>
    index > 0 && index < passages.length && (furthest[index - 1] as number) > (starts[index] as number)
  const around = (span: Span): readonly PassageMark[] => {
    let first = lastAtMost(passages.length, (index) => furthest[index] as number, span.start) + 1
    let after = lastAtMost(passages.length, (index) => starts[index] as number, span.end - 1) + 1
    while (joins(first)) first -= 1
    while (joins(after)) after += 1
    return passages.slice(first, after)
  }
  const overlapping = (span: Span): PassageMark[] =>
    around(span).filter(({ segments }) => segments.some(({ start, end: last }) => start < span.end && last > span.start))
  return {
    around,
    overlapping,
    at: (offset) => overlapping({ start: offset, end: offset + 1 }).toSorted((a, b) => lengthOf(a) - lengthOf(b)),
    exactly: (spans) =>
      (spans[0] ? overlapping(spans[0]) : []).find((passage) => sameSpans(passage.segments, spans)) ?? null,
  }
}
