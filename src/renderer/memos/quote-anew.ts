// Brings a citation up to date with a passage whose words changed.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { MemoSession } from './memo-session.ts'

/** Where a citation stands in a document; null when it is not there. */
export function placeOfCitation(doc: ProseMirrorNode, citation: Id): number | null {
  let place: number | null = null
  doc.descendants((node, position) => {
    if (node.type.name === 'citation' && node.attrs.id === citation) place = position
    return place === null && !node.isLeaf
  })
  return place
}

/** The citation quotes the passage as it is now. Undone like any other typing. */
export function quoteAnew(session: MemoSession, { id }: CitationAttributes, { version, quote }: PassageDetail): void {
  const editor = session.editor()
  const place = editor && placeOfCitation(editor.state.doc, id)
  if (!editor || place === null) return
  const node = editor.state.doc.nodeAt(place)
  const attributes = { ...node?.attrs, version, quote: quote.slice(0, 20_000).toWellFormed() }
  editor.view.dispatch(editor.state.tr.setNodeMarkup(place, null, attributes))
  editor.view.focus()
}
