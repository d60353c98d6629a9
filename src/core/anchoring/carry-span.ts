// One span carried from a text to its corrected version by the changes between them.
import type { Span } from '../../shared/passages.ts'
import { snapToGraphemes, trimSpan } from '../../shared/selectors.ts'
import { similarity } from '../../shared/text-diff.ts'
import type { SlidingChange } from './slides.ts'

/** Two versions of a text and all that was worked out between them once. `shifts[n]` is what the first n changes add. */
export interface Versions {
  before: string
  after: string
  changes: readonly SlidingChange[]
  shifts: readonly number[]
}

/**
 * Where the changes leave a span. `intact`: its words are the same and no other place could be meant. `touched`: its
 * bounds are carried, its words differ. `ambiguous`: two places answer to it equally. `lost`: nothing of it is left.
 */
export type Carried =
  | { outcome: 'intact'; span: Span }
  | { outcome: 'touched' | 'ambiguous'; span: Span }
  | { outcome: 'lost' }

/** Carries one span. The span must lie within `before`. */
export function carrySpan(versions: Versions, span: Span): Carried {
  const { before, after, changes, shifts } = versions
  const first = firstReaching(changes, span.start)
  let shift = shifts[first] as number
  const inside: SlidingChange[] = []
  for (let at = first; at < changes.length; at += 1) {
    const change = changes[at] as SlidingChange
    if (change.start - change.left > span.end) break
    const couldBeBefore = change.end - change.left <= span.start
    const couldBeAfter = change.start + change.right >= span.end
    if ((couldBeBefore && couldBeAfter) || couldSwallow(change, span)) return { outcome: 'ambiguous', span: moved(span, shift) }
    if (couldBeBefore) shift += change.shift
    else if (!couldBeAfter) inside.push(change)
  }
  if (inside.length > 0) return carryTouched(versions, span, inside, shift)
  const place = moved(span, shift)
  const whole = wholeWords(before, span, after, place)
  const same = whole.start === place.start && whole.end === place.end
  if (!same || after.slice(place.start, place.end) !== before.slice(span.start, span.end)) return { outcome: 'touched', span: whole }
  return { outcome: isIslandOfMany(versions, span, first) ? 'ambiguous' : 'intact', span: place }
}

/** An unchanged stretch of at least so many UTF-16 code units is evidence enough of which words are which. */
const firmStretch = 40

/** How far around a short unchanged stretch its like is looked for, in UTF-16 code units. */
const vicinity = 240

/**
 * True when a span lies on a few unchanged words between two changes, and the same words stand elsewhere near by in
 * either version: then the changes may have paired the wrong ones.
 */
function isIslandOfMany({ before, after, changes }: Versions, span: Span, first: number): boolean {
  let next = first
  while (next < changes.length && (changes[next] as SlidingChange).start < span.end) next += 1
  let last = next - 1
  while (last >= 0 && (changes[last] as SlidingChange).end > span.start) last -= 1
  const previous = changes[last]
  const following = changes[next]
  const start = previous?.end ?? 0
  const end = following?.start ?? before.length
  if (!previous || !following || end - start >= firmStretch) return false
  const words = before.slice(span.start, span.end)
  const around = (text: string, from: number, to: number) => text.slice(Math.max(0, from - vicinity), to + vicinity)
  const old = around(before, start, end)
  const fresh = around(after, previous.newEnd, following.newStart)
  return old.indexOf(words) !== old.lastIndexOf(words) || fresh.indexOf(words) !== fresh.lastIndexOf(words)
}

/** Whether a deletion that leaves the span alone here could as well have taken all of it: of two like words one is gone. */
function couldSwallow({ start, end, left, right }: SlidingChange, span: Span): boolean {
  return left + right > 0 && Math.max(-left, span.end - end) <= Math.min(right, span.start - start)
}

const moved = (span: Span, shift: number): Span => ({ start: span.start + shift, end: span.end + shift })

/** The first change that could reach beyond a place: all before it lie before the place however they slide. */
function firstReaching(changes: readonly SlidingChange[], place: number): number {
  let low = 0
  let high = changes.length
  while (low < high) {
    const middle = (low + high) >> 1
    const change = changes[middle] as SlidingChange
    if (change.end + change.right <= place) low = middle + 1
    else high = middle
  }
  return low
}

const inWord = /[\p{L}\p{N}\p{M}]/u

function splitsWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && inWord.test(text.slice(Math.max(0, at - 1), at)) && inWord.test(text.charAt(at))
}

/**
 * A span without white space at its ends, between whole characters, and widened to whole words where its bounds stood
 * between words before: “Witkof” corrected to “Witkoff” must not leave a passage that ends inside the word.
 */
function wholeWords(before: string, span: Span, after: string, place: Span): Span {
  let { start, end } = snapToGraphemes(after, place)
  if (!splitsWord(before, span.start)) while (splitsWord(after, start)) start -= 1
  if (!splitsWord(before, span.end)) while (splitsWord(after, end)) end += 1
  return { start, end }
}

function carryTouched({ before, after }: Versions, span: Span, inside: readonly SlidingChange[], shift: number): Carried {
  const first = inside[0] as SlidingChange
  const last = inside.at(-1) as SlidingChange
  const quote = before.slice(span.start, span.end)
  const swallowed = first.start <= span.start && first.end >= span.end
  if (swallowed && first.newEnd - first.newStart > 4 * quote.length + 40) return { outcome: 'lost' }
  const straddlesStart = first.start < span.start
  const straddlesEnd = last.end > span.end
  const gained = inside.reduce((sum, change) => sum + change.shift, 0)
  const starts = straddlesStart ? wordBounds(after, first, 'start') : [span.start + shift]
  const ends = straddlesEnd ? wordBounds(after, last, 'end') : [span.end + shift + gained]
  let best: { span: Span; likeness: number } | null = null
  for (const start of starts) {
    for (const end of ends) {
      const place = start < end ? trimSpan(after, wholeWords(before, span, after, { start, end })) : null
      if (!place) continue
      const likeness = similarity(quote, after.slice(place.start, place.end))
      if (!best || likeness > best.likeness) best = { span: place, likeness }
    }
  }
  return best ? { outcome: 'touched', span: best.span } : { outcome: 'lost' }
}

/** At most so many places are tried for a bound that lies within a replaced stretch. */
const mostTried = 8

/** The places that a bound within a change may have: its far edge, and the word bounds in what came instead, nearest first. */
function wordBounds(after: string, { newStart, newEnd }: SlidingChange, bound: 'start' | 'end'): number[] {
  const places = [newStart, newEnd]
  for (const found of after.slice(newStart, newEnd).matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    places.push(newStart + found.index + (bound === 'start' ? 0 : found[0].length))
  }
  const nearest = places.toSorted((a, b) => (bound === 'start' ? b - a : a - b))
  return [...new Set(nearest)].slice(0, mostTried)
}
