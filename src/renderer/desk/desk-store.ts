// What lies on the desk: open sources and memos, what is selected, which panes show.
import { create } from 'zustand'
import type { BoardLayout } from '../../shared/board.ts'
import type { ExportChoice } from '../../shared/exports.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { LibraryLayout } from '../../shared/library.ts'
import type { Span } from '../../shared/passages.ts'
import { isSamePage, type DeskPage } from './desk-pages.ts'

export type Pane = 'library' | 'reader' | 'memo' | 'inspector'
export type Theme = 'system' | 'light' | 'dark'
export type LibraryTab = 'sources' | 'codes' | 'actors' | 'claims' | 'recommendations' | 'memos'

/** What the Inspector shows. */
export type Selection =
  | { kind: 'item'; id: Id }
  | { kind: 'passage'; id: Id }
  | { kind: 'source'; id: Id }
  | { kind: 'memo'; id: Id }
  | { kind: 'code'; id: Id }

/** Where the Reader is asked to go: a passage or a span of a source. `at` makes each request its own. */
export interface ReaderTarget {
  source: Id
  passage: Id | null
  span: Span | null
  at: number
}

/** A wish to put a passage into the open memo, from any pane. The memo takes it and clears it. */
export interface CiteRequest {
  passage: Id
  /** A citation behind what was written, or a block quotation of the passage. */
  as: 'citation' | 'quotation'
  at: number
}

export interface DeskState {
  readers: Id[]
  activeReader: Id | null
  /** Open pages that are no sources; they stand after the sources. */
  pages: DeskPage[]
  /** The page that shows in the Reader instead of the active source; null shows the source. */
  activePage: DeskPage | null
  /** First visible character of each open source, in UTF-16 code units. */
  offsets: Record<Id, number>
  memos: Id[]
  activeMemo: Id | null
  selection: Selection | null
  library: LibraryTab
  /** Whether the side column shows a list of passages in the Library's place. */
  found: boolean
  collapsed: Pane[]
  /** Sizes that the user gave panes: pixels, but `memo` as a share (0–1) of the Reader and the Memo together. */
  sizes: Record<string, number>
  /** The text pane that stays when the window is too narrow for both. */
  front: 'reader' | 'memo'
  /** The one pane of focus mode; null shows all. */
  focused: Pane | null
  /** How memos were exported last. */
  exports: Record<Id, ExportChoice>
  theme: Theme
  /** How the board shows what; kept over restarts. */
  board: BoardLayout
  /** How the Library shows sources; kept over restarts. */
  sources: LibraryLayout
  /** Whether the line that says what to do first was put away. */
  welcomed: boolean
  target: ReaderTarget | null
  cite: CiteRequest | null
  openSource(source: Id, place?: { passage?: Id; span?: Span }): void
  closeSource(source: Id): void
  openPage(page: DeskPage): void
  closePage(page: DeskPage): void
  openMemo(memo: Id): void
  closeMemo(memo: Id): void
  select(selection: Selection | null): void
  /** Lists one kind of things in the Library. */
  showLibrary(tab: LibraryTab): void
  toggle(pane: Pane): void
  show(pane: Pane): void
  resize(pane: string, size: number): void
  resetSize(pane: string): void
  focusOn(pane: Pane | null): void
  chooseTheme(theme: Theme): void
  chooseExport(memo: Id, choice: ExportChoice): void
  welcome(): void
  layBoard(change: Partial<BoardLayout>): void
  laySources(change: Partial<LibraryLayout>): void
  keepOffset(source: Id, offset: number): void
  requestCitation(passage: Id, as?: CiteRequest['as']): void
  clearTarget(): void
  clearCitation(): void
}

let requests = 0

/** The board as it first opens. */
export const firstLayout: BoardLayout = {
  page: 'claims',
  view: 'table',
  filter: {},
  sort: { by: 'statement', descending: false },
  group: null,
  adviceText: '',
  adviceGroup: 'addressee',
}

/** The Library as it first opens: newest first. */
export const firstSources: LibraryLayout = {
  filter: {},
  sort: { by: 'added', descending: true },
  columns: ['title', 'container', 'date', 'grade', 'claims', 'actors', 'recommendations'],
  stories: false,
}

const neighbourOf = <T>(all: readonly T[], at: number): T | null => all[at + 1] ?? all[at - 1] ?? null

