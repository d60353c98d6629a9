// The keyboard grid of the board, with headings that open and close where rows are grouped.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { BoardGroup, BoardPage } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
import { GridList } from '../interface/grid-list.tsx'
import { linkable } from '../links/linking.ts'
import { openItem } from '../search/open-hit.ts'
import { entriesOf, type BoardEntry } from './board-entries.ts'
import { useBoard } from './board-state.ts'
import { removeRows } from './items-actions.ts'
import { holdItems, type NamedRow } from './items-in-hand.ts'

interface BoardGridProps {
  of: BoardPage
  label: string
  ids: readonly Id[]
  groups: readonly BoardGroup[]
  rowHeight: number
  /** The name of the row at a place, or how it begins. */
  nameAt: (at: number) => string
  /** What the row at a place shows. */
  children: (at: number) => ReactNode
}

const isRow = (entry: BoardEntry) => entry.kind === 'row'

const turn = (entry: BoardEntry): void => {
  if (entry.kind === 'heading') useBoard.getState().setClosed(entry.key, entry.open)
}

/** Arrow left closes a heading or goes to it, arrow right opens it or goes to its first row. */
function headingKey(event: KeyboardEvent, entry: BoardEntry, entries: readonly BoardEntry[], go: (row: number) => void): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false
  if (event.key === 'ArrowLeft') {
    if (entry.kind === 'row' && entry.heading === null) return false
    if (entry.kind === 'row') go(entries.findIndex(({ key }) => key === entry.heading))
    else if (entry.open) turn(entry)
    return true
  }
  if (event.key !== 'ArrowRight' || entry.kind === 'row') return false
  if (entry.open) go(entries.indexOf(entry) + 1)
  else turn(entry)
  return true
}

/** Space shows a row in the Inspector, Enter opens it in its source; on a heading both open and close it. */
export function BoardGrid({ of, label, ids, groups, rowHeight, nameAt, children }: BoardGridProps) {
  const closed = useBoard((state) => state.closed)
  const selection = useDesk((desk) => desk.selection)
  const [shown, setShown] = useState<string | null>(null)
  const entries = useMemo(() => entriesOf(ids, groups, closed), [ids, groups, closed])
  const selected = selection?.kind === 'item' ? selection.id : null
  const places = useMemo(() => entries.filter((entry) => entry.kind === 'row' && entry.id === selected), [entries, selected])
  const current = places.find(({ key }) => key === shown) ?? places[0]
  const preview = (entry: BoardEntry) => {
    if (entry.kind === 'heading') return turn(entry)
    setShown(entry.key)
    useDesk.getState().select({ kind: 'item', id: entry.id })
    useDesk.getState().show('inspector')
  }
  const grouped = groups.length > 0
  return (
    <GridList
      label={label}
      role={grouped ? 'treegrid' : 'grid'}
      rows={entries}
      keyOf={(entry) => entry.key}
      textOf={(entry) => (entry.kind === 'heading' ? entry.title : nameAt(entry.at))}
      current={current?.key ?? null}
      rowHeight={rowHeight}
      rowProps={(entry) => ({ ...(grouped ? levelOf(entry) : {}), ...(entry.kind === 'row' ? linkable(entry.id) : {}) })}
      onKey={headingKey}
      onPreview={preview}
      onOpen={(entry) => (entry.kind === 'heading' ? turn(entry) : void openItem(entry.id))}
      onDelete={(chosen) => void removeRows(named(chosen, nameAt), of)}
      onChoose={(chosen) => holdItems(of, named(chosen, nameAt))}
    >
      {(entry) => (entry.kind === 'heading' ? <Heading title={entry.title} count={entry.count} open={entry.open} /> : children(entry.at))}
    </GridList>
  )
}

const levelOf = (entry: BoardEntry) => (entry.kind === 'heading' ? { 'aria-level': 1, 'aria-expanded': entry.open } : { 'aria-level': 2 })

/** Each chosen row once, with its name. */
function named(chosen: readonly BoardEntry[], nameAt: (at: number) => string): NamedRow[] {
  const names = new Map(chosen.filter(isRow).map(({ id, at }) => [id, nameAt(at)]))
  return [...names].map(([id, name]) => ({ id, name }))
}

function Heading({ title, count, open }: { title: string; count: number; open: boolean }) {
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <span className="board-heading">
      <Chevron size={14} strokeWidth={1.5} aria-hidden="true" />
      <span className="board-heading-title">{title}</span>
      <span className="numbers">{count.toLocaleString()}</span>
    </span>
  )
}
