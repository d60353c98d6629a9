// The tabs of open sources and of the other pages.
import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { afterPaint } from '../after-paint.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'
import { PageTitle } from './reader-pages.tsx'
import { activeAt, closePlace, openPlace, placeKey, placesOf, type ReaderPlace } from './reader-places.ts'

export const tabId = (place: ReaderPlace): string => `reader-tab-${placeKey(place)}`
export const panelId = 'reader-panel'

/** Arrow keys go from tab to tab, Delete and the middle button close. */
export function ReaderTabs() {
  const readers = useDesk((desk) => desk.readers)
  const pages = useDesk((desk) => desk.pages)
  const active = useDesk(activeAt)
  const list = useRef<HTMLDivElement>(null)
  const places = placesOf({ readers, pages })
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowLeft: active - 1, ArrowRight: active + 1, Home: 0, End: places.length - 1 }[event.key]
    const current = places[active]
    const next = to === undefined ? undefined : places[(to + places.length) % places.length]
    if (event.key === 'Delete' && current) closePlace(current)
    else if (next) openPlace(next)
    else return
    event.preventDefault()
    afterPaint(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  return (
    <div ref={list} className="reader-tabs" role="tablist" aria-label="Open sources" onKeyDown={onKeyDown}>
      {places.map((place, at) => (
        <ReaderTab key={placeKey(place)} place={place} active={at === active}>
          {place.page ? <PageTitle page={place.page} /> : <SourceTitle source={place.source} />}
        </ReaderTab>
      ))}
    </div>
  )
}

function SourceTitle({ source }: { source: Id }) {
  const { data } = useCall('sources', 'get', { source })
  return data?.id === source ? data.metadata.title || 'Untitled' : ''
}

function ReaderTab({ place, active, children }: { place: ReaderPlace; active: boolean; children: ReactNode }) {
  const cell = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  const onAuxClick = (event: MouseEvent): void => {
    if (event.button === 1) closePlace(place)
  }
  // The name is cut off where tabs are many; hovering tells it whole.
  const tellWhole = (event: MouseEvent<HTMLElement>): void => {
    event.currentTarget.title = event.currentTarget.textContent ?? ''
  }
  return (
    <div ref={cell} className="reader-tab-cell" role="presentation" onAuxClick={onAuxClick}>
      <button
        type="button"
        role="tab"
        id={tabId(place)}
        className="reader-tab"
        aria-selected={active}
        aria-controls={active ? panelId : undefined}
        aria-keyshortcuts="Delete"
        tabIndex={active ? 0 : -1}
        onMouseEnter={tellWhole}
        onClick={() => openPlace(place)}
      >
        {children}
      </button>
      {/* Inside a list of tabs only tabs may be controls; Delete and Ctrl+W do the same for the keyboard. */}
      <span className="reader-tab-close" aria-hidden="true" title="Close this tab" onClick={() => closePlace(place)}>
        <X size={14} strokeWidth={1.5} />
      </span>
    </div>
  )
}
