// A grid for lists of any length: rows are known by place, only those in sight are drawn, and what is held lies outside.
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useId, useRef, type HTMLAttributes, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { activePlaceOf, chooseAll, goToPlace, togglePlace, type HeldRows, type RowOrder } from './long-grid-moves.ts'
import { rowForKey } from './list-moves.ts'

export interface LongGridProps {
  label: string
  order: RowOrder
  held: HeldRows
  onHold: (next: HeldRows) => void
  /** The cells of the row at a place, each of the role `gridcell`. */
  children: (place: number) => ReactNode
  /** A first row that stays in sight, of the role `row`. */
  head?: ReactNode
  rowHeight: number
  /** Pixels below which the rows are scrolled sideways. */
  leastWidth?: number
  onOpen: (key: string) => void
  /** A click; nothing beside choosing where it is left out. */
  onPreview?: (key: string) => void
  onDelete?: () => void
  /** The place that typing leads to, from a place on; -1 for none. */
  onType?: (text: string, from: number) => Promise<number>
  /** Keys of a list's own; true when it took one. */
  onKey?: (event: KeyboardEvent, key: string, go: (place: number) => void) => boolean
  rowProps?: (key: string) => HTMLAttributes<HTMLElement>
}

/** A pause of this many milliseconds begins a new name. */
const forgetAfter = 700

/** Focus stays on the grid; the active row is told by `aria-activedescendant`. Space chooses, Enter opens. */
export function LongGrid(props: LongGridProps) {
  const { order, held, rowHeight, head } = props
  const id = useId()
  const scroller = useRef<HTMLDivElement>(null)
  const active = activePlaceOf(held, order)
  const first = head === undefined ? 1 : 2
  // Another function would make it measure every row anew.
  const getItemKey = useCallback((place: number) => order.keyAt(place), [order])
  // oxlint-disable-next-line react/incompatible-library -- the list re-renders with its rows; nothing is memoised on it.
  const virtual = useVirtualizer({
    count: order.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey,
    scrollPaddingStart: head === undefined ? 0 : rowHeight,
    overscan: 8,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), active])].filter((place) => place >= 0 && place < range.count).toSorted((a, b) => a - b),
  })
  const go = (place: number, extend = false) => {
    const next = goToPlace(held, order, place, extend)
    props.onHold(next)
    if (next.row >= 0) virtual.scrollToIndex(next.row, { align: 'auto' })
  }
  const onKeyDown = useLongKeys(props, { active, go, scroller })
  const onClick = (event: MouseEvent, place: number) => {
    if (event.shiftKey) return go(place, true)
    if (event.ctrlKey || event.metaKey) return props.onHold(togglePlace(held, order, place))
    go(place)
    props.onPreview?.(order.keyAt(place))
  }
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={props.label}
      aria-multiselectable="true"
      aria-rowcount={order.count + first - 1}
      aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
      tabIndex={0}
      data-pane-focus
      className="grid-list"
      onKeyDown={onKeyDown}
    >
      {head}
      <div role="presentation" className="grid-list-room" style={{ height: virtual.getTotalSize(), minWidth: props.leastWidth }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <div
            key={key}
            {...props.rowProps?.(order.keyAt(index))}
            ref={virtual.measureElement}
            id={`${id}-${index}`}
            role="row"
            data-index={index}
            aria-rowindex={index + first}
            aria-selected={held.chosen.has(order.keyAt(index))}
            className={index === active ? 'grid-row grid-row-active' : 'grid-row'}
            style={{ transform: `translateY(${start}px)` }}
            onClick={(event) => onClick(event, index)}
            onDoubleClick={() => props.onOpen(order.keyAt(index))}
          >
            {props.children(index)}
          </div>
        ))}
      </div>
    </div>
  )
}

interface LongParts {
  active: number
  go: (place: number, extend?: boolean) => void
  scroller: React.RefObject<HTMLDivElement | null>
}

function useLongKeys(props: LongGridProps, { active, go, scroller }: LongParts) {
  const { order, held, onHold } = props
  const search = useLongTypeAhead(props, active, go)
  return (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / props.rowHeight) - 1)
    const place = rowForKey(event.key, active, order.count, page)
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    const key = active < 0 ? null : order.keyAt(active)
    if (key !== null && props.onKey?.(event, key, go)) return event.preventDefault()
    if (place !== null && !event.altKey) go(place, event.shiftKey)
    else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) onHold(chooseAll(held, order))
    else if (event.key === 'Enter' && key !== null && plain) props.onOpen(key)
    else if (event.key === ' ' && key !== null && !event.altKey) onHold(togglePlace(held, order, active))
    else if ((event.key === 'Delete' || event.key === 'Backspace') && key !== null && plain && props.onDelete) props.onDelete()
    else if (plain && [...event.key].length === 1 && event.key !== '?' && props.onType) search(event.key, event.timeStamp)
    else return
    event.preventDefault()
  }
}

/** Goes to the row whose name starts with what is typed; the answer to an older typing is dropped. */
function useLongTypeAhead({ onType }: LongGridProps, active: number, go: LongParts['go']) {
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  const latest = useRef(go)
  useEffect(() => {
    latest.current = go
  })
  return (letter: string, now: number): void => {
    const goesOn = now - typed.current.at < forgetAfter
    const text = goesOn ? typed.current.text + letter : letter
    typed.current = { text, at: now }
    void onType?.(text, text.length === 1 ? active + 1 : Math.max(active, 0)).then((place) => {
      if (place >= 0 && typed.current.text === text) latest.current(place)
    })
  }
}
