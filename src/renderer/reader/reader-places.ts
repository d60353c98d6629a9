// What the Reader can show, in the order of its tabs: open sources, then the other pages.
import type { Id } from '../../shared/identifiers.ts'
import { isSamePage, pageKey, type DeskPage } from '../desk/desk-pages.ts'
import { useDesk, type DeskState } from '../desk/desk-store.ts'

/** One tab: a source, or a page that is none. */
export type ReaderPlace = { source: Id; page?: never } | { page: DeskPage; source?: never }

type Open = Pick<DeskState, 'readers' | 'pages' | 'activeReader' | 'activePage'>

export const placesOf = ({ readers, pages }: Pick<Open, 'readers' | 'pages'>): ReaderPlace[] => [
  ...readers.map((source) => ({ source })),
  ...pages.map((page) => ({ page })),
]

/** The place's name in the document. */
export const placeKey = (place: ReaderPlace): string => (place.page ? pageKey(place.page) : place.source)

/** The place that shows; null when nothing is open. */
export function activePlace({ activeReader, activePage }: Pick<Open, 'activeReader' | 'activePage'>): ReaderPlace | null {
  if (activePage) return { page: activePage }
  return activeReader ? { source: activeReader } : null
}

/** Which of the places shows, -1 for none. */
export function activeAt(open: Open): number {
  const active = activePlace(open)
  if (!active) return -1
  return placesOf(open).findIndex((place) =>
    place.page ? active.page !== undefined && isSamePage(place.page, active.page) : place.source === active.source,
  )
}

export function openPlace(place: ReaderPlace): void {
  if (place.page) useDesk.getState().openPage(place.page)
  else useDesk.getState().openSource(place.source)
}

export function closePlace(place: ReaderPlace): void {
  if (place.page) useDesk.getState().closePage(place.page)
  else useDesk.getState().closeSource(place.source)
}

/** Shows the place so many tabs further on, and around. */
export function stepPlace(by: 1 | -1): void {
  const desk = useDesk.getState()
  const places = placesOf(desk)
  const next = places[(activeAt(desk) + by + places.length) % places.length]
  if (next) openPlace(next)
}
