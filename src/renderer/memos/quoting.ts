// Whether the passage that is being searched becomes a block quotation rather than a citation.
import type { Editor } from '@tiptap/core'

export const quoting = { wanted: false }

/** Opens the search for a passage, as `@` does; what is chosen is quoted. */
export function startQuoting(editor: Editor): boolean {
  editor.view.focus()
  quoting.wanted = true
  editor.view.dispatch(editor.state.tr.insertText('@'))
  return true
}
