// Keeps the reader's place in a source: across tabs, restarts, and every change of the page's width.
import { useDesk } from '../desk/desk-store.ts'
import { goToPlace, placeOf, type ReadingPlace } from './reading-place.ts'
import type { ReadingSession } from './reading-session.ts'

/** Places of this window, to the pixel; the desk keeps the offset alone. */
const places = new Map<string, ReadingPlace>()

/** How long the page must stand still before its place is kept, in milliseconds. */
const rest = 150

/** Goes to the place that was kept, then keeps it up to date; the answer ends it. */
export function followPlace({ source, surface, scroller }: ReadingSession): () => void {
  const kept = useDesk.getState().offsets[source] ?? 0
  const known = places.get(source)
  let place: ReadingPlace = known?.offset === kept ? known : { offset: kept, shift: 0 }
  let width = surface.dom.clientWidth
  let timer: ReturnType<typeof setTimeout> | undefined
  let ended = false

  const keep = (): void => {
    clearTimeout(timer)
    timer = undefined
    if (!scroller.checkVisibility() || scroller.clientHeight === 0) return
    place = placeOf(surface, scroller)
    places.set(source, place)
    if (useDesk.getState().offsets[source] !== place.offset) useDesk.getState().keepOffset(source, place.offset)
  }
  const onScroll = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keep, rest)
  }
  const sizes = new ResizeObserver(() => {
    const now = surface.dom.clientWidth
    if (now === 0 || now === width) return
    width = now
    if (timer === undefined) goToPlace(surface, scroller, place)
  })
  if (useDesk.getState().target?.source !== source) goToPlace(surface, scroller, place)
  // The reading face may come after the first layout; its lines are others than those of the face it replaces.
  void document.fonts.ready.then(() => {
    if (!ended && timer === undefined) goToPlace(surface, scroller, place)
  })
  sizes.observe(surface.dom)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    ended = true
    if (timer !== undefined) keep()
    sizes.disconnect()
    scroller.removeEventListener('scroll', onScroll)
  }
}
