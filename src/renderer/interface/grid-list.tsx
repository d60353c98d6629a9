// A list as a grid of rows: only rows in sight are drawn; keys, type-ahead and choosing many as everywhere.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { goTo, rowForKey, toggleRow, typeAhead, type ListState } from './list-moves.ts'

export interface GridListProps<T> {
  label: string
  rows: readonly T[]
  keyOf: (row: T) => string
  /** What type-ahead compares, and the row's name. */
  textOf: (row: T) => string
  children: (row: T) => ReactNode
  /** The row that is open or selected elsewhere. */
  current?: string | null
  onOpen: (row: T) => void
  /** A click or Space; `onOpen` where there is no preview. */
  onPreview?: (row: T) => void
  onDelete?: (rows: T[]) => void
  onRename?: (row: T) => void
  /** Pixels of a usual row, before it is measured. */
  rowHeight: number
}

/**
 * What the keyboard and the mouse chose, by key, so that it survives a new order; `row` says where, so that after a
 * delete the neighbour takes over. It ends when something else becomes current than it was chosen `over`.
 */
interface Held {
  over: string | null
  keys: string[]
  active: string | null
  anchor: string | null
  row: number
}

const forgetAfter = 700

/** Focus stays on the grid; the active row is told by `aria-activedescendant`. */
export function GridList<T>(props: GridListProps<T>) {
  const { rows, keyOf, current } = props
  const scroller = useRef<HTMLDivElement>(null)
  const typed = useRef({ text: '', at: 0 })
  const [held, setHeld] = useState<Held>({ over: null, keys: [], active: null, anchor: null, row: -1 })
  const [id] = useState(() => `grid-${Math.random().toString(36).slice(2, 8)}`)
  const index = new Map(rows.map((row, at) => [keyOf(row), at]))
  const at = (key: string | null): number => (key === null ? -1 : (index.get(key) ?? -1))
  const state = stateFrom()
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its rows; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    getItemKey: (row) => keyOf(rows[row] as T),
    overscan: 8,
    // The active row is always drawn, because the grid refers to it.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), state.active])].filter((row) => row >= 0 && row < rows.length).toSorted((x, y) => x - y),
  })

  function stateFrom(): ListState {
    const fallback = Math.min(held.row, rows.length - 1)
    if (held.active === null || held.over !== (current ?? null)) {
      const row = at(current ?? null)
      return row < 0 ? { active: fallback, anchor: fallback, chosen: [] } : { active: row, anchor: row, chosen: [row] }
    }
    const active = at(held.active) >= 0 ? at(held.active) : fallback
    const anchor = at(held.anchor) >= 0 ? at(held.anchor) : active
    const chosen = held.keys.map(at).filter((row) => row >= 0)
    return { active, anchor, chosen: chosen.length > 0 || active < 0 ? chosen : [active] }
  }
  const hold = (next: ListState) => {
    const key = (row: number): string | null => (rows[row] === undefined ? null : keyOf(rows[row]))
    const keys = next.chosen.map(key).filter((chosen) => chosen !== null)
    setHeld({ over: current ?? null, keys, active: key(next.active), anchor: key(next.anchor), row: next.active })
    if (next.active >= 0) virtual.scrollToIndex(next.active, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const active = rows[state.active]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.rowHeight) - 1)
    const row = rowForKey(event.key, state.active, rows.length, page)
    const plainKey = !event.ctrlKey && !event.metaKey && !event.altKey
    if (row !== null && !event.altKey) hold(goTo(state, row, rows.length, event.shiftKey))
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      hold({ active: state.active, anchor: 0, chosen: rows.map((_, each) => each) })
    } else if (event.key === 'Enter' && active && plainKey) props.onOpen(active)
    else if (event.key === ' ' && active && !typesOn(' ')) (props.onPreview ?? props.onOpen)(active)
    else if (event.key === 'F2' && active && props.onRename) props.onRename(active)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && active && props.onDelete) {
      props.onDelete(state.chosen.map((chosen) => rows[chosen]).filter((chosen) => chosen !== undefined))
    } else if (plainKey && [...event.key].length === 1 && event.key !== '?') search(event.key, event.timeStamp)
    else return
    event.preventDefault()
  }
  /** A space belongs to what is being typed only where a row goes on with it. */
  const typesOn = (letter: string): boolean =>
    typed.current.text !== '' && typeAhead(rows.map(props.textOf), typed.current.text + letter, state.active) >= 0
  const search = (letter: string, now: number) => {
    const going = now - typed.current.at < forgetAfter
    typed.current = { text: going ? typed.current.text + letter : letter, at: now }
    setTimeout(() => (typed.current = typed.current.at === now ? { text: '', at: 0 } : typed.current), forgetAfter)
    const found = typeAhead(rows.map(props.textOf), typed.current.text, state.active)
    if (found >= 0) hold(goTo(state, found, rows.length, false))
  }
  const onClick = (event: MouseEvent, row: number) => {
    if (event.shiftKey) hold(goTo(state, row, rows.length, true))
    else if (event.ctrlKey || event.metaKey) hold(toggleRow(state, row))
    else {
      hold(goTo(state, row, rows.length, false))
      ;(props.onPreview ?? props.onOpen)(rows[row] as T)
    }
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={rows.length}
      aria-activedescendant={state.active >= 0 ? `${id}-${state.active}` : undefined}
      tabIndex={0}
      data-pane-focus
      className="grid-list"
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="grid-list-room" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index: row, key, start }) => (
          <div
            key={key}
            ref={virtual.measureElement}
            id={`${id}-${row}`}
            role="row"
            data-index={row}
            aria-rowindex={row + 1}
            aria-selected={state.chosen.includes(row)}
            className={row === state.active ? 'grid-row grid-row-active' : 'grid-row'}
            style={{ transform: `translateY(${start}px)` }}
            onClick={(event) => onClick(event, row)}
            onDoubleClick={() => props.onOpen(rows[row] as T)}
          >
            <div role="gridcell" className="grid-cell">
              {props.children(rows[row] as T)}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}
