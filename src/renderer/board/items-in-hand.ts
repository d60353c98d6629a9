// The claims or recommendations that are chosen on a page: what operations on many work on, with their passages.
import { create } from 'zustand'
import type { BoardPage } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'

/** A chosen row with its name, or how it begins. */
export interface NamedRow {
  id: Id
  name: string
}

interface ItemsInHand {
  /** All of one kind. */
  of: BoardPage
  rows: readonly NamedRow[]
  /** Whether the choice of the one that the others become part of is open. */
  merging: boolean
}

export const useItemsInHand = create<ItemsInHand>(() => ({ of: 'claims', rows: [], merging: false }))

/** Takes rows in hand, instead of those held before. */
export const holdItems = (of: BoardPage, rows: readonly NamedRow[]): void => useItemsInHand.setState({ of, rows, merging: false })

/** Takes a row in hand besides those of its kind, or lets it go. */
export function toggleItem(of: BoardPage, row: NamedRow): void {
  const held = useItemsInHand.getState()
  const rows = held.of === of ? held.rows : []
  const without = rows.filter(({ id }) => id !== row.id)
  holdItems(of, without.length < rows.length ? without : [...rows, row])
}

export const itemIdsInHand = (): Id[] => useItemsInHand.getState().rows.map(({ id }) => id)
