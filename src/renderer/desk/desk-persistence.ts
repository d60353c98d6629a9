// Keeps what lies on the desk in the workspace, and puts it back on the next start.
import { api } from '../api.ts'
import { useDesk } from './desk-store.ts'
import { deskOf, stateOf } from './kept-desk.ts'

/** Reads the kept desk into the store; a first start opens the only source there is. */
export async function restoreDesk(): Promise<void> {
  const desk = await api.workspace.desk({})
  useDesk.setState(stateOf(desk))
  if (desk.readers.length > 0) return
  // Only now: counting what a large workspace holds takes a while, and every start would wait for it.
  const workspace = await api.workspace.get({})
  if (!workspace.untouched || workspace.sources !== 1) return
  const [only] = await api.sources.list({})
  if (!only) return
  useDesk.getState().openSource(only.id)
  // Nothing else may change on this desk for long, and the next start would find it empty.
  await save()
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
