// What the board shows and what is chosen on it; both outlive a change of tabs.
import { create } from 'zustand'
import type { BoardColumn, BoardFilter } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'

interface BoardState {
  filter: BoardFilter
  sort: { by: BoardColumn; descending: boolean }
  chosen: Id[]
  narrow(filter: BoardFilter): void
  sortBy(by: BoardColumn): void
  choose(chosen: Id[]): void
}

/** Columns whose first click shows the most or the best first. */
const mostFirst: readonly BoardColumn[] = ['likelihood', 'confidence', 'evidenceFor', 'evidenceAgainst', 'independent']

export const useBoard = create<BoardState>((set) => ({
  filter: {},
  sort: { by: 'statement', descending: false },
  chosen: [],
  narrow: (filter) => set((board) => ({ filter: { ...board.filter, ...filter } })),
  sortBy: (by) =>
    set(({ sort }) => ({ sort: { by, descending: sort.by === by ? !sort.descending : mostFirst.includes(by) } })),
  choose: (chosen) => set({ chosen }),
}))
