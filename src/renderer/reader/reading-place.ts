// Where the reader is in a text: found as the first visible character, kept, and found again to the pixel.
import type { TextSurface } from './text-surface.ts'

/** The first visible character and how far its line begins above the page's top edge (pixels, negative when above). */
export interface ReadingPlace {
  offset: number
  shift: number
}

const lineRect = (surface: TextSurface, offset: number): DOMRect | undefined =>
  surface.rangeOf({ start: offset, end: offset + 1 })?.getClientRects()[0]

/** The place at the top edge of the page; offset 0 while any of what stands above the text is to be seen. */
export function placeOf(surface: TextSurface, scroller: HTMLElement): ReadingPlace {
  const top = scroller.getBoundingClientRect().top
  if (scroller.scrollTop <= 0 || surface.dom.getBoundingClientRect().top >= top) return { offset: 0, shift: 0 }
  const block = surface.spanBetween(top, top)
  // Lines only go down within a block: the first character whose line ends below the edge is the first one seen.
  let low = block.start
  let high = Math.max(block.start, block.end - 1)
  while (low < high) {
    const middle = (low + high) >> 1
    const rect = lineRect(surface, middle)
    if (rect && rect.bottom > top + 2) high = middle
    else low = middle + 1
  }
  return { offset: low, shift: (lineRect(surface, low)?.top ?? top) - top }
}

/**
 * Scrolls so that a place is at the top edge again. What was out of sight takes its true height only when it is
 * drawn, so the place is measured anew for some frames; the answer stops that, for when the user scrolls meanwhile.
 */
export function goToPlace(surface: TextSurface, scroller: HTMLElement, place: ReadingPlace): () => void {
  if (place.offset <= 0) {
    scroller.scrollTop = 0
    return () => {}
  }
  return settle(() => {
    const rect = lineRect(surface, place.offset)
    return rect ? rect.top - scroller.getBoundingClientRect().top - place.shift : 0
  }, scroller)
}

/** Scrolls so that a span can be read: not at all when it is well in sight, else to the upper third of the page. */
export function goToSpan(surface: TextSurface, scroller: HTMLElement, span: { start: number; end: number }): () => void {
  if (isInSight(surface, scroller, span)) return () => {}
  return settle(() => {
    const rect = lineRect(surface, span.start)
    const page = scroller.getBoundingClientRect()
    return rect ? rect.top - page.top - page.height * 0.3 : 0
  }, scroller)
}

/** Whether a span's beginning and, where the page is tall enough, its end are clear of the page's edges. */
export function isInSight(surface: TextSurface, scroller: HTMLElement, span: { start: number; end: number }): boolean {
  const page = scroller.getBoundingClientRect()
  const first = lineRect(surface, span.start)
  const last = lineRect(surface, span.end - 1)
  if (!first || !last) return false
  const clearBelow = last.bottom <= page.bottom - 64 || first.top <= page.top + page.height * 0.35
  return first.top >= page.top + 8 && clearBelow
}

const framesToSettle = 6
const settling = new WeakMap<HTMLElement, () => void>()

function settle(distance: () => number, scroller: HTMLElement): () => void {
  settling.get(scroller)?.()
  const users = new AbortController()
  let frame = 0
  let left = framesToSettle
  const stop = (): void => {
    cancelAnimationFrame(frame)
    users.abort()
  }
  const step = (): void => {
    const far = distance()
    if (Math.abs(far) >= 0.5) scroller.scrollTop += far
    left -= 1
    if (left > 0) frame = requestAnimationFrame(step)
    else stop()
  }
  for (const event of ['wheel', 'pointerdown', 'touchstart']) {
    scroller.addEventListener(event, stop, { passive: true, signal: users.signal })
  }
  settling.set(scroller, stop)
  step()
  return stop
}
