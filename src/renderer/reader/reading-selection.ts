// What is selected in a text and how keys move it: by sentence, by word, by the word at either bound.
import type { Span } from '../../shared/passages.ts'
import { snapToGraphemes } from '../../shared/selectors.ts'
import { wordEndAfter, wordEndBefore, wordFrom, wordStartAfter, wordStartBefore, wordUpTo, type Word } from '../../shared/words.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { SentenceWalk } from './sentence-walk.ts'

/** How a selection came to be: a passage is one in hand, whose own bounds the keys move. */
export type SelectedBy = 'pointer' | 'sentence' | 'word' | 'find' | 'passage'

/**
 * The selected spans in reading order, never empty. `anchor` is the unit where selecting began and `head` the unit
 * reached; extending moves the head alone.
 */
export interface ReadingSelection {
  by: SelectedBy
  spans: Span[]
  anchor: Span
  head: Span
  /** While a further segment is being chosen: those that moving leaves alone, and the stored passage they belong to. */
  adding?: { kept: readonly Span[]; to: Id | null }
}

export type Direction = 'forwards' | 'backwards'

/** A selection of one span, which is its own anchor and head. */
export function selectionOf(span: Span, by: SelectedBy): ReadingSelection {
  return { by, spans: [span], anchor: span, head: span }
}

/** A selection of a passage, whose segments need not touch. */
export function selectionOfPassage(spans: readonly Span[]): ReadingSelection {
  const first = spans[0] ?? { start: 0, end: 0 }
  const whole = { start: first.start, end: spans.at(-1)?.end ?? first.end }
  return { by: 'passage', spans: [...spans], anchor: whole, head: whole }
}

/** Spans in reading order; what overlaps, touches or has nothing but white space between becomes one. */
export function joinSpans(text: string, spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const next of spans.toSorted((a, b) => a.start - b.start)) {
    const last = joined.at(-1)
    if (last && (next.start <= last.end || isBlank(text.slice(last.end, next.start)))) joined[joined.length - 1] = union(last, next)
    else joined.push(next)
  }
  return joined
}

/** A line break keeps segments apart: they stand in two paragraphs. */
const isBlank = (between: string): boolean => between.trim() === '' && !between.includes('\n')

/** A selection with one more segment. */
export function withSegment(text: string, selection: ReadingSelection, span: Span): ReadingSelection {
  return { by: 'pointer', spans: joinSpans(text, [...selection.spans, span]), anchor: span, head: span }
}

/** Keeps what is selected and begins another segment, which the moving keys then choose; `passage` is the one in hand. */
export function beginSegment(selection: ReadingSelection, passage: Id | null): ReadingSelection {
  const last = selection.spans.at(-1) ?? selection.head
  const adding = { kept: selection.spans, to: selection.adding?.to ?? passage }
  return { by: 'word', spans: selection.spans, anchor: last, head: last, adding }
}

/** What a key moved to, with the segments that are kept beside it. */
export function besideKept(text: string, before: ReadingSelection | null, moved: ReadingSelection): ReadingSelection {
  if (!before?.adding) return moved
  return { ...moved, spans: joinSpans(text, [...before.adding.kept, ...moved.spans]), adding: before.adding }
}

/** Whether a further segment was chosen since it was begun. */
const hasChosen = ({ spans, adding }: ReadingSelection): boolean => JSON.stringify(spans) !== JSON.stringify(adding?.kept)

/** With one segment fewer: first the one being chosen, then the last of the others; null when only one is left. */
export function withoutLastSegment(selection: ReadingSelection): ReadingSelection | null {
  const { adding } = selection
  const left = adding && hasChosen(selection) ? adding.kept : selection.spans.slice(0, -1)
  const last = left.at(-1)
  if (!last) return null
  const by = selection.by === 'passage' ? 'passage' : 'word'
  return { by, spans: [...left], anchor: last, head: last, ...(adding ? { adding: { ...adding, kept: left } } : {}) }
}

const union = (a: Span, b: Span): Span => ({ start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) })

/** The next or previous sentence; from within one, backwards gives that one. `origin` is where to begin with nothing selected. */
export function moveBySentence(
  walk: SentenceWalk,
  selection: ReadingSelection | null,
  origin: number,
  direction: Direction,
): ReadingSelection | null {
  const head = selection?.head
  const sentence = !head
    ? walk.at(origin)
    : direction === 'forwards'
      ? walk.startingAfter(head.start)
      : walk.startingBefore(head.start)
  return sentence && selectionOf(sentence, 'sentence')
}

/** The whole sentences that the selection touches, or the one at `origin`: how a name or a found word becomes a claim. */
export function wholeSentences(walk: SentenceWalk, selection: ReadingSelection | null, origin: number): ReadingSelection | null {
  const chosen = selection?.adding ? [union(selection.anchor, selection.head)] : selection?.spans
  const spans = chosen ?? [{ start: origin, end: origin + 1 }]
  const anchor = walk.at(spans[0]?.start ?? origin)
  const head = walk.at((spans.at(-1)?.end ?? origin + 1) - 1)
  return anchor && head && { by: 'sentence', spans: [union(anchor, head)], anchor, head }
}

