// Every open memo, and what concerns them all: events of the core, the page being hidden or closed.
import type { Id } from '../../shared/identifiers.ts'
import { subscribe } from '../api.ts'
import { listener } from './memo-listener.ts'
import { createSession, type MemoSession } from './memo-session.ts'
import { followPassages, usePassageBook } from './passage-book.ts'

const sessions = new Map<Id, MemoSession>()

/** The session of a memo; opens it when there is none. A new memo's title takes the focus. */
export function sessionOf(memo: Id, { isNew = false } = {}): MemoSession {
  const open = sessions.get(memo)
  if (open) return open
  const session = createSession(memo, listener, isNew)
  sessions.set(memo, session)
  return session
}

/** The session of a memo if it is open. */
export const openSession = (memo: Id): MemoSession | null => sessions.get(memo) ?? null

/** Saves and lets go of the memos that are not among these. */
export function keepOpen(memos: readonly Id[]): void {
  for (const [memo, session] of sessions) {
    if (memos.includes(memo)) continue
    sessions.delete(memo)
    void session.flush().then(() => session.end())
  }
}

function* citedPassages(): Generator<Id> {
  for (const session of sessions.values()) {
    for (const { cites } of session.store.getState().citations) for (const { passage } of cites) yield passage
  }
}

/** Saves at once when the page is hidden, since it may never be shown again. */
const onHidden = (): void => {
  if (document.visibilityState === 'hidden') for (const session of sessions.values()) void session.flush()
}

/** Sends what is unsaved before the page goes; asks the user to stay a moment where a text is too long for that. */
const onLeaving = (event: Event): void => {
  for (const session of sessions.values()) {
    if (!session.part() && event.type === 'beforeunload') event.preventDefault()
  }
}

/** Lets the open memos follow the core and the page until the answer is called. */
export function followOpenMemos(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let head = false
  const endPassages = followPassages(citedPassages)
  const endBook = usePassageBook.subscribe(() => {
    for (const session of sessions.values()) session.repaint()
  })
  const endEvents = subscribe((event) => {
    if (event.name !== 'changed' || !event.data.features.includes('memos')) return
    // A save changes the text alone; what changes a head, or makes and deletes memos, changes the workspace's counts.
    head ||= event.data.features.includes('workspace')
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      for (const session of sessions.values()) void session.follow(head)
      head = false
    }, 150)
  })
  document.addEventListener('visibilitychange', onHidden)
  window.addEventListener('beforeunload', onLeaving)
  window.addEventListener('pagehide', onLeaving)
  return () => {
    clearTimeout(waiting)
    for (const end of [endPassages, endBook, endEvents]) end()
    document.removeEventListener('visibilitychange', onHidden)
    window.removeEventListener('beforeunload', onLeaving)
    window.removeEventListener('pagehide', onLeaving)
  }
}
