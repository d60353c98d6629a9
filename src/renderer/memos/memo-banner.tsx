// What stands above the text when a memo cannot simply be written: calm words, and what can be done.
import { useStore } from 'zustand'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button } from '../interface/button.tsx'
import { act, say } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { writeDocument } from './document-opening.ts'
import type { MemoSession } from './memo-session.ts'

/** Keeps the text of this window as a memo of its own, opens it, and lets the first one be what is stored. */
async function keepCopy(session: MemoSession): Promise<void> {
  const editor = session.editor()
  const { head } = session.store.getState()
  if (!editor || !head) return
  const document = writeDocument(editor.state.doc)
  const copy = await api.memos.create({ head: { ...head, title: `${head.title || 'Untitled memo'} (copy)` } })
  await api.memos.save({ memo: copy.id, revision: copy.revision, document })
  await session.loadStored()
  useDesk.getState().openMemo(copy.id)
  say('Kept your text as a copy')
}

function Stale({ session }: { session: MemoSession }) {
  return (
    <div className="memo-banner" role="alert">
      <p>
        This memo was saved elsewhere in the meantime. Your text is still here, and nothing is saved over the other one
        until you choose.
      </p>
      <div className="memo-banner-actions">
        <Button look="outlined" onClick={() => void act(() => keepCopy(session))}>
          Keep mine as a copy
        </Button>
        <Button onClick={() => void session.loadStored().then(() => session.editor()?.view.focus())}>
          Load the stored one
        </Button>
      </div>
    </div>
  )
}

function Gone({ session }: { session: MemoSession }) {
  const undo = useCall('history', 'state', {}).data?.undo ?? null
  const hasText = session.editor() !== null
  return (
    <div className="memo-banner" role="alert">
      <p>{hasText ? 'This memo was deleted. Its text is still here.' : 'This memo no longer exists.'}</p>
      <div className="memo-banner-actions">
        {undo === null ? null : (
          <Button look="outlined" onClick={() => void act(() => api.history.undo({}))}>
            Undo: {undo}
          </Button>
        )}
        <Button onClick={() => useDesk.getState().closeMemo(session.memo)}>Close</Button>
      </div>
    </div>
  )
}

/** The banner of a session, null while there is nothing to say. */
export function MemoBanner({ session }: { session: MemoSession }) {
  const phase = useStore(session.store, (state) => state.phase)
  const problem = useStore(session.store, (state) => state.problem)
  const isStale = useStore(session.store, (state) => state.saving === 'stale')
  if (phase === 'gone') return <Gone session={session} />
  if (phase === 'editing') return isStale ? <Stale session={session} /> : null
  if (phase === 'read-only') {
    return (
      <div className="memo-banner" role="status">
        <p>
          This memo holds something this version of Groundwork does not know: {problem}. It is shown read-only so that
          nothing is lost.
        </p>
      </div>
    )
  }
  if (phase === 'failed') {
    return (
      <div className="memo-banner" role="alert">
        <p>{problem}</p>
        <div className="memo-banner-actions">
          <Button look="outlined" onClick={() => void session.loadStored()}>
            Try again
          </Button>
        </div>
      </div>
    )
  }
  return null
}
