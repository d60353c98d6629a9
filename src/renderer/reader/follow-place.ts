// Keeps the reader's place in a source: across tabs, restarts, and every change of the page's width.
import { useDesk } from '../desk/desk-store.ts'
import { goToPlace, placeOf, type ReadingPlace } from './reading-place.ts'
import type { ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'

/** Places of this window, to the pixel; the desk keeps the offset alone. */
const places = new Map<string, ReadingPlace>()

/** How long the page must stand still before its place is kept, in milliseconds. */
const rest = 150

/** Goes to the place that was kept, then keeps it up to date; the answer ends it. */
export function followPlace({ source, surface, scroller }: ReadingSession): () => void {
  const kept = useDesk.getState().offsets[source] ?? 0
  const known = places.get(source)
  let place: ReadingPlace = known?.offset === kept ? known : { offset: kept, shift: 0 }
  let width = 0
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
  // Heard first after the first layout and before it is painted. Asking for the place any sooner would lay out the
  // whole of a long text, because the browser does not know yet what is in sight.
  const sizes = new ResizeObserver(([entry]) => {
    const now = entry?.contentRect.width ?? 0
    if (now === 0 || now === width) return
    const first = width === 0
    width = now
    if (!first && timer === undefined) goToPlace(surface, scroller, place)
    if (first) arrive()
  })
  const goBack = (): void => {
    const sentElsewhere = useDesk.getState().target?.source === source || useReading.getState().flash.length > 0
    if (!ended && timer === undefined && place.offset > 0 && !sentElsewhere) goToPlace(surface, scroller, place)
  }
  const arrive = (): void => {
    goBack()
    // The reading face may come after the first layout; its lines are others than those of the face it replaces.
    void document.fonts.ready.then(goBack)
  }
  sizes.observe(surface.dom)
  scroller.addEventListener('scroll', onScroll, { passive: true })
  return () => {
    ended = true
    if (timer !== undefined) keep()
    sizes.disconnect()
    scroller.removeEventListener('scroll', onScroll)
  }
}
