// Passages carried from a text to its corrected version: moved by the changes, confirmed by their quotes, never guessed.
import type { Segment, Span } from '../../shared/passages.ts'
import { segmentAt, snapToGraphemes } from '../../shared/selectors.ts'
import { diffTexts, similarity } from '../../shared/text-diff.ts'
import { carrySpan, type Versions } from './carry-span.ts'
import { findMoved } from './find-moved.ts'
import { slidingChanges } from './slides.ts'

/**
 * What became of a passage. `moved`: every segment has its exact quote at the carried place. `changed`: its bounds are
 * carried and its words differ a little. `review`: not placed; `segments` is then a proposal, or null without one.
 */
export type CarriedPassage =
  | { outcome: 'moved' | 'changed'; segments: Segment[] }
  | { outcome: 'review'; segments: Segment[] | null }

/** Weights of quote, prefix, suffix and position in a candidate's score (Hypothesis, match-quote; see decision 0010). */
const weights = { quote: 50, prefix: 20, suffix: 20, position: 2 }

/** Below this score of 1 a passage is not placed: Hypothesis has no such floor, and its wrong anchors come from that. */
const scoreFloor = 0.62

/** A passage must keep at least this much of its own words, whatever its surroundings say. */
const quoteFloor = 0.5

/** What is left of a passage is proposed for review when it keeps this much of its words. */
const proposalFloor = 0.25

/** Compares two versions once; the answer carries any number of passages of the first into the second. */
export function carrierBetween(before: string, after: string): (segments: readonly Segment[]) => CarriedPassage {
  const versions = compare(before, after)
  const search = findMoved(versions)
  return (segments) => {
    const carried = segments.map((segment) => carrySegment(versions, search, segment))
    const spans = carried.map((one) => one.span)
    const inOrder = spans.every((span, at) => span !== null && span.start >= (at === 0 ? 0 : (spans[at - 1]?.end ?? 0)))
    const placed = inOrder ? spans.map((span) => segmentAt(after, span as Span)) : null
    if (!placed || carried.some((one) => one.outcome === 'review')) return { outcome: 'review', segments: placed }
    return { outcome: carried.some((one) => one.outcome === 'changed') ? 'changed' : 'moved', segments: placed }
  }
}

/** Where a stretch of the one version is in the other; null where its words are gone. */
export type CarrySpan = (span: Span) => Span | null

/** Compares two versions once; the answer carries marks, of which nothing depends: to where their words are, or null. */
export function spanCarrierBetween(before: string, after: string): CarrySpan {
  const versions = compare(before, after)
  return (span) => {
    const carried = carrySpan(versions, span)
    return carried.outcome === 'intact' || carried.outcome === 'touched' ? carried.span : null
  }
}

function compare(before: string, after: string): Versions {
  const changes = slidingChanges(before, after, diffTexts(before, after))
  const shifts = [0]
  for (const change of changes) shifts.push((shifts.at(-1) as number) + change.shift)
  return { before, after, changes, shifts }
}

interface CarriedSegment {
  outcome: CarriedPassage['outcome']
  span: Span | null
}

/** Its words may stand as they were and yet no longer be whole characters: a mark or joiner came to stand beside them. */
function carrySegment(versions: Versions, search: ReturnType<typeof findMoved>, segment: Segment): CarriedSegment {
  const { outcome, span } = placeSegment(versions, search, segment)
  if (!span) return { outcome, span }
  const whole = snapToGraphemes(versions.after, span)
  const cut = whole.start !== span.start || whole.end !== span.end
  return { outcome: cut && outcome === 'moved' ? 'changed' : outcome, span: whole }
}

function placeSegment(versions: Versions, search: ReturnType<typeof findMoved>, segment: Segment): CarriedSegment {
  const carried = carrySpan(versions, segment)
  if (carried.outcome === 'intact') return { outcome: 'moved', span: carried.span }
  if (carried.outcome === 'ambiguous') {
    const { start, end } = carried.span
    return { outcome: 'review', span: versions.after.slice(start, end) === segment.quote ? carried.span : null }
  }
  if (carried.outcome === 'lost') return lookElsewhere(search, segment, null)
  const score = scoreOf(versions, segment, carried.span)
  if (score.quote >= quoteFloor && score.total >= scoreFloor) return { outcome: 'changed', span: carried.span }
  return lookElsewhere(search, segment, score.quote >= proposalFloor ? carried.span : null)
}

/** What the changes took away may have been moved: its exact words are looked for, only in what is new in the text. */
function lookElsewhere(search: ReturnType<typeof findMoved>, segment: Segment, proposal: Span | null): CarriedSegment {
  const found = search(segment)
  if (found?.certain) return { outcome: 'moved', span: found.span }
  return { outcome: 'review', span: found?.span ?? proposal }
}

function scoreOf({ before, after }: Versions, segment: Segment, span: Span): { quote: number; total: number } {
  const there = segmentAt(after, span)
  const quote = similarity(segment.quote, there.quote)
  const position = 1 - Math.abs(segment.start - span.start) / Math.max(before.length, after.length)
  const total =
    weights.quote * quote +
    weights.prefix * similarity(segment.prefix, there.prefix) +
    weights.suffix * similarity(segment.suffix, there.suffix) +
    weights.position * position
  return { quote, total: total / (weights.quote + weights.prefix + weights.suffix + weights.position) }
}
