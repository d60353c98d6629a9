// What the workspace keeps of the desk, and what of it is put back.
import type { Desk } from '../../shared/workspace.ts'
import { isKnownPage, isSamePage } from './desk-pages.ts'
import { firstLayout, firstSources, type DeskState, type LibraryTab, type Pane } from './desk-store.ts'

const panes: readonly string[] = ['library', 'reader', 'memo', 'inspector'] satisfies Pane[]
const tabs: readonly string[] = ['sources', 'memos', 'codes', 'claims', 'actors', 'recommendations'] satisfies LibraryTab[]

/** What is kept of the desk's state. */
export function deskOf(state: DeskState): Desk {
  return {
    readers: state.readers.slice(0, 50).map((source) => ({ source, offset: Math.max(0, Math.round(state.offsets[source] ?? 0)) })),
    activeReader: state.activeReader,
    pages: state.pages.slice(0, 50),
    activePage: state.activePage,
    memos: state.memos.slice(0, 50),
    activeMemo: state.activeMemo,
    panes: state.sizes,
    collapsed: state.collapsed,
    library: state.library,
    exports: state.exports,
    board: state.board,
    sources: state.sources,
    theme: state.theme,
    welcomed: state.welcomed,
  }
}

/** The state that a kept desk stands for; values of another version of the program are left out. */
export function stateOf(desk: Desk): Partial<DeskState> {
  const readers = desk.readers.map((place) => place.source)
  const pages = (desk.pages ?? []).filter(isKnownPage)
  const kept = (active: string | null, all: string[]): string | null =>
    active !== null && all.includes(active) ? active : (all[0] ?? null)
  return {
    readers,
    activeReader: kept(desk.activeReader, readers),
    pages,
    activePage: pages.find((page) => desk.activePage && isSamePage(page, desk.activePage as typeof page)) ?? null,
    offsets: Object.fromEntries(desk.readers.map((place) => [place.source, place.offset])),
    memos: desk.memos,
    activeMemo: kept(desk.activeMemo, desk.memos),
    sizes: desk.panes ?? {},
    collapsed: (desk.collapsed ?? []).filter((pane): pane is Pane => panes.includes(pane)),
    library: tabs.includes(desk.library ?? '') ? (desk.library as LibraryTab) : 'sources',
    exports: desk.exports ?? {},
    board: desk.board ?? firstLayout,
    sources: desk.sources ?? firstSources,
    theme: desk.theme ?? 'system',
    welcomed: desk.welcomed ?? false,
  }
}
