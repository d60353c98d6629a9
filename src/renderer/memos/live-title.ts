// The title of an open memo as it is being typed.
import { useSyncExternalStore } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import { openSession } from './open-memos.ts'

const nothing = (): void => undefined

/** The title in the window; undefined for a memo that was not opened yet. */
export function useLiveTitle(memo: Id): string | undefined {
  const session = openSession(memo)
  return useSyncExternalStore(
    session?.store.subscribe ?? (() => nothing),
    () => session?.store.getState().head?.title,
  )
}
