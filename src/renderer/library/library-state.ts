// What the Library shows and what is chosen in it: the pane and the page are two widths of one list.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { LibraryColumn, LibraryFilter } from '../../shared/library.ts'
import { useDesk } from '../desk/desk-store.ts'
import type { HeldRows } from '../interface/long-grid-moves.ts'
import { idsOf } from './source-order.ts'

interface LibraryState {
  /** Whether the trash shows instead of the sources. */
  trashed: boolean
  held: HeldRows
  /** What the list shows now, packed: commands work on what is chosen of it. */
  packed: string
  /** False while the window starts: then no more than the first sources are asked for. */
  settled: boolean
  /** Sources whose copies are shown behind them. */
  opened: ReadonlySet<Id>
  /** Sources on their way to a collection by the mouse. */
  dragged: readonly Id[]
  /** Whether the dialog that puts what is chosen into a collection is open. */
  collecting: boolean
  /** Whether emptying the trash is being thought over. */
  emptying: boolean
}

const nothingHeld: HeldRows = { active: null, row: -1, anchor: null, chosen: new Set() }

export const useLibrary = create<LibraryState>(() => ({
  trashed: false,
  held: nothingHeld,
  packed: '',
  settled: false,
  opened: new Set(),
  dragged: [],
  collecting: false,
  emptying: false,
}))

/** How the Library is laid out, for components. */
export const useLibraryLayout = () => useDesk((desk) => desk.sources)

/** Changes parts of the filter; undefined takes a part away. */
export function narrowLibrary(change: LibraryFilter): void {
  const { sources, laySources } = useDesk.getState()
  const kept = Object.entries({ ...sources.filter, ...change }).filter(([, value]) => value !== undefined && value !== '')
  laySources({ filter: Object.fromEntries(kept) as LibraryFilter })
}

export const clearLibraryFilter = (): void => useDesk.getState().laySources({ filter: {} })

/** Columns whose first click shows the most or the newest first. */
const mostFirst: readonly LibraryColumn[] = ['date', 'claims', 'actors', 'recommendations', 'added']

/** Sorts by a column; the other way when it is sorted so already. */
export function sortLibrary(by: LibraryColumn): void {
  const { sources, laySources } = useDesk.getState()
  laySources({ sort: { by, descending: sources.sort.by === by ? !sources.sort.descending : mostFirst.includes(by) } })
}

/** Shows the trash, or the sources again. */
export const showTrash = (trashed: boolean): void => useLibrary.setState({ trashed, held: nothingHeld })

/** Shows or hides the copies behind a source. */
export const openCopies = (source: Id, open: boolean): void =>
  useLibrary.setState(({ opened }) => {
    const next = new Set(opened)
    if (open) next.add(source)
    else next.delete(source)
    return { opened: next }
  })

let lists = 0

/** The text that is read comes first: so many milliseconds later the whole order is asked for. */
const settling = 1200

/** While a list of sources shows, what is chosen in it is in hand; the answer ends it. */
export function showingList(): () => void {
  lists += 1
  if (!useLibrary.getState().settled) setTimeout(() => useLibrary.setState({ settled: true }), settling)
  return () => {
    lists -= 1
    if (lists === 0) useLibrary.setState({ packed: '', held: nothingHeld })
  }
}

/** What a command works on: what is chosen of what shows, else the source that is read. */
export function sourcesInHand(): Id[] {
  const { held, packed } = useLibrary.getState()
  const chosen = idsOf(packed, held.chosen)
  const { activeReader, activePage } = useDesk.getState()
  if (chosen.length > 0) return chosen
  return activeReader !== null && activePage === null ? [activeReader] : []
}

/** Whether there is anything to work on; cheap enough to be asked at every key. */
export const hasSourcesInHand = (): boolean => useLibrary.getState().held.chosen.size > 0 || useDesk.getState().activeReader !== null
