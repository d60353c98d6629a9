// A list as a grid of rows: only rows in sight are drawn; keys, type-ahead and choosing many as everywhere.
import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, useEffectEvent, useId, useLayoutEffect, useMemo, useRef, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { goTo, rowForKey, toggleRow } from './list-moves.ts'
import { useChosenRows } from './use-chosen-rows.ts'
import { useTypeAhead } from './use-type-ahead.ts'

export interface GridListProps<T> {
  label: string
  rows: readonly T[]
  /** Follows from the row alone. */
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
  /** Hears which rows are chosen, for commands that work on them. */
  onChoose?: (rows: T[]) => void
  /** `treegrid` where rows have levels, which `rowProps` then tells. */
  role?: 'grid' | 'treegrid'
  rowProps?: (row: T) => HTMLAttributes<HTMLElement> & { 'data-drop'?: string | undefined }
  /** Keys of a list's own; true when it took one. */
  onKey?: (event: KeyboardEvent, row: T, rows: readonly T[], go: (row: number) => void) => boolean
  /** Hears the key of the row that the keyboard is on; the same function every time. */
  onActive?: (key: string | null) => void
  /** Pixels of a usual row, before it is measured. */
  rowHeight: number
}

/** Focus stays on the grid; the active row is told by `aria-activedescendant`. */
export function GridList<T>(props: GridListProps<T>) {
  const { rows, keyOf } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const { state, hold, ask } = useChosenRows(rows, keyOf, props.current ?? null)
  const { onActive } = props
  const active = rows[state.active]
  const activeKey = active === undefined ? null : keyOf(active)
  // Before the next key: a key that follows fast on an arrow must not be for the row before.
  useLayoutEffect(() => onActive?.(activeKey), [onActive, activeKey])
  // Another function would make it measure every row anew.
  const latestKeyOf = useRef(keyOf)
  const getItemKey = useCallback((row: number) => latestKeyOf.current(rows[row] as T), [rows])
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its rows; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => props.rowHeight,
    getItemKey,
    overscan: 8,
    rangeExtractor: (range) => withActive(range, state.active),
  })
  const chosen = useMemo(() => state.chosen.map((row) => rows[row]).filter((row) => row !== undefined), [state, rows])
  const chosenKeys = useMemo(() => chosen.map((row) => latestKeyOf.current(row)).join(' '), [chosen])
  const isChosen = useMemo(() => new Set(state.chosen), [state])
  const choose = useEffectEvent(() => props.onChoose?.(chosen))
  // Before the next key: one that came sooner would find nothing chosen to work on.
  useLayoutEffect(() => choose(), [chosenKeys])
  const go = (row: number, extend = false) => {
    hold(goTo(state, row, rows.length, extend))
    virtual.scrollToIndex(row, { align: 'auto' })
  }
  const preview = (row: number) => {
    ask(row)
    ;(props.onPreview ?? props.onOpen)(rows[row] as T)
  }
  const open = (row: number) => {
    ask(row)
    props.onOpen(rows[row] as T)
  }
  const onKeyDown = useGridKeys(props, { state, hold, go, preview, open, scroller })
  const onClick = (event: MouseEvent, row: number) => {
    if (event.shiftKey) return go(row, true)
    if (event.ctrlKey || event.metaKey) return hold(toggleRow(state, row))
    go(row)
    preview(row)
  }
  return (
    <div
      ref={scroller}
      role={props.role ?? 'grid'}
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
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            {...props.rowProps?.(rows[index] as T)}
            ref={virtual.measureElement}
            id={`${id}-${index}`}
            role="row"
            data-index={index}
            aria-rowindex={index + 1}
            aria-selected={isChosen.has(index)}
            className={index === state.active ? 'grid-row grid-row-active' : 'grid-row'}
            style={{ transform: `translateY(${start}px)` }}
            onClick={(event) => onClick(event, index)}
            onDoubleClick={() => open(index)}
          >
            <div role="gridcell" className="grid-cell">
              {props.children(rows[index] as T)}
            </div>
          </div>
        ))}
      </div>
    </div>
  )
}

/** The rows to draw; the active one is always among them, because the grid refers to it. */
function withActive(range: Range, active: number): number[] {
  const drawn = new Set([...defaultRangeExtractor(range), active])
  return [...drawn].filter((row) => row >= 0 && row < range.count).toSorted((a, b) => a - b)
}

interface GridParts extends Pick<ReturnType<typeof useChosenRows>, 'state' | 'hold'> {
  go: (row: number, extend?: boolean) => void
  preview: (row: number) => void
  open: (row: number) => void
  scroller: React.RefObject<HTMLDivElement | null>
}

function useGridKeys<T>(props: GridListProps<T>, { state, hold, go, preview, open, scroller }: GridParts) {
  const { rows } = props
  const { search, typesOn } = useTypeAhead(() => rows.map(props.textOf), state.active, go)
  return (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const active = rows[state.active]
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.rowHeight) - 1)
    const row = rowForKey(event.key, state.active, rows.length, page)
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (active && props.onKey?.(event, active, rows, go)) return event.preventDefault()
    if (row !== null && !event.altKey) go(row, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      hold({ active: Math.max(0, state.active), anchor: 0, chosen: rows.map((_, each) => each) })
    } else if (event.key === 'Enter' && active && plain) open(state.active)
    else if (event.key === ' ' && active && !typesOn(' ')) preview(state.active)
    else if (event.key === 'F2' && active && props.onRename) props.onRename(active)
    else if ((event.key === 'Delete' || event.key === 'Backspace') && active && props.onDelete) {
      props.onDelete(state.chosen.map((chosen) => rows[chosen]).filter((chosen) => chosen !== undefined))
    } else if (plain && [...event.key].length === 1 && event.key !== '?') search(event.key, event.timeStamp)
    else return
    event.preventDefault()
  }
}
