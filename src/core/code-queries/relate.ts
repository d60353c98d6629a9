// Which passages touch which: spans of a term by source, merged, so that each question is one binary search. Pure.
import type { Id } from '../../shared/identifiers.ts'
import type { Span } from '../../shared/passages.ts'
import { groupBy } from '../group-by.ts'
import type { TaggedSpan } from './code-queries-store.ts'

/** Spans of one term by source: in order, apart from each other. */
export type Covered = ReadonlyMap<Id, readonly Span[]>

/** Widens a span of a source to whatever counts as near it. */
export type Widen = (source: Id, span: Span) => Span

/** What the spans of a term cover; with `widen`, what is near them. */
export function covered(spans: readonly TaggedSpan[], widen: Widen | null): Covered {
  const bySource = groupBy(spans, (span) => span.source)
  return new Map([...bySource].map(([source, own]) => [source, merged(widen ? own.map((span) => widen(source, span)) : own)]))
}

function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}

/** Whether a span shares at least one character with what is covered. */
export function touches(within: Covered, { source, start, end }: TaggedSpan): boolean {
  const spans = within.get(source) ?? []
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle] as Span).end <= start) low = middle + 1
    else high = middle
  }
  const next = spans[low]
  return next !== undefined && next.start < end
}

/** The tags of which a segment touches what is covered. */
export const touching = (spans: readonly TaggedSpan[], within: Covered): Set<Id> =>
  new Set(spans.filter((span) => touches(within, span)).map((span) => span.tag))
