// A prompt: words of a template that stand where the writer's own belong, and go when something is typed over or beside them.
import { Node } from '@tiptap/core'
import { NodeSelection, Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Editor } from '@tiptap/core'

const isPrompt = (node: { type: { name: string } } | null | undefined): boolean => node?.type.name === 'prompt'

/** A change that takes out the prompts next to the caret; null where there are none. */
function withoutPromptBeside({ selection, tr }: EditorState): Transaction | null {
  const { $from, empty } = selection
  if (!empty) return null
  const before = isPrompt($from.nodeBefore)
  const after = isPrompt($from.nodeAfter)
  return before || after ? tr.delete($from.pos - (before ? 1 : 0), $from.pos + (after ? 1 : 0)) : null
}

/** Selects the prompt after or before the caret, so that typing replaces it; false when there is none on that side. */
export function stepPrompt({ state, view }: Editor, step: 1 | -1): boolean {
  const places: number[] = []
  state.doc.descendants((node, position) => void (isPrompt(node) && places.push(position)))
  const { selection } = state
  const isOn = selection instanceof NodeSelection && isPrompt(selection.node)
  const place =
    step === 1
      ? places.find((position) => position >= (isOn ? selection.to : selection.from))
      : places.findLast((position) => position < selection.from)
  if (place === undefined) return false
  view.focus()
  view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, place)).scrollIntoView())
  return true
}

/** Selects the first prompt of a text that begins with headings and prompts alone; false for any other text. */
export function goToFirstPrompt(editor: Editor): boolean {
  const begun = editor.state.doc.children.find(({ type }) => type.name !== 'heading')
  if (!begun?.children.some(isPrompt)) return false
  editor.commands.setTextSelection(0)
  return stepPrompt(editor, 1)
}

const onPrompt = ({ state: { selection } }: Editor): boolean => selection instanceof NodeSelection && isPrompt(selection.node)

export const Prompt = Node.create({
  name: 'prompt',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: false,

  addAttributes: () => ({ text: { isRequired: true } }),

  parseHTML: () => [
    {
      tag: 'span.memo-prompt',
      getAttrs: (element) => {
        const text = element.textContent.trim()
        return text !== '' && text.length <= 300 ? { text } : false
      },
    },
  ],

  renderHTML: ({ node }) => ['span', { class: 'memo-prompt' }, String(node.attrs['text'])],

  // With a prompt in hand Tab goes to the next, as in a form; everywhere else it does what it did.
  addKeyboardShortcuts() {
    const { editor } = this
    return {
      Tab: () => onPrompt(editor) && stepPrompt(editor, 1),
      'Shift-Tab': () => onPrompt(editor) && stepPrompt(editor, -1),
    }
  },

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleTextInput(view, _from, _to, text) {
          const change = withoutPromptBeside(view.state)
          if (change) view.dispatch(change.insertText(text).scrollIntoView())
          return change !== null
        },
      },
    }),
  ],
})
