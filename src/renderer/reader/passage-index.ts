// Which passages lie at a place of the text: an interval index that answers in O(log n + k).
import type { PassageMark, Span } from '../../shared/passages.ts'

interface Entry extends Span {
  passage: PassageMark
}

/** Answers questions about the passages of one text; built once for each change of the passages. */
export interface PassageIndex {
  /** Every passage with a segment that shares a character with the span, in order of its first such segment. */
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

/** Builds the index: segments sorted by start, each subtree of the implicit binary tree knowing its furthest end. */
export function indexPassages(passages: readonly PassageMark[]): PassageIndex {
  const entries: Entry[] = passages.flatMap((passage) => passage.segments.map(({ start, end }) => ({ start, end, passage })))
  entries.sort((a, b) => a.start - b.start || b.end - a.end)
  const furthest = new Float64Array(entries.length)

  const build = (low: number, high: number): number => {
    if (low >= high) return -1
    const middle = (low + high) >> 1
    const end = Math.max((entries[middle] as Entry).end, build(low, middle), build(middle + 1, high))
    furthest[middle] = end
    return end
  }
  build(0, entries.length)

  const collect = (low: number, high: number, span: Span, found: Set<PassageMark>): void => {
    if (low >= high) return
    const middle = (low + high) >> 1
    if ((furthest[middle] as number) <= span.start) return
    collect(low, middle, span, found)
    const entry = entries[middle] as Entry
    if (entry.start >= span.end) return
    if (entry.end > span.start) found.add(entry.passage)
    collect(middle + 1, high, span, found)
  }
  const overlapping = (span: Span): PassageMark[] => {
    const found = new Set<PassageMark>()
    collect(0, entries.length, span, found)
    return [...found]
  }
  return {
    overlapping,
    at: (offset) => overlapping({ start: offset, end: offset + 1 }).toSorted((a, b) => lengthOf(a) - lengthOf(b)),
    exactly: (spans) =>
      (spans[0] ? overlapping(spans[0]) : []).find((passage) => sameSpans(passage.segments, spans)) ?? null,
  }
}
