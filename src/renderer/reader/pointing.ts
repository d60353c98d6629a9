// The mouse on the text: selecting, adding segments, taking passages in hand, links, dragging and copying.
import type { PassageMark, Span } from '../../shared/passages.ts'
import { quoteOf } from '../../shared/selectors.ts'
import { selectionOf, withSegment } from './reading-selection.ts'
import { focusText, spansToStore, type ReadingSession } from './reading-session.ts'
import { announce, select, useReading } from './reading-store.ts'
import { describe } from './margin-marks.ts'
import { addSegment } from './segments.ts'
import { passageUnderCursor, takeInHand } from './tagging.ts'

/** The type under which the memo takes a dropped passage: its id. */
const passageDataType = 'application/x-groundwork-passage'
/** The type under which words that are no passage yet travel: source, version and spans as JSON. */
export const selectionDataType = 'application/x-groundwork-selection'

/** Listens on a text and its margin; the answer ends it. */
export function followPointer(session: ReadingSession, layer: HTMLElement): () => void {
  const { dom } = session.surface
  const ends = new AbortController()
  const options = { signal: ends.signal }
  let pressed: MouseEvent | null = null
  let frame = 0

  dom.addEventListener('mousedown', (event) => (pressed = event.button === 0 ? event : null), options)
  window.addEventListener(
    'mouseup',
    (event) => {
      if (pressed) released(session, pressed, event)
      pressed = null
    },
    options,
  )
  window.addEventListener('dragend', () => (pressed = null), options)
  document.addEventListener('selectionchange', () => !pressed && extendedByKeys(session), options)
  dom.addEventListener('click', (event) => clickedLink(session, event), options)
  dom.addEventListener('auxclick', (event) => event.target instanceof Element && event.target.closest('a') && event.preventDefault(), options)
  dom.addEventListener('dragstart', (event) => carry(session, event, spansToStore(session)), options)
  dom.addEventListener('copy', (event) => copy(session, event), options)
  dom.addEventListener(
    'pointermove',
    (event) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => dom.classList.toggle('over-passage', event.buttons === 0 && isOverPassage(session, event)))
    },
    options,
  )
  layer.addEventListener('click', (event) => clickedMargin(session, event), options)
  layer.addEventListener(
    'dragstart',
    (event) => {
      const passage = passageOfMark(session, event.target)
      if (passage) carry(session, event, passage.segments)
    },
    options,
  )
  return () => {
    cancelAnimationFrame(frame)
    ends.abort()
  }
}

/** How far the mouse may move in a click, in pixels. */
const stillness = 3

function released(session: ReadingSession, from: MouseEvent, event: MouseEvent): void {
  const moved = Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) > stillness
  const selected = moved || event.detail > 1 || event.shiftKey ? session.surface.nativeSpan() : null
  // After a click on selected words the browser lets go of them only later; keys pressed meanwhile must not find them.
  if (!selected) {
    window.getSelection()?.removeAllRanges()
    return clicked(session, event)
  }
  const { selection } = useReading.getState()
  if (selection && (event.ctrlKey || event.metaKey)) {
    window.getSelection()?.removeAllRanges()
    return addSegment(session, withSegment(session.text.text, selection, selected))
  }
  select(selectionOf(selected, 'pointer'))
}

function clicked(session: ReadingSession, event: MouseEvent): void {
  if (event.target instanceof Element && (event.target.closest('a') || !session.surface.dom.contains(event.target))) return
  const offset = session.surface.offsetAtPoint(event.clientX, event.clientY)
  const hits = offset === null ? [] : session.view.index().at(offset)
  const { passage, ring } = useReading.getState()
  if (hits.length === 0) {
    select(null)
    return useReading.setState({ origin: offset })
  }
  const ids = hits.map((hit) => hit.id)
  const again = passage !== null && ring.join() === ids.join() ? ids.indexOf(passage) + 1 : 0
  const hit = hits[again % hits.length]
  if (!hit) return
  takeInHand(hit, ids)
  announce(spokenOf(hit, ids))
}

