// Which groups of the board are closed; how it is laid out lies on the desk.
import { create } from 'zustand'
import { adviceGroupings, boardGroupings, type BoardColumn, type BoardFilter } from '../../shared/board.ts'
import { useDesk } from '../desk/desk-store.ts'

interface BoardState {
  /** Keys of the headings whose rows are put away. */
  closed: string[]
  setClosed(heading: string, closed: boolean): void
}

export const useBoard = create<BoardState>((set) => ({
  closed: [],
  setClosed: (heading, isClosed) =>
    set(({ closed }) => ({ closed: [...closed.filter((other) => other !== heading), ...(isClosed ? [heading] : [])] })),
}))

/** How the board is laid out, for components. */
export const useLayout = () => useDesk((desk) => desk.board)

/** Columns whose first click shows the most or the best first. */
const mostFirst: readonly BoardColumn[] = ['likelihood', 'confidence', 'evidenceFor', 'evidenceAgainst', 'independent']

/** Changes parts of the filter. */
export function narrow(change: BoardFilter): void {
  const { board, layBoard } = useDesk.getState()
  layBoard({ filter: { ...board.filter, ...change } })
}

/** Sorts by a column; the other way when it is sorted so already. */
export function sortBy(by: BoardColumn): void {
  const { board, layBoard } = useDesk.getState()
  layBoard({ sort: { by, descending: board.sort.by === by ? !board.sort.descending : mostFirst.includes(by) } })
}

const after = <T>(all: readonly T[], value: T): T => all[(all.indexOf(value) + 1) % all.length] as T

/** Groups by what comes next in the list of fields. */
export function groupByNext(): void {
  const { board, layBoard } = useDesk.getState()
  if (board.page === 'claims') layBoard({ group: after([null, ...boardGroupings], board.group) })
  else layBoard({ adviceGroup: after(adviceGroupings, board.adviceGroup) })
}

export function switchView(): void {
  const { board, layBoard } = useDesk.getState()
  layBoard({ view: board.view === 'table' ? 'cards' : 'table' })
}

export function switchPage(): void {
  const { board, layBoard } = useDesk.getState()
  layBoard({ page: board.page === 'claims' ? 'recommendations' : 'claims' })
}
