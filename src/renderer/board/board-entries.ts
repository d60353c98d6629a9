// The board's list: rows, under headings where they are grouped.
import type { BoardGroup } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'

/** A heading, or the row at a place in the order; a row may come under several headings, so its key names both. */
export type BoardEntry =
  | { kind: 'heading'; key: string; title: string; count: number; open: boolean }
  | { kind: 'row'; key: string; id: Id; at: number; heading: string | null }

/** What the list shows; the rows of closed headings are left out. */
export function entriesOf(ids: readonly Id[], groups: readonly BoardGroup[], closed: readonly string[]): BoardEntry[] {
  if (groups.length === 0) return ids.map((id, at) => ({ kind: 'row', key: id, id, at, heading: null }))
  let first = 0
  return groups.flatMap((group): BoardEntry[] => {
    const heading = `heading ${group.key ?? ''}`
    const open = !closed.includes(heading)
    const from = first
    first += group.count
    const rows = open ? ids.slice(from, first) : []
    return [
      { kind: 'heading', key: heading, title: group.title, count: group.count, open },
      ...rows.map((id, row): BoardEntry => ({ kind: 'row', key: `${group.key ?? ''} ${id}`, id, at: from + row, heading })),
    ]
  })
}
