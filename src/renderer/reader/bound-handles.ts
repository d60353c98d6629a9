// Handles at the bounds of the passage in hand: dragged or moved by arrow keys, by words or by characters.
import type { Span } from '../../shared/passages.ts'
import { isPending } from './optimistic-marks.ts'
import { placeBound, selectionOfPassage, snapBound, type Bound } from './reading-selection.ts'
import { focusText, type ReadingSession } from './reading-session.ts'
import { announce, select, useReading } from './reading-store.ts'
import { storeBounds } from './tagging.ts'

interface Handle {
  element: HTMLButtonElement
  index: number
  bound: Bound
}

const titles: Record<Bound, string> = {
  start: 'Start of the passage: drag or use the arrow keys, by words; with Shift or Alt by characters',
  end: 'End of the passage: drag or use the arrow keys, by words; with Shift or Alt by characters',
}

/** Shows handles over a text beside its margin layer; the answer ends it. */
export function showBoundHandles(session: ReadingSession, margin: HTMLElement): () => void {
  const layer = document.createElement('div')
  layer.className = 'reader-handles'
  margin.after(layer)
  let handles: Handle[] = []

  const place = (): void => {
    // To measure makes the browser lay the page: not for nothing in hand.
    if (handles.length === 0) return
    const spans = spansInHand()
    const origin = layer.getBoundingClientRect()
    const places = handles.map(({ index, bound }) => edgeOf(session, spans[index], bound))
    for (const [at, { element }] of handles.entries()) {
      const edge = places[at]
      element.hidden = !edge
      if (edge) element.style.transform = `translate(${edge.x - origin.left}px, ${edge.y - origin.top}px)`
    }
  }
  const show = (): void => {
    const count = spansInHand().length
    if (handles.length !== 2 * count) {
      handles = Array.from({ length: count }, (_, index) => (['start', 'end'] as const).map((bound) => makeHandle(session, layer, index, bound))).flat()
      layer.replaceChildren(...handles.map(({ element }) => element))
    }
    place()
  }
  const unsubscribe = useReading.subscribe((now, before) => {
    const same = now.selection === before.selection && now.passage === before.passage && isBusy(now) === isBusy(before)
    if (!same) show()
  })
  const sizes = new ResizeObserver(place)
  sizes.observe(session.surface.dom)
  return () => {
    unsubscribe()
    sizes.disconnect()
    layer.remove()
  }
}

const isBusy = ({ form, picking, remark, find }: ReturnType<typeof useReading.getState>): boolean =>
  form !== null || picking || remark !== null || find !== null

/** The spans of the stored passage in hand; none while something else stands beside it. */
function spansInHand(): readonly Span[] {
  const reading = useReading.getState()
  const { selection, passage } = reading
  if (!passage || isPending(passage) || selection?.by !== 'passage' || isBusy(reading)) return []
  return selection.spans
}

/** Where a bound stands: above the first character, below the last. */
function edgeOf({ surface }: ReadingSession, span: Span | undefined, bound: Bound): { x: number; y: number } | null {
  if (!span) return null
  const at = bound === 'start' ? span.start : span.end - 1
  const range = surface.rangeOf({ start: at, end: at + 1 })
  const rects = [...(range?.getClientRects() ?? [])]
  const rect = bound === 'start' ? rects[0] : rects.at(-1)
  if (!range || !rect) return null
  const parent = range.startContainer.parentElement
  const backwards = parent !== null && getComputedStyle(parent).direction === 'rtl'
  return { x: (bound === 'start') === backwards ? rect.right : rect.left, y: bound === 'start' ? rect.top : rect.bottom }
}

function makeHandle(session: ReadingSession, layer: HTMLElement, index: number, bound: Bound): Handle {
  const element = document.createElement('button')
  element.type = 'button'
  element.className = 'reader-handle'
  element.dataset.bound = bound
  element.title = titles[bound]
  element.setAttribute('aria-label', index === 0 ? titles[bound] : titles[bound].replace('the passage', `segment ${index + 1}`))
  element.addEventListener('mousedown', (event) => event.preventDefault())
  element.addEventListener('pointerdown', (event) => event.button === 0 && drag(session, layer, { element, index, bound }, event))
  element.addEventListener('keydown', (event) => moveByArrow(session, index, bound, event))
  return { element, index, bound }
}

const isFine = (event: MouseEvent | KeyboardEvent): boolean => event.shiftKey || event.altKey

/** Follows the pointer until it lets go, and stores once; Escape puts the bound back. */
function drag(session: ReadingSession, layer: HTMLElement, { index, bound }: Handle, pressed: PointerEvent): void {
  const { passage, ring, selection } = useReading.getState()
  if (!passage || !selection) return
  const before = selection.spans
  const ends = new AbortController()
  const options = { signal: ends.signal, capture: true }
  let spans: readonly Span[] = before
  const show = (next: readonly Span[]): void => {
    spans = next
    select(selectionOfPassage(next), { passage, ring, offer: 'never' })
  }
  const end = (keep: boolean): void => {
    ends.abort()
    delete layer.dataset.dragging
    if (keep && spans !== before) storeBounds(session, passage, spans)
    else show(before)
  }
  layer.dataset.dragging = ''
  window.addEventListener(
    'pointermove',
    (event) => {
      const offset = offsetNear(session, event.clientX, event.clientY, pressed.pointerType === 'touch' ? 12 : 0, bound)
      const to = offset === null ? null : snapBound(session.text.text, bound, offset, isFine(event) ? 'character' : 'word')
      const moved = to === null ? null : placeBound(before, index, bound, to)
      if (moved) show(moved)
    },
    options,
  )
  window.addEventListener('pointerup', () => end(true), options)
  window.addEventListener('pointercancel', () => end(false), options)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      end(false)
    },
    options,
  )
}

/** The place between two characters nearest to a point; the hand holds the knob, which stands beside the line. */
function offsetNear({ surface }: ReadingSession, x: number, y: number, reach: number, bound: Bound): number | null {
  const shift = (knob + reach) * (bound === 'start' ? 1 : -1)
  const caret = document.caretPositionFromPoint(x, y + shift)
  if (!caret || !surface.dom.contains(caret.offsetNode)) return null
  return surface.offsetOf(caret.offsetNode, caret.offset)
}

/** How far the knob stands from the middle of its line, in pixels. */
const knob = 12

function moveByArrow(session: ReadingSession, index: number, bound: Bound, event: KeyboardEvent): void {
  if (event.key === 'Escape') {
    // Back to the text with the passage still in hand: the same key must not let go of it there.
    event.preventDefault()
    event.stopPropagation()
    return focusText(session)
  }
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  const { passage } = useReading.getState()
  const spans = spansInHand()
  const at = spans[index]?.[bound]
  if (step === 0 || !passage || at === undefined) return
  event.preventDefault()
  event.stopPropagation()
  const to = stepBound(session.text.text, bound, at, step, isFine(event) ? 'character' : 'word')
  const moved = placeBound(spans, index, bound, to)
  if (!moved) return
  storeBounds(session, passage, moved)
  announce(moved.map((span) => session.text.text.slice(span.start, span.end)).join(' … '))
}

/** The next place of a bound in a direction. */
function stepBound(text: string, bound: Bound, at: number, step: 1 | -1, by: 'word' | 'character'): number {
  for (let distance = 1; distance < 200; distance += 1) {
    const to = snapBound(text, bound, at + step * distance, by)
    if ((to - at) * step > 0) return to
  }
  return at
}
