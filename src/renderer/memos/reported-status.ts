// Keeps the status of the memo in front for the status bar.
import { useEffect } from 'react'
import { countSoon } from './memo-listener.ts'
import type { MemoSession } from './memo-session.ts'
import { reportStatus, showStatusOf, type MemoStatus } from './memo-status.ts'
import type { SessionState } from './session-state.ts'

const statusOf = ({ phase, saving, savedAt }: SessionState): Partial<MemoStatus> => ({
  state: phase === 'read-only' ? 'read-only' : saving,
  savedAt,
})

/** Reports a session's status while it is in front; null reports that there is none. */
export function useReportedStatus(session: MemoSession | null): void {
  useEffect(() => {
    showStatusOf(session?.memo ?? null, session ? statusOf(session.store.getState()) : {})
    if (!session) return
    void session.ready.then(() => countSoon(session, 0))
    return session.store.subscribe((state, before) => {
      if (state.saving !== before.saving || state.savedAt !== before.savedAt || state.phase !== before.phase) {
        reportStatus(session.memo, statusOf(state))
      }
    })
  }, [session])
}