/** A pane that is asked for shows, also when another one had the window to itself. */
const shown = (desk: DeskState, pane: Pane): Pick<DeskState, 'collapsed' | 'focused'> => ({
  collapsed: desk.collapsed.filter((other) => other !== pane),
  focused: desk.focused === null || desk.focused === pane ? desk.focused : null,
})

export const useDesk = create<DeskState>((set) => ({
  readers: [],
  activeReader: null,
  pages: [],
  activePage: null,
  offsets: {},
  memos: [],
  activeMemo: null,
  selection: null,
  library: 'sources',
  found: false,
  collapsed: [],
  sizes: {},
  front: 'reader',
  focused: null,
  exports: {},
  theme: 'system',
  board: firstLayout,
  sources: firstSources,
  welcomed: false,
  target: null,
  cite: null,
  openSource: (source, place) =>
    set((desk) => ({
      readers: desk.readers.includes(source) ? desk.readers : [...desk.readers, source],
      activeReader: source,
      activePage: null,
      ...shown(desk, 'reader'),
      front: 'reader',
      target: place
        ? { source, passage: place.passage ?? null, span: place.span ?? null, at: (requests += 1) }
        : desk.target,
    })),
  closeSource: (source) =>
    set((desk) => ({
      readers: desk.readers.filter((open) => open !== source),
      activeReader: desk.activeReader === source ? neighbourOf(desk.readers, desk.readers.indexOf(source)) : desk.activeReader,
      activePage: desk.activePage ?? (desk.readers.length === 1 ? (desk.pages[0] ?? null) : null),
    })),
  openPage: (page) =>
    set((desk) => ({
      pages: desk.pages.some((open) => isSamePage(open, page)) ? desk.pages : [...desk.pages, page],
      activePage: page,
      ...shown(desk, 'reader'),
      front: 'reader',
    })),
  closePage: (page) =>
    set((desk) => {
      const at = desk.pages.findIndex((open) => isSamePage(open, page))
      const wasActive = desk.activePage !== null && isSamePage(desk.activePage, page)
      return {
        pages: desk.pages.filter((open) => !isSamePage(open, page)),
        activePage: wasActive ? neighbourOf(desk.pages, at) : desk.activePage,
      }
    }),
  openMemo: (memo) =>
    set((desk) => ({
      memos: desk.memos.includes(memo) ? desk.memos : [...desk.memos, memo],
      activeMemo: memo,
      ...shown(desk, 'memo'),
      front: 'memo',
    })),
  closeMemo: (memo) =>
    set((desk) => ({
      memos: desk.memos.filter((open) => open !== memo),
      activeMemo: desk.activeMemo === memo ? neighbourOf(desk.memos, desk.memos.indexOf(memo)) : desk.activeMemo,
    })),
  select: (selection) => set({ selection }),
  showLibrary: (library) => set({ library, found: false }),
  toggle: (pane) =>
    set((desk) => ({
      collapsed: desk.collapsed.includes(pane)
        ? desk.collapsed.filter((other) => other !== pane)
        : [...desk.collapsed, pane],
      focused: null,
      front: pane === 'reader' || pane === 'memo' ? pane : desk.front,
    })),
  show: (pane) =>
    set((desk) => ({ ...shown(desk, pane), front: pane === 'reader' || pane === 'memo' ? pane : desk.front })),
  resize: (pane, size) => set((desk) => ({ sizes: { ...desk.sizes, [pane]: size } })),
  resetSize: (pane) =>
    set((desk) => ({ sizes: Object.fromEntries(Object.entries(desk.sizes).filter(([name]) => name !== pane)) })),
  focusOn: (focused) => set({ focused }),
  chooseTheme: (theme) => set({ theme }),
  chooseExport: (memo, choice) => set((desk) => ({ exports: { ...desk.exports, [memo]: choice } })),
  welcome: () => set({ welcomed: true }),
  layBoard: (change) => set((desk) => ({ board: { ...desk.board, ...change } })),
  laySources: (change) => set((desk) => ({ sources: { ...desk.sources, ...change } })),
  keepOffset: (source, offset) => set((desk) => ({ offsets: { ...desk.offsets, [source]: offset } })),
  requestCitation: (passage, as = 'citation') => set({ cite: { passage, as, at: (requests += 1) } }),
  clearTarget: () => set({ target: null }),
  clearCitation: () => set({ cite: null }),
}))
