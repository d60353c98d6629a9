// A grid of rows to choose from, each with a box: only rows in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { rowForKey } from './list-moves.ts'
import './check-grid.css'

interface CheckGridProps<T> {
  label: string
  rows: readonly T[]
  keyOf: (row: T) => string
  isChosen: (row: T) => boolean
  onToggle: (row: T) => void
  /** Keys of a list's own, before the usual ones; true when it took one. */
  onKey?: (event: KeyboardEvent, row: T | undefined) => boolean
  /** Whether the list takes the keyboard when it appears. */
  takesFocus?: boolean
  rowHeight: number
  children: (row: T) => ReactNode
}

/** Arrow keys, J and K go from row to row, Space chooses. */
export function CheckGrid<T>(props: CheckGridProps<T>) {
  const { rows, keyOf, isChosen, onToggle, takesFocus = false, rowHeight } = props
  const [wanted, setActive] = useState(0)
  const active = Math.min(wanted, rows.length - 1)
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its rows; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  // A dialog that opens with the list takes `data-first-focus`; one that was open before needs to be told.
  useEffect(() => {
    if (takesFocus) scroller.current?.focus()
  }, [takesFocus])
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[active]
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (props.onKey?.(event, row)) return event.preventDefault()
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1)
    const arrow = ({ j: 'ArrowDown', k: 'ArrowUp' } as Record<string, string>)[event.key] ?? event.key
    const next = plain ? rowForKey(arrow, active, rows.length, page) : null
    if (next !== null) {
      setActive(next)
      virtual.scrollToIndex(next, { align: 'auto' })
    } else if (event.key === ' ' && row !== undefined && plain) onToggle(row)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      data-first-focus={takesFocus ? '' : undefined}
      className="grid-list check-grid"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="grid-list-room" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index] as T
          return (
            <div
              key={keyOf(row)}
              ref={virtual.measureElement}
              id={`${id}-${index}`}
              role="row"
              data-index={index}
              aria-rowindex={index + 1}
              aria-selected={isChosen(row)}
              className={index === active ? 'grid-row grid-row-active check-row' : 'grid-row check-row'}
              style={{ transform: `translateY(${start}px)` }}
              onClick={() => {
                setActive(index)
                onToggle(row)
              }}
            >
              <div role="gridcell" className="check-cell">
                <span className="check-box" aria-hidden="true">
                  {isChosen(row) ? '✓' : ''}
                </span>
                {props.children(row)}
              </div>
            </div>
          )
        })}
      </div>
    </div>
  )
}
