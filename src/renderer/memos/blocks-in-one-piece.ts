// Blocks in one piece (listings, charts, images, quotations): put into the text, and written behind instead of over.
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

/**
 * Puts a block in the place of `[from, to)` of a text block: of the whole block when nothing else is in it, else behind
 * it. The caret goes to the line after it, which is made where there is none.
 */
export function putBlock({ tr: change, schema }: EditorState, from: number, to: number, node: Node): Transaction {
  change.delete(from, to)
  const paragraph = schema.nodes.paragraph
  const place = change.doc.resolve(from)
  const isEmpty = place.parent.isTextblock && place.parent.content.size === 0 && place.parent.type === paragraph
  const start = isEmpty ? place.before() : place.parent.isTextblock ? place.after() : place.pos
  if (isEmpty) change.replaceWith(start, place.after(), node)
  else change.insert(start, node)
  const behind = start + node.nodeSize
  if (paragraph && !change.doc.resolve(behind).nodeAfter?.isTextblock) change.insert(behind, paragraph.create())
  return change.setSelection(TextSelection.near(change.doc.resolve(behind), 1))
}

/** Puts a new line behind the selected block, with the caret in it; null where no block in one piece is selected. */
export function lineBehindBlock(state: EditorState): Transaction | null {
  const { selection } = state
  const line = state.schema.nodes.paragraph?.create()
  if (!line || !(selection instanceof NodeSelection) || !selection.node.isBlock || !selection.node.isAtom) return null
  const change = state.tr.insert(selection.to, line)
  return change.setSelection(TextSelection.create(change.doc, selection.to + 1))
}

function goBehind(view: EditorView): boolean {
  const change = lineBehindBlock(view.state)
  if (change) view.dispatch(change.scrollIntoView())
  return change !== null
}

/**
 * What is typed, pasted or composed while such a block is selected goes behind it. A block is selected when an arrow comes
 * upon it, and nobody means to write over a table of evidence by typing on; `Delete` takes one away.
 */
export const writeBehindBlocks = (): Plugin =>
  new Plugin({
    props: {
      handleTextInput(view, _from, _to, text) {
        if (!goBehind(view)) return false
        view.dispatch(view.state.tr.insertText(text).scrollIntoView())
        return true
      },
      handlePaste(view) {
        goBehind(view)
        return false
      },
      handleDOMEvents: {
        compositionstart(view) {
          goBehind(view)
          return false
        },
      },
    },
  })
