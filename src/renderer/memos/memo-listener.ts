// What goes on in an editor, passed on to those who draw around it: status, cards, lists, toolbar.
import { caretPlace, wordsIn } from './memo-words.ts'
import { citePassage } from './cite-passage.ts'
import { pointAtCitation } from './citation-card-store.ts'
import { triggerListener } from './trigger-store.ts'
import { openCitation } from './open-citation.ts'
import { reportStatus } from './memo-status.ts'
import { pastePassage } from './paste-passage.ts'
import { isLongText } from './stretches.ts'
import { act } from '../notices/notices.ts'
import type { MemoSession, SessionListener } from './memo-session.ts'
import { closeToolbar, editLink, followSelection, isOnToolbar } from './toolbar-store.ts'

/** In milliseconds: how long the writer must pause before words are counted. */
const pause = 400

let counting: ReturnType<typeof setTimeout> | undefined

/** Counts a memo's words once the writer pauses. */
export function countSoon(session: MemoSession, after = pause): void {
  clearTimeout(counting)
  counting = setTimeout(() => {
    const editor = session.editor()
    if (!editor) return
    const isLong = isLongText(editor.state.doc)
    if (session.store.getState().isLong !== isLong) session.store.setState({ isLong })
    reportStatus(session.memo, { words: wordsIn(editor.state.doc), caret: caretPlace(editor.state) })
  }, after)
}

/** The one listener of all sessions. */
export const listener: SessionListener = {
  changed(session) {
    countSoon(session)
  },
  selectionChanged(session) {
    const editor = session.editor()
    if (editor) followSelection(editor)
    countSoon(session)
  },
  citationOpened: (citation) => void openCitation(citation),
  citationPointed: pointAtCitation,
  linkPressed(editor, position) {
    editLink(editor, position)
  },
  passageDropped: (session, passage, position) => void act(() => citePassage(session, passage, 'citation', position)),
  passagePasted: (session, spans) => void act(() => pastePassage(session, spans)),
  trigger: triggerListener,
  left(to) {
    if (!isOnToolbar(to)) closeToolbar()
  },
}
