// The grid of sources in the pane and on the page: the same keys, the same choice, other rows.
import { useEffect, type DragEvent, type HTMLAttributes, type KeyboardEvent, type ReactNode } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { LongGrid } from '../interface/long-grid.tsx'
import { openCopies, sourcesInHand, useLibrary } from './library-state.ts'
import { say } from '../notices/notices.ts'
import { openSource, trashSources } from './source-actions.ts'
import type { Shown } from './use-shown-sources.ts'

/** What a drag of sources carries beside its words, so that only collections take it. */
export const sourcesType = 'application/x-groundwork-sources'

interface SourceGridProps {
  shown: Shown
  label: string
  rowHeight: number
  leastWidth?: number
  head?: ReactNode
  /** The source that is open in the Reader, which becomes what is chosen whenever it changes. */
  current?: Id | null
  onPreview?: (source: Id) => void
  /** The cells of the row at a place. */
  children: (place: number) => ReactNode
}

/** Enter opens, Space chooses, Delete puts into the trash, arrow right shows copies. */
export function SourceGrid({ shown, current = null, onPreview, ...grid }: SourceGridProps) {
  const held = useLibrary((state) => state.held)
  const trashed = useLibrary((state) => state.trashed)
  const opened = useLibrary((state) => state.opened)
  useEffect(() => {
    if (current !== null) useLibrary.setState(({ held: before }) => (before.chosen.has(current) ? {} : { held: { active: current, row: before.row, anchor: current, chosen: new Set([current]) } }))
  }, [current])
  const onKey = (event: KeyboardEvent, key: Id, go: (place: number) => void): boolean => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
    const copies = shown.copies[key]
    const first = shown.behind.get(key)
    if (event.key === 'ArrowRight' && copies) {
      if (opened.has(key)) go(shown.order.placeOf(key) + 1)
      else openCopies(key, true)
      return true
    }
    if (event.key !== 'ArrowLeft') return false
    if (first !== undefined) go(shown.order.placeOf(first))
    else if (copies && opened.has(key)) openCopies(key, false)
    else return false
    return true
  }
  const inHand = (): Id[] => {
    const sources = sourcesInHand()
    return sources.length > 0 || held.active === null ? sources : [held.active]
  }
  return (
    <LongGrid
      {...grid}
      order={shown.order}
      held={held}
      onHold={(next) => useLibrary.setState({ held: next })}
      onOpen={openSource}
      {...(onPreview ? { onPreview } : {})}
      onDelete={() => (trashed ? say('What is in the trash is deleted by emptying it.') : void trashSources(inHand()))}
      onType={shown.find}
      onKey={onKey}
      rowProps={(source) => dragProps(source)}
    />
  )
}

function dragProps(source: Id): HTMLAttributes<HTMLElement> {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      const inHand = sourcesInHand()
      const dragged = inHand.includes(source) ? inHand : [source]
      event.dataTransfer.effectAllowed = 'copy'
      event.dataTransfer.setData(sourcesType, String(dragged.length))
      useLibrary.setState({ dragged })
    },
    onDragEnd: () => useLibrary.setState({ dragged: [] }),
  }
}
