// To a place in a memo: a citation, from the evidence and the Inspector, or words that a search found.
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Id } from '../../shared/identifiers.ts'
import { afterPaint } from '../after-paint.ts'
import { useDesk } from '../desk/desk-store.ts'
import { rangeOfFound, type Found } from './block-places.ts'
import type { MemoSession } from './memo-session.ts'
import { sessionOf } from './open-memos.ts'
import { placeOfCitation } from './quote-anew.ts'

/** Selects a citation in the text, or the block quotation that it stands in, and brings it into sight. */
export function goToCitation(session: MemoSession, citation: Id): void {
  const editor = session.editor()
  const place = editor && placeOfCitation(editor.state.doc, citation)
  if (!editor || place === null) return
  editor.view.focus()
  const around = editor.state.doc.resolve(place)
  const at = around.parent.type.name === 'passageQuotation' ? around.before() : place
  editor.view.dispatch(editor.state.tr.setSelection(NodeSelection.create(editor.state.doc, at)).scrollIntoView())
}

async function openAt(memo: Id, go: (session: MemoSession) => void): Promise<void> {
  useDesk.getState().openMemo(memo)
  const session = sessionOf(memo)
  await session.ready
  // The page that holds the text is drawn after the tab has changed; only then can it scroll.
  afterPaint(() => go(session))
}

/** Opens a memo at one of its citations. */
export const openAtCitation = (memo: Id, citation: Id): Promise<void> => openAt(memo, (session) => goToCitation(session, citation))

/** Opens a memo at words that a search found, selects them and brings them into sight. */
export const openAtWords = (memo: Id, found: Found): Promise<void> =>
  openAt(memo, (session) => {
    const editor = session.editor()
    if (!editor) return
    editor.view.focus()
    const range = rangeOfFound(editor.state.doc, found)
    if (range) editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, range.from, range.to)).scrollIntoView())
  })
