// To a citation's place in its memo, from the evidence, from findings, from the Inspector.
import { NodeSelection } from '@tiptap/pm/state'
import type { Id } from '../../shared/identifiers.ts'
import { useDesk } from '../desk/desk-store.ts'
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

/** Opens a memo at one of its citations. */
export async function openAtCitation(memo: Id, citation: Id): Promise<void> {
  useDesk.getState().openMemo(memo)
  const session = sessionOf(memo)
  await session.ready
  // The page that holds the text is drawn after the tab has changed; only then can it scroll.
  requestAnimationFrame(() => goToCitation(session, citation))
}
