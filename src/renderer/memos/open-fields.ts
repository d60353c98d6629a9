// Fields that are open for a place in the text go along when the text changes under them, by undo or by the living memo.
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import { closeFootnote, useFootnoteField } from './footnote-node.ts'
import { closeQuotationEditor, useQuotationEditor } from './quotation-node.ts'
import { closeToolbar, useToolbar } from './toolbar-store.ts'

/** Where a place is after some changes; null where what stood behind it was taken away. */
function placeAfter(place: number, changes: readonly Transaction[]): number | null {
  let at = place
  for (const { mapping } of changes) {
    const mapped = mapping.mapResult(at)
    if (mapped.deletedAfter) return null
    at = mapped.pos
  }
  return at
}

const mapped = (place: number, changes: readonly Transaction[], side: -1 | 1): number =>
  changes.reduce((at, { mapping }) => mapping.map(at, side), place)

/** Called after the editor has taken over some changes; a field whose footnote, quotation or words are gone closes. */
export function followOpenFields(editor: Editor, changes: readonly Transaction[]): void {
  if (!changes.some(({ docChanged }) => docChanged)) return
  const { doc } = editor.state
  const [note, quotation, { link, editor: linked }] = [useFootnoteField.getState(), useQuotationEditor.getState(), useToolbar.getState()]
  if (note.editor === editor && note.position !== null) {
    const position = placeAfter(note.position, changes)
    if (position === null || doc.nodeAt(position)?.type.name !== 'footnote') closeFootnote()
    else if (position !== note.position) useFootnoteField.setState({ position })
  }
  if (quotation.editor === editor && quotation.position !== null) {
    // Its own cuts change the quotation, which stays one.
    const position = mapped(quotation.position, changes, 1)
    if (position >= doc.content.size || doc.nodeAt(position)?.type.name !== 'passageQuotation') closeQuotationEditor()
    else if (position !== quotation.position) useQuotationEditor.setState({ position })
  }
  if (linked === editor && link) {
    const [from, to] = [mapped(link.from, changes, 1), mapped(link.to, changes, -1)]
    if (from >= to) closeToolbar()
    else if (from !== link.from || to !== link.to) useToolbar.setState({ link: { ...link, from, to } })
  }
}
