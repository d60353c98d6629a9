// The text being read and everything that belongs to it, handed to the actions and to what stands beside the text.
import type { Id } from '../../shared/identifiers.ts'
import type { Span } from '../../shared/passages.ts'
import { snapToGraphemes, trimSpan } from '../../shared/selectors.ts'
import type { SourceText } from '../../shared/sources.ts'
import { goToSpan, isInSight, placeOf } from './reading-place.ts'
import { besideKept, type ReadingSelection } from './reading-selection.ts'
import { announce, select, useReading } from './reading-store.ts'
import type { ReadingView } from './reading-view.ts'
import type { SentenceWalk } from './sentence-walk.ts'
import type { TextSurface } from './text-surface.ts'

/** One text on show; it lives as long as its page. */
export interface ReadingSession {
  source: Id
  text: SourceText
  surface: TextSurface
  scroller: HTMLElement
  walk: SentenceWalk
  view: ReadingView
}

/** Whether the keyboard is in the text itself, so that Enter, Tab and arrows are the Reader's. */
export const isInText = (session: ReadingSession): boolean => session.surface.dom.contains(document.activeElement)

/** Gives the text the keyboard without moving the page. */
export const focusText = (session: ReadingSession): void => session.surface.dom.focus({ preventScroll: true })

/** The spans of the selection as they may be stored: trimmed, between whole characters; empty when nothing is left. */
export function spansToStore(session: ReadingSession): Span[] {
  const { text } = session.text
  const { find, selection } = useReading.getState()
  const match = find?.matches[find.at]
  const spans = find ? (match ? [match] : []) : (selection?.spans ?? [])
  return spans.flatMap((span) => {
    const trimmed = trimSpan(text, snapToGraphemes(text, span))
    return trimmed ? [trimmed] : []
  })
}

/** Where moving by keys begins: at the last click, else at the first sentence that begins in sight. */
export function originOf(session: ReadingSession): number {
  const { origin } = useReading.getState()
  if (origin !== null) return origin
  const { offset } = placeOf(session.surface, session.scroller)
  const first = session.walk.at(offset)
  return first && first.start < offset ? (session.walk.startingAfter(offset)?.start ?? first.start) : offset
}

/** The selection, unless it was scrolled out of sight: then keys begin where the reader looks. */
export function selectionInSight(session: ReadingSession): ReadingSelection | null {
  const { selection } = useReading.getState()
  if (!selection) return null
  const { top, bottom } = session.scroller.getBoundingClientRect()
  const seen = session.surface.spanBetween(top, bottom)
  return selection.head.start < seen.end && selection.head.end > seen.start ? selection : null
}

/** Selects by keys: the page follows when it must, the mouse's selection goes, and screen readers hear the words. */
export function selectByKeys(session: ReadingSession, moved: ReadingSelection | null): void {
  if (!moved) return
  const selection = besideKept(session.text.text, useReading.getState().selection, moved)
  window.getSelection()?.removeAllRanges()
  useReading.setState({ origin: null })
  select(selection)
  goToSpan(session.surface, session.scroller, selection.head)
  announce(spoken(session, selection))
}

function spoken({ text, walk }: ReadingSession, selection: ReadingSelection): string {
  const words = selection.spans.map((span) => text.text.slice(span.start, span.end)).join(' … ')
  if (selection.by !== 'sentence' || selection.anchor !== selection.head) return words.slice(0, 600)
  const { number, count } = walk.place(selection.head)
  return `Sentence ${number} of ${count}. ${words.slice(0, 600)}`
}

/** Whether a span can be read where the page stands now. */
export const inSight = (session: ReadingSession, span: Span): boolean => isInSight(session.surface, session.scroller, span)
