// Citing a passage from outside the editor: asked for by a key in the Reader, or dropped.
import type { Id } from '../../shared/identifiers.ts'
import type { CiteRequest } from '../desk/desk-store.ts'
import { say } from '../notices/notices.ts'
import { caretOf, citationOf, endOf, insertCitation } from './insert-citation.ts'
import type { MemoSession } from './memo-session.ts'
import { insertQuotation } from './quotation-node.ts'
import { passageNow } from './passage-book.ts'

/**
 * Puts a citation or a block quotation of a passage into a memo: at a position of its document, else where its caret last was, else at
 * the end. Focus stays where it is. False when the passage is gone or the memo cannot be written.
 */
export async function citePassage(session: MemoSession, passage: Id, as: CiteRequest['as'] = 'citation', position?: number): Promise<boolean> {
  await session.ready
  const before = session.editor()?.state.doc
  const detail = await passageNow(passage)
  const editor = session.editor()
  if (!editor || session.store.getState().phase !== 'editing') {
    say('This memo is read-only, so that nothing was cited in it.')
    return false
  }
  if (!detail) {
    say('The passage was deleted in the meantime, so that nothing was cited.')
    return false
  }
  const { state, view } = editor
  // A drop position belongs to the document it was taken from; after a change the caret is the better place.
  const caret = session.hasCaret() ? caretOf(state) : endOf(state)
  const place = position !== undefined && before === state.doc ? position : caret
  const citation = citationOf(detail)
  const change = as === 'citation' ? insertCitation(state, place, citation) : insertQuotation(state, place, place, citation)
  view.dispatch(change.scrollIntoView())
  flash(session.host, citation.id)
  return true
}

/** Shows for a moment where a citation came in. */
function flash(host: HTMLElement, citation: Id): void {
  const chip = host.querySelector(`[data-citation="${citation}"]`)
  chip?.classList.add('is-new')
  chip?.addEventListener('animationend', () => chip.classList.remove('is-new'), { once: true })
}
