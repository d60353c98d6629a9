// What is selected in a text and how keys move it: by sentence, by word, by the word at either bound.
import type { Span } from '../../shared/passages.ts'
import { wordEndAfter, wordEndBefore, wordFrom, wordStartAfter, wordStartBefore, wordUpTo, type Word } from '../../shared/words.ts'
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

/** A selection with one more segment; what touches or overlaps becomes one. */
export function withSegment(selection: ReadingSelection, span: Span): ReadingSelection {
  const spans: Span[] = []
  for (const next of [...selection.spans, span].toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1)
    if (last && next.start <= last.end) spans[spans.length - 1] = union(last, next)
    else spans.push(next)
  }
  return { by: 'pointer', spans, anchor: span, head: span }
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
  const spans = selection?.spans ?? [{ start: origin, end: origin + 1 }]
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
  const index = bound === 'start' ? 0 : spans.length - 1
  const span = spans[index]
  if (!span) return null
  const to = target(text, span, bound, direction)
  if (to === null) return null
  const moved = { ...span, [bound]: to }
  return moved.start < moved.end ? spans.with(index, moved) : null
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
