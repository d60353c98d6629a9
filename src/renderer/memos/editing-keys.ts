// Keys of the memo's text that TipTap does not bring: citations as one, the toolbar, links.
import { Extension, type Editor } from '@tiptap/core'
import { GapCursor } from '@tiptap/pm/gapcursor'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection } from '@tiptap/pm/state'
import { onMac } from '../commands/keys.ts'
import { attributesOf } from './citation-node.ts'
import { editSelectedFootnote, insertFootnote } from './footnote-node.ts'
import { openCitation } from './open-citation.ts'
import { editSelectedQuotation } from './quotation-node.ts'
import { editLink, focusToolbar } from './toolbar-store.ts'

/** Deletes the citation or footnote on one side of the caret; the browser would leave that to chance. */
function deleteCitation(editor: Editor, side: 'nodeBefore' | 'nodeAfter'): boolean {
  const { selection } = editor.state
  const node = selection.$from[side]
  if (!selection.empty || (node?.type.name !== 'citation' && node?.type.name !== 'footnote')) return false
  const from = side === 'nodeBefore' ? selection.from - 1 : selection.from
  editor.view.dispatch(editor.state.tr.delete(from, from + 1).scrollIntoView())
  return true
}

/**
 * Beside a block that holds no caret at its edge, the keys that take away first select that block, so that nothing goes
 * unseen. TipTap's keys of lists look for the line that the caret is in, of which there is none.
 */
function selectBesideGap({ state, view }: Editor, side: 'nodeBefore' | 'nodeAfter'): boolean {
  const { selection, doc } = state
  if (!(selection instanceof GapCursor)) return false
  const node = selection.$head[side]
  const at = side === 'nodeBefore' ? selection.head - (node?.nodeSize ?? 0) : selection.head
  if (node && NodeSelection.isSelectable(node)) view.dispatch(state.tr.setSelection(NodeSelection.create(doc, at)).scrollIntoView())
  return true
}

function openSelectedCitation({ state }: Editor): boolean {
  const { selection } = state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'citation') return false
  void openCitation(attributesOf(selection.node))
  return true
}

/**
 * Moves the caret to the text's start or end, `extend` the selection. The browser does not look into blocks that are not
 * laid out and stops before the last one.
 */
function goToEdge({ state, view }: Editor, edge: 'start' | 'end', extend = false): boolean {
  const place = placeAt(state.doc, edge)
  const selection = extend ? TextSelection.between(state.selection.$anchor, place.$head) : place
  view.dispatch(state.tr.setSelection(selection).scrollIntoView())
  return true
}

/** Beside a table or a block in one piece, also within a callout, so that what is typed there neither goes into its cells nor replaces it. */
function placeAt(doc: Node, edge: 'start' | 'end'): Selection {
  const within = (node: Node): Node | null => (edge === 'start' ? node.firstChild : node.lastChild)
  let block = within(doc)
  while (block && !block.isTextblock && !block.isAtom && block.type.name !== 'table') block = within(block)
  if (block?.isAtom || block?.type.name === 'table') return new GapCursor(doc.resolve(edge === 'start' ? 0 : doc.content.size))
  return edge === 'start' ? Selection.atStart(doc) : Selection.atEnd(doc)
}

/** The keys of the platform for the edges of a text. */
const [toStart, toEnd] = onMac ? ['Mod-ArrowUp', 'Mod-ArrowDown'] : ['Mod-Home', 'Mod-End']

/** Ahead of the keys of lists and tables, so that a citation counts as one character everywhere. */
export const editingKeys = Extension.create({
  name: 'editingKeys',
  priority: 1500,
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      Backspace: () => deleteCitation(editor, 'nodeBefore') || selectBesideGap(editor, 'nodeBefore'),
      Delete: () => deleteCitation(editor, 'nodeAfter') || selectBesideGap(editor, 'nodeAfter'),
      'Mod-Backspace': () => selectBesideGap(editor, 'nodeBefore'),
      'Mod-Delete': () => selectBesideGap(editor, 'nodeAfter'),
      Enter: () => openSelectedCitation(editor) || editSelectedFootnote(editor) || editSelectedQuotation(editor),
      [toStart]: () => goToEdge(editor, 'start'),
      [toEnd]: () => goToEdge(editor, 'end'),
      [`Shift-${toStart}`]: () => goToEdge(editor, 'start', true),
      [`Shift-${toEnd}`]: () => goToEdge(editor, 'end', true),
      F2: () => editSelectedQuotation(editor),
      'Alt-F10': () => focusToolbar(editor),
      'Mod-Alt-k': () => editLink(editor),
      'Mod-Alt-j': () => editor.commands.toggleNode('keyJudgment', 'paragraph'),
      'Mod-Alt-c': () => editor.commands.toggleWrap('callout'),
      'Mod-Alt-l': () => insertFootnote(editor),
    }
  },
})
