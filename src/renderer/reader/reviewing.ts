// What is done with a passage under review: confirmed, moved to the words selected, or detached; each can be undone.
import { useEffect } from 'react'
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { stepHistory } from '../frame/window-commands.ts'
import { say } from '../notices/notices.ts'
import { beginCorrection, useCorrecting } from './correcting-store.ts'
import { write } from './marks-query.ts'
import { focusText, spansToStore, type ReadingSession } from './reading-session.ts'
import { useReading } from './reading-store.ts'

/** The passage that the keys of the review act on. */
const useCurrent = create<{ passage: Id | null }>(() => ({ passage: null }))

/** Says which passage of the list is in hand while it shows. */
export function useReviewed(passage: Id | null): void {
  useEffect(() => {
    useCurrent.setState({ passage })
    return () => useCurrent.setState({ passage: null })
  }, [passage])
}

const undoable = { title: 'Undo', run: () => void stepHistory('undo') }

function settle(action: () => Promise<unknown>, done: string): void {
  const source = useCorrecting.getState().reviewing
  if (!source) return
  void write(source, () => action().then(() => true)).then((settled) => settled && say(done, undoable))
}

export const confirmPassage = (passage: Id): void => settle(() => api.passages.confirm({ passage }), 'Confirmed the passage')

export const detachPassage = (passage: Id): void => settle(() => api.passages.remove({ passage }), 'Detached the passage')

/** Moves the passage in hand to the words that are selected in the text. */
export function placePassage(session: ReadingSession): void {
  const { passage } = useCurrent.getState()
  const spans = spansToStore(session)
  if (!passage) return
  if (spans.length === 0) return say('Select the words in the text where the passage belongs, then press P.')
  settle(() => api.passages.setBounds({ passage, spans }), 'Moved the passage')
}

/** Closes the list; what waits goes on waiting. */
export function closeReview(session: ReadingSession): void {
  useCorrecting.setState({ reviewing: null })
  focusText(session)
}

/** The commands of an open text that have to do with correcting it. */
export function correctingCommands(session: ReadingSession): Command[] {
  const reviewing = () => useCorrecting.getState().reviewing === session.source
  return [
    { name: 'reader.correct-text', title: 'Correct text', group: 'Read', keys: ['e'], place: 'reader', run: () => correct(session) },
    { name: 'reader.review-passages', title: 'Review passages after a correction', group: 'Read', keys: ['v'], place: 'reader', run: () => void review(session) },
    { name: 'reader.review-place', title: 'Move the reviewed passage to the selection', group: 'Tag', keys: ['p'], place: 'reader', enabled: reviewing, run: () => placePassage(session) },
  ]
}

/** A selected word is selected for the correction too, so that typing replaces it; a sentence is only gone to. */
function correct(session: ReadingSession): void {
  const { selection, origin } = useReading.getState()
  const span = selection?.spans[0]
  const start = span?.start ?? origin ?? useDesk.getState().offsets[session.source] ?? 0
  const short = span && selection.by !== 'sentence' && selection.by !== 'passage' && !session.text.text.slice(span.start, span.end).includes('\n')
  beginCorrection(session.source, short ? span : { start, end: start })
}

async function review(session: ReadingSession): Promise<void> {
  const waiting = await api.passages.review({ source: session.source })
  if (waiting.length === 0) say('No passage of this source waits for review.')
  else useCorrecting.setState({ reviewing: session.source })
}
