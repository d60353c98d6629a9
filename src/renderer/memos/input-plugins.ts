// Small plugins between the browser's input and the editor: the caret on focus, whole insertions, the empty memo.
import { Plugin } from '@tiptap/pm/state'
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
