// The explicit ways to a citation's card and to a further reference; `@` right behind a citation is the short one.
import { NodeSelection, TextSelection } from '@tiptap/pm/state'
import type { Id } from '../../shared/identifiers.ts'
import { say } from '../notices/notices.ts'
import { closeCard, editCitation } from './citation-card-store.ts'
import { chipOf } from './citation-chip.ts'
import type { MemoSession } from './memo-session.ts'
import { placeOfCitation } from './quote-anew.ts'

/** The citation that is selected or that the caret stands right behind; null for neither. */
export function citationAtCaret(session: MemoSession): Id | null {
  const selection = session.editor()?.state.selection
  const node = selection instanceof NodeSelection ? selection.node : selection?.$head.nodeBefore
  return node?.type.name === 'citation' ? (node.attrs.id as Id) : null
}

/** Puts the caret behind a citation and types the `@` that searches a further reference for it. */
export function addToCitation(session: MemoSession, citation: Id): void {
  const editor = session.editor()
  const place = editor && placeOfCitation(editor.state.doc, citation)
  if (!editor || place === null) return
  closeCard()
  editor.view.focus()
  const { state } = editor
  const behind = state.tr.setSelection(TextSelection.create(state.doc, place + 1))
  editor.view.dispatch(behind)
  editor.view.dispatch(editor.state.tr.insertText('@'))
}

/** Runs something on the citation at the caret; says what to do where there is none. */
export function onCitationAtCaret(session: MemoSession | null, run: (session: MemoSession, citation: Id) => void): void {
  const citation = session && citationAtCaret(session)
  if (session && citation) run(session, citation)
  else say('Put the caret right behind a citation first.')
}

/** Opens the card of a citation for editing. */
export const editCitationOf = (session: MemoSession, citation: Id): void =>
  void editCitation(chipOf(session.host, citation))