/** Extends by a sentence, first to the end of the one it lies in; going back takes sentences off again. */
export function extendBySentence(
  walk: SentenceWalk,
  selection: ReadingSelection | null,
  origin: number,
  direction: Direction,
): ReadingSelection | null {
  if (!selection) return moveBySentence(walk, null, origin, direction)
  const { anchor, head } = selection
  const around = walk.at(head.start)
  if (around && direction === 'forwards' && around.end > head.end) return extendedTo(anchor, { start: head.start, end: around.end })
  if (around && direction === 'backwards' && around.start < head.start) return extendedTo(anchor, { start: around.start, end: head.end })
  const next = direction === 'forwards' ? walk.startingAfter(head.start) : walk.startingBefore(head.start)
  return next && extendedTo(anchor, next)
}

const extendedTo = (anchor: Span, head: Span): ReadingSelection => ({ by: 'sentence', anchor, head, spans: [union(anchor, head)] })

/** The next or previous word, without its possessive; from a sentence, its first or last word. */
export function moveByWord(
  text: string,
  selection: ReadingSelection | null,
  origin: number,
  direction: Direction,
): ReadingSelection | null {
  const word = wordBeside(text, selection, origin, direction)
  return word && selectionOf(bare(word), 'word')
}

/** Extends by a word; going back takes words off again. */
export function extendByWord(
  text: string,
  selection: ReadingSelection | null,
  origin: number,
  direction: Direction,
): ReadingSelection | null {
  if (!selection || selection.by === 'sentence') return moveByWord(text, selection, origin, direction)
  const word = wordBeside(text, selection, origin, direction)
  if (!word) return null
  const head = bare(word)
  return { by: 'word', anchor: selection.anchor, head, spans: [union(selection.anchor, head)] }
}

const bare = (word: Word): Span => ({ start: word.start, end: word.bare })

function wordBeside(text: string, selection: ReadingSelection | null, origin: number, direction: Direction): Word | null {
  if (!selection) return wordFrom(text, origin)
  const { head, by } = selection
  if (by === 'sentence') return direction === 'forwards' ? wordFrom(text, head.start) : wordUpTo(text, head.end)
  return direction === 'forwards' ? wordFrom(text, head.end) : wordUpTo(text, head.start)
}

export type Bound = 'start' | 'end'

/** The spans with their first start or last end moved by a word; null when the bound cannot go there. */
export function moveBound(text: string, spans: readonly Span[], bound: Bound, direction: Direction): Span[] | null {
  return moveBoundTo(spans, bound, (span) => target(text, span, bound, direction))
}

/** The spans with their first start or last end moved by a sentence; null when the bound cannot go there. */
export function moveBoundBySentence(walk: SentenceWalk, spans: readonly Span[], bound: Bound, direction: Direction): Span[] | null {
  return moveBoundTo(spans, bound, (span) => sentenceTarget(walk, span, bound, direction))
}

function moveBoundTo(spans: readonly Span[], bound: Bound, target: (span: Span) => number | null): Span[] | null {
  const index = bound === 'start' ? 0 : spans.length - 1
  const span = spans[index]
  const to = span ? target(span) : null
  return to === null ? null : placeBound(spans, index, bound, to)
}

/** The spans with one bound of one of them elsewhere; null when it would pass its own other bound or the next segment. */
export function placeBound(spans: readonly Span[], index: number, bound: Bound, to: number): Span[] | null {
  const span = spans[index]
  if (!span) return null
  const moved = { ...span, [bound]: to }
  const apart = moved.start >= (spans[index - 1]?.end ?? 0) && moved.end <= (spans[index + 1]?.start ?? Number.POSITIVE_INFINITY)
  return moved.start < moved.end && apart ? spans.with(index, moved) : null
}

function sentenceTarget(walk: SentenceWalk, span: Span, bound: Bound, direction: Direction): number | null {
  if (bound === 'start') return (direction === 'forwards' ? walk.startingAfter(span.start) : walk.startingBefore(span.start))?.start ?? null
  if (direction === 'forwards') return walk.at(span.end)?.end ?? null
  const last = walk.startingBefore(span.end)
  return (last && last.end >= span.end ? walk.startingBefore(last.start) : last)?.end ?? null
}

/** Where a bound dropped at an offset comes to stand: at the nearest word's, or at the character itself. */
export function snapBound(text: string, bound: Bound, offset: number, by: 'word' | 'character'): number {
  if (by === 'character') return snapToGraphemes(text, { start: offset, end: offset }).start
  const near = bound === 'start' ? [wordStartBefore(text, offset + 1), wordStartAfter(text, offset)] : [wordEndBefore(text, offset + 1), wordEndAfter(text, offset)]
  const words = near.filter((word) => word !== null)
  return words.length === 0 ? offset : words.reduce((a, b) => (Math.abs(b - offset) < Math.abs(a - offset) ? b : a))
}

function target(text: string, span: Span, bound: Bound, direction: Direction): number | null {
  if (bound === 'start') return direction === 'forwards' ? wordStartAfter(text, span.start) : wordStartBefore(text, span.start)
  return direction === 'forwards' ? wordEndAfter(text, span.end) : wordEndBefore(text, span.end)
}

/** A moved selection: the bounds change, and what it is stays. */
export function withSpans(selection: ReadingSelection, spans: Span[]): ReadingSelection {
  const whole = { start: spans[0]?.start ?? 0, end: spans.at(-1)?.end ?? 0 }
  return { by: selection.by === 'sentence' ? 'word' : selection.by, spans, anchor: whole, head: whole }
}