/** The browser's own keys may widen what the mouse selected; what it lets go of stays ours. */
function extendedByKeys(session: ReadingSession): void {
  const { selection, form } = useReading.getState()
  if (selection?.by !== 'pointer' || selection.spans.length > 1 || form) return
  const span = session.surface.nativeSpan()
  if (span && (span.start !== selection.head.start || span.end !== selection.head.end)) select(selectionOf(span, 'pointer'))
}

function clickedLink(session: ReadingSession, event: MouseEvent): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  event.preventDefault()
  const range = document.createRange()
  range.selectNodeContents(link)
  const start = session.surface.offsetOf(range.startContainer, range.startOffset)
  const end = session.surface.offsetOf(range.endContainer, range.endOffset)
  if (start === null || end === null || start >= end) return
  select(null)
  useReading.setState({ link: { href: link.href, span: { start, end } } })
}

function passageOfMark(session: ReadingSession, target: EventTarget | null): PassageMark | undefined {
  const id = target instanceof Element ? target.closest<HTMLElement>('[data-passage]')?.dataset.passage : undefined
  return session.view.passages().find((mark) => mark.id === id)
}

function clickedMargin(session: ReadingSession, event: MouseEvent): void {
  const stack = event.target instanceof HTMLElement ? (event.target.dataset.stack?.split(' ') ?? []) : []
  const held = stack.indexOf(useReading.getState().passage ?? '')
  const next = stack.length > 0 ? stack[(held + 1) % stack.length] : undefined
  const passage = next ? session.view.passages().find((mark) => mark.id === next) : passageOfMark(session, event.target)
  if (!passage) return
  focusText(session)
  takeInHand(passage, stack)
  announce(spokenOf(passage, stack))
}

/** A passage as it is said when clicks go through those that lie over each other. */
const spokenOf = (passage: PassageMark, ring: readonly string[]): string =>
  ring.length > 1 ? `${describe(passage)}. Passage ${ring.indexOf(passage.id) + 1} of ${ring.length} here.` : describe(passage)

function isOverPassage(session: ReadingSession, event: PointerEvent): boolean {
  const offset = session.surface.offsetAtPoint(event.clientX, event.clientY)
  return offset !== null && session.view.index().at(offset).length > 0
}

/** Gives a drag what the memo takes: the passage if there is one with these spans, else the spans, and the words for all others. */
function carry(session: ReadingSession, event: DragEvent, spans: readonly Span[]): void {
  if (!event.dataTransfer || spans.length === 0) return
  const { source, text } = session
  const passage = session.view.index().exactly(spans)
  event.dataTransfer.effectAllowed = 'copy'
  event.dataTransfer.setData('text/plain', quoteOf(spans.map((span) => ({ quote: text.text.slice(span.start, span.end) }))))
  event.dataTransfer.setData(selectionDataType, JSON.stringify({ source, version: text.version, spans }))
  if (passage) event.dataTransfer.setData(passageDataType, passage.id)
}

/** What the browser itself would copy of the selection, for programs that take formatted text. */
function selectedHtml(): string {
  const box = document.createElement('div')
  const selection = document.getSelection()
  if (selection && selection.rangeCount > 0) box.append(selection.getRangeAt(0).cloneContents())
  return box.innerHTML
}

/** What the keys selected the browser does not know; it is copied all the same, with where it stands for the memo. */
function copy(session: ReadingSession, event: ClipboardEvent): void {
  if (!event.clipboardData) return
  const native = session.surface.nativeSpan()
  const spans = native ? [native] : spansToStore(session)
  const held = spans.length > 0 ? spans : (passageUnderCursor(session)?.segments ?? [])
  if (held.length === 0) return
  event.preventDefault()
  if (native) event.clipboardData.setData('text/html', selectedHtml())
  const carried = { source: session.source, version: session.text.version, spans: held.map(({ start, end }) => ({ start, end })) }
  event.clipboardData.setData(selectionDataType, JSON.stringify(carried))
  event.clipboardData.setData('text/plain', quoteOf(held.map((span) => ({ quote: session.text.text.slice(span.start, span.end) }))))
}
