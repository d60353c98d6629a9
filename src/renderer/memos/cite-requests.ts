// Wishes to cite a passage, from any pane: `M` in the Reader arrives here.
import { api } from '../api.ts'
import { useDesk, type CiteRequest } from '../desk/desk-store.ts'
import { act, say } from '../notices/notices.ts'
import { citePassage } from './cite-passage.ts'
import type { MemoSession } from './memo-session.ts'
import { sessionOf } from './open-memos.ts'

const titleOf = (title: string | undefined): string => (title?.trim() ? `“${title.trim()}”` : 'the untitled memo')

async function memoToCiteIn(): Promise<MemoSession | undefined> {
  const { activeMemo, openMemo } = useDesk.getState()
  if (activeMemo) return sessionOf(activeMemo)
  const made = await act(() => api.memos.create({}))
  if (!made) return undefined
  openMemo(made.id)
  return sessionOf(made.id)
}

/** One after the other, so that what was cited first stands first. */
let queue: Promise<unknown> = Promise.resolve()

async function takeRequest({ passage, as }: CiteRequest): Promise<void> {
  const session = await memoToCiteIn()
  if (!session || !(await citePassage(session, passage, as))) return
  say(`${as === 'citation' ? 'Cited' : 'Quoted'} in ${titleOf(session.store.getState().head?.title)}`)
}

/** Answers the desk's wishes to cite until the answer is called. A wish that was there before is answered, too. */
export function followCiteRequests(): () => void {
  const take = ({ cite, clearCitation }: ReturnType<typeof useDesk.getState>): void => {
    if (!cite) return
    clearCitation()
    queue = queue.then(() => act(() => takeRequest(cite)))
  }
  take(useDesk.getState())
  return useDesk.subscribe(take)
}
