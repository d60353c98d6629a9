// Which source's text is being corrected or reviewed, and what has been typed so far.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { Span } from '../../shared/passages.ts'
import type { CorrectedBlock, Correction } from '../../shared/sources.ts'
import { api } from '../api.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { act, say } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'

interface Correcting {
  /** The source whose text is open for correction; null for none. */
  source: Id | null
  /** Where the caret goes, in the text as it stands. */
  at: Span
  /** What was typed, kept while another tab shows; null while nothing was. */
  draft: { version: number; blocks: CorrectedBlock[] } | null
  /** The source whose passages are being reviewed; null while the list is closed. */
  reviewing: Id | null
}

export const useCorrecting = create<Correcting>(() => ({ source: null, at: { start: 0, end: 0 }, draft: null, reviewing: null }))

/** Opens a source's text for correction, with the caret at a place or the words there selected. */
export const beginCorrection = (source: Id, at: Span): void => useCorrecting.setState({ source, at, draft: null, reviewing: null })

/** Leaves without a change; what was typed can be taken up again for a while. */
export function cancelCorrection(): void {
  const { source, at, draft } = useCorrecting.getState()
  useCorrecting.setState({ source: null, draft: null })
  if (!source || !draft) return
  say('The correction was not kept.', { title: 'Take it up again', run: () => useCorrecting.setState({ source, at, draft, reviewing: null }) })
}

/** Keeps the correction and says what became of the passages; false when it could not be kept. */
export async function saveCorrection(source: Id, version: number, blocks: CorrectedBlock[]): Promise<boolean> {
  const done = await act(() => api.sources.correct({ source, version, blocks }))
  if (!done) return false
  // After an undo the next correction has the same number again, with other words.
  if (done.version !== version) queryClient.removeQueries({ queryKey: ['reader', 'text', source, done.version] })
  const waiting = done.changed + done.review > 0
  useCorrecting.setState({ source: null, draft: null, reviewing: waiting ? source : null })
  if (done.version === version) say('Nothing was corrected: the text is as it was.')
  else say(outcomeOf(done), { title: 'Undo', run: () => void stepHistory('undo') })
  return true
}

/** What a correction did, in a line: `Saved the correction: 12 passages moved along, 1 changed, 1 needs review`. */
export function outcomeOf({ moved, changed, review }: Correction): string {
  const parts = [
    moved > 0 ? `${moved.toLocaleString()} ${moved === 1 ? 'passage' : 'passages'} moved along` : '',
    changed > 0 ? `${changed.toLocaleString()} changed` : '',
    review > 0 ? `${review.toLocaleString()} ${review === 1 ? 'needs' : 'need'} review` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? 'Saved the correction' : `Saved the correction: ${parts.join(', ')}`
}
