// Brings a citation up to date with a passage whose words changed.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { Id } from '../../shared/identifiers.ts'
import { aCite, type CitationAttributes, type Cite } from '../../shared/memos.ts'
import { carryEdits, type QuotationEdit } from '../../shared/passage-quotation.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { attributesOf } from './citation-node.ts'
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

/** Changes a citation where it stands, and with it the block quotation that it stands in; false when it is not there. Undone like any other typing. */
export function changeCitation(session: MemoSession, citation: Id, change: (cites: Cite[]) => Cite[]): boolean {
  const editor = session.editor()
  const place = editor && placeOfCitation(editor.state.doc, citation)
  const node = place === null ? null : editor?.state.doc.nodeAt(place)
  if (!editor || place === null || !node) return false
  const before = attributesOf(node)
  const cites = change(before.cites)
  const transaction = editor.state.tr
  const around = editor.state.doc.resolve(place)
  const quotation = around.parent.type.name === 'passageQuotation' ? around.parent : null
  // A citation of nothing is none.
  if (cites.length === 0) transaction.delete(quotation ? around.before() : place, quotation ? around.after() : place + 1)
  else transaction.setNodeMarkup(place, null, { ...before, cites })
  if (quotation && cites.length > 0) {
    const edits = carryEdits(before.cites[0]?.quote ?? '', cites[0]?.quote ?? '', quotation.attrs.edits as QuotationEdit[] | null)
    transaction.setNodeMarkup(around.before(), null, { edits })
  }
  editor.view.dispatch(transaction)
  return true
}

/** The citation quotes a passage as it is now. */
export function quoteAnew(session: MemoSession, { id }: CitationAttributes, passage: PassageDetail): void {
  const { version, quote } = aCite(passage.id, passage.version, passage.quote)
  changeCitation(session, id, (cites) =>
    cites.map((cite) => (cite.passage === passage.id ? { ...cite, version, quote } : cite)),
  )
}
