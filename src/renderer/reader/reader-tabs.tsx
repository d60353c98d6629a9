// The tabs of open sources.
import { X } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
import { useCall } from '../queries.ts'

export const tabId = (source: Id): string => `reader-tab-${source}`
export const panelId = 'reader-panel'

/** Arrow keys go from tab to tab, Delete and the middle button close. */
export function ReaderTabs() {
  const readers = useDesk((desk) => desk.readers)
  const active = useDesk((desk) => desk.activeReader)
  const sources = useCall('sources', 'list', {}).data
  const list = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = readers.indexOf(active ?? '')
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: readers.length - 1 }[event.key]
    if (event.key === 'Delete' && active) closeTab(active)
    else if (to === undefined) return
    else useDesk.getState().openSource(readers[(to + readers.length) % readers.length] ?? '')
    event.preventDefault()
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  }
  return (
    <div ref={list} className="reader-tabs" role="tablist" aria-label="Open sources" onKeyDown={onKeyDown}>
      {readers.map((source) => (
        <ReaderTab
          key={source}
          source={source}
          active={source === active}
          title={sources?.find((other) => other.id === source)?.title || 'Untitled'}
        />
      ))}
    </div>
  )
}

const closeTab = (source: Id): void => useDesk.getState().closeSource(source)

function ReaderTab({ source, active, title }: { source: Id; active: boolean; title: string }) {
  const cell = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) cell.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [active])
  const onAuxClick = (event: MouseEvent): void => {
    if (event.button === 1) closeTab(source)
  }
  return (
    <div ref={cell} className="reader-tab-cell" role="presentation" onAuxClick={onAuxClick}>
      <button
        type="button"
        role="tab"
        id={tabId(source)}
        className="reader-tab"
        aria-selected={active}
        aria-controls={active ? panelId : undefined}
        aria-keyshortcuts="Delete"
        tabIndex={active ? 0 : -1}
        title={title}
        onClick={() => useDesk.getState().openSource(source)}
      >
        {title}
      </button>
      {/* Inside a list of tabs only tabs may be controls; Delete and Ctrl+W do the same for the keyboard. */}
      <span className="reader-tab-close" aria-hidden="true" title={`Close “${title}”`} onClick={() => closeTab(source)}>
        <X size={14} strokeWidth={1.5} />
      </span>
    </div>
  )
}
