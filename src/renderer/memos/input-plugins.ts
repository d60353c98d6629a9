// Small plugins between the browser's input and the editor: the caret on focus and in sight, whole insertions, the empty memo.
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** ProseMirror's own way to take over what the browser did; it is there but not part of its public types. */
const readSelection = (view: EditorView): void =>
  (view as EditorView & { domObserver?: { flush?: () => void } }).domObserver?.flush?.()

/**
 * Brings the caret back to where it was when the focus comes by anything but the mouse. The browser puts it at the
 * start of the text, and ProseMirror would take that for a wish.
 */
export const caretKeeper = (): Plugin => {
  let pressed = false
  return new Plugin({
    props: {
      handleDOMEvents: {
        // A key that follows fast on one that moved the caret must find it moved: the browser reports that later.
        keydown(view) {
          if (!view.composing) readSelection(view)
          return false
        },
        pointerdown() {
          pressed = true
          return false
        },
        focus(view) {
          if (!pressed) queueMicrotask(() => view.hasFocus() && view.focus())
          pressed = false
          return false
        },
      },
    },
  })
}

/**
 * Text that arrives in one go, by dictation or an emoji panel, is put in as it is. TipTap's input rules are made for
 * single characters and reckon wrong positions from longer ones.
 */
export const wholeInsertions = (): Plugin =>
  new Plugin({
    props: {
      handleTextInput(view, _from, _to, text, insertion) {
        if ([...text].length < 2) return false
        view.dispatch(insertion())
        return true
      },
    },
  })

/** In CSS pixels: the editor brings a caret into sight that stands nearer than this to the edge. */
const edge = 5

/**
 * Leaves the page alone where the caret is in sight after a letter. The editor would ask every box around the text where it
 * stands. In lines of text at the top alone: a table or code may be scrolled to the side within the page.
 */
export const caretInSight = (): Plugin =>
  new Plugin({
    props: {
      handleScrollToSelection(view) {
        const { empty, $head } = view.state.selection
        if (!empty || $head.depth !== 1 || $head.parent.type.spec.code) return false
        const box = view.dom.closest('.memo-scroll')?.getBoundingClientRect()
        const caret = view.coordsAtPos($head.pos, 1)
        return box !== undefined && caret.top >= box.top + edge && caret.bottom <= Math.min(box.bottom, innerHeight) - edge
      },
    },
  })

/**
 * Words of an input method that begin while a citation is selected, as arrows select it on their way, go behind it: an
 * editor has no place for them in a selected node, and they would be lost.
 */
export const composeBehindNodes = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        compositionstart(view) {
          const { selection, doc, tr } = view.state
          if (selection instanceof NodeSelection && selection.node.isInline) view.dispatch(tr.setSelection(TextSelection.create(doc, selection.to)))
          return false
        },
      },
    },
  })

/** Words shown in place of the text while there is none. */
export const placeholder = (words: string): Plugin =>
  new Plugin({
    props: {
      decorations({ doc }) {
        const first = doc.firstChild
        const isEmpty = doc.childCount === 1 && first?.type.name === 'paragraph' && first.content.size === 0
        return isEmpty
          ? DecorationSet.create(doc, [Decoration.node(0, 2, { class: 'memo-placeholder', 'data-words': words })])
          : null
      },
    },
  })
