// From a citation to its passage: in the Reader, and chosen in the Inspector.
import type { CitationAttributes, Cite } from '../../shared/memos.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act, say } from '../notices/notices.ts'
import { passageNow } from './passage-book.ts'

/** Opens the first of the cited passages. */
export async function openCitation({ cites: [first] }: CitationAttributes): Promise<void> {
  if (first) await openCite(first)
}

/** Opens a cited passage; says so when it is gone. */
export async function openCite({ passage }: Pick<Cite, 'passage'>): Promise<void> {
  const detail = await act(() => passageNow(passage))
  if (detail === undefined) return
  if (detail === null) return say('The cited passage was deleted. Its words are kept in the memo.')
  const desk = useDesk.getState()
  desk.openSource(detail.source, { passage })
  desk.select({ kind: 'passage', id: passage })
}
