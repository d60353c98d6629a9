// Keeps what lies on the desk in the workspace, and puts it back on the next start.
import type { Desk } from '../../shared/workspace.ts'
import { api } from '../api.ts'
import { useDesk, type DeskState, type LibraryTab, type Pane } from './desk-store.ts'

const panes: readonly string[] = ['library', 'reader', 'memo', 'inspector'] satisfies Pane[]
const tabs: readonly string[] = ['sources', 'memos', 'codes', 'claims', 'actors', 'recommendations'] satisfies LibraryTab[]

/** What is kept of the desk's state. */
export function deskOf(state: DeskState): Desk {
  return {
    readers: state.readers.slice(0, 50).map((source) => ({ source, offset: Math.max(0, Math.round(state.offsets[source] ?? 0)) })),
    activeReader: state.activeReader,
    memos: state.memos.slice(0, 50),
    activeMemo: state.activeMemo,
    panes: state.sizes,
    collapsed: state.collapsed,
    library: state.library,
    theme: state.theme,
    welcomed: state.welcomed,
  }
}

/** The state that a kept desk stands for; values of another version of the program are left out. */
export function stateOf(desk: Desk): Partial<DeskState> {
  const readers = desk.readers.map((place) => place.source)
  const kept = (active: string | null, all: string[]): string | null =>
    active !== null && all.includes(active) ? active : (all[0] ?? null)
  return {
    readers,
    activeReader: kept(desk.activeReader, readers),
    offsets: Object.fromEntries(desk.readers.map((place) => [place.source, place.offset])),
    memos: desk.memos,
    activeMemo: kept(desk.activeMemo, desk.memos),
    sizes: desk.panes ?? {},
    collapsed: (desk.collapsed ?? []).filter((pane): pane is Pane => panes.includes(pane)),
    library: tabs.includes(desk.library ?? '') ? (desk.library as LibraryTab) : 'sources',
    theme: desk.theme ?? 'system',
    welcomed: desk.welcomed ?? false,
  }
}

/** Reads the kept desk into the store; a first start opens the only source there is. */
export async function restoreDesk(): Promise<void> {
  const [desk, workspace] = await Promise.all([api.workspace.desk({}), api.workspace.get({})])
  useDesk.setState(stateOf(desk))
  if (desk.readers.length > 0 || !workspace.untouched || workspace.sources !== 1) return
  const [only] = await api.sources.list({})
  if (only) useDesk.getState().openSource(only.id)
}

let saved = ''
let timer: ReturnType<typeof setTimeout> | undefined
let held = false

async function save(): Promise<void> {
  clearTimeout(timer)
  timer = undefined
  const desk = deskOf(useDesk.getState())
  const text = JSON.stringify(desk)
  if (held || text === saved) return
  saved = text
  // A desk that could not be saved is no reason to disturb anybody; the next change tries again.
  await api.workspace.saveDesk({ desk }).catch(() => (saved = ''))
}

/** Saves the desk within half a second of a change and when the page goes; the answer ends it. */
export function keepDesk(): () => void {
  saved = JSON.stringify(deskOf(useDesk.getState()))
  const onPageHide = () => void save()
  const unsubscribe = useDesk.subscribe(() => {
    timer ??= setTimeout(() => void save(), 400)
  })
  window.addEventListener('pagehide', onPageHide)
  return () => {
    unsubscribe()
    window.removeEventListener('pagehide', onPageHide)
    void save()
  }
}

/** Saves now and then no more, before another workspace takes this one's place under the page. */
export async function holdDesk(): Promise<() => void> {
  await save()
  held = true
  return () => (held = false)
}
