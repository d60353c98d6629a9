// A footnote of the author's own: a mark in the line with a text behind it.
import { Node, type Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import { NodeSelection } from '@tiptap/pm/state'
import { create } from 'zustand'
import { longestFootnote } from '../../shared/judgments.ts'
import { chipDrawn } from './citation-chip.ts'

interface FootnoteField {
  editor: Editor | null
  /** Where the footnote stands whose text is edited; null while none is. */
  position: number | null
  /** Counts openings, so that each has a field of its own. */
  opened: number
}

/** Which footnote's text is open in a field. */
export const useFootnoteField = create<FootnoteField>(() => ({ editor: null, position: null, opened: 0 }))

export const closeFootnote = (): void => useFootnoteField.setState({ editor: null, position: null })

/** Opens the text of the footnote at a position; false where there is none. */
export function editFootnote(editor: Editor, position: number): boolean {
  if (editor.state.doc.nodeAt(position)?.type.name !== 'footnote') return false
  useFootnoteField.setState(({ opened }) => ({ editor, position, opened: opened + 1 }))
  return true
}

/** Opens the selected footnote; false when none is selected. */
export function editSelectedFootnote(editor: Editor): boolean {
  const { selection } = editor.state
  return selection instanceof NodeSelection && editFootnote(editor, selection.from)
}

/** Puts an empty footnote behind the selection and opens its text; false in code. */
export function insertFootnote(editor: Editor): boolean {
  const { state, view } = editor
  const node = state.schema.nodes.footnote?.create({ text: '' })
  const { $to } = state.selection
  if (!node || !$to.parent.inlineContent || !$to.parent.type.contentMatch.matchType(node.type)) return false
  // A step of undo of its own, however fast it follows on what was typed.
  const change = closeHistory(state.tr.insert($to.pos, node))
  view.dispatch(change.setSelection(NodeSelection.create(change.doc, $to.pos)).scrollIntoView())
  return editFootnote(editor, $to.pos)
}

export const Footnote = Node.create({
  name: 'footnote',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    text: {
      isRequired: true,
      parseHTML: (element: HTMLElement) => (element.dataset.footnote ?? '').slice(0, longestFootnote),
      renderHTML: ({ text }) => ({ 'data-footnote': text as string }),
    },
  }),

  parseHTML: () => [{ tag: 'span[data-footnote]' }],

  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes],

  addNodeView: () => ({ node }) => {
    const dom = document.createElement('span')
    dom.className = 'own-footnote'
    dom.contentEditable = 'false'
    dom.setAttribute('role', 'link')
    const draw = (text: string) => {
      dom.title = text
      dom.classList.toggle('is-empty', text.trim() === '')
      // Its number and its name are painted from outside, with those of the citations.
      queueMicrotask(() => dom.dispatchEvent(new Event(chipDrawn, { bubbles: true })))
    }
    draw(node.attrs.text as string)
    return {
      dom,
      update(next) {
        if (next.type !== node.type) return false
        draw(next.attrs.text as string)
        return true
      },
      ignoreMutation: () => true,
    }
  },
})
