// Choices that stand in the text at the head of a block: the browser's own lists, which keep their keys from the editor.
import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import type { EditorView, NodeView } from '@tiptap/pm/view'

/** One line of a list; lines with the same group stand under that heading. */
export interface ControlChoice {
  value: string
  title: string
  group?: string
}

/** Fills a list, with the chosen line; keeps what is there when nothing differs, so that an open list stays open. */
export function fillControl(select: HTMLSelectElement, choices: readonly ControlChoice[], value: string): void {
  const told = JSON.stringify(choices)
  if (select.dataset.told !== told) {
    select.dataset.told = told
    const groups = new Map<string, HTMLElement>()
    select.replaceChildren()
    for (const { value: one, title, group } of choices) {
      const option = new Option(title, one)
      const box = group === undefined ? select : (groups.get(group) ?? Object.assign(document.createElement('optgroup'), { label: group }))
      if (group !== undefined && !groups.has(group)) {
        groups.set(group, box)
        select.append(box)
      }
      box.append(option)
    }
  }
  select.value = value
}

/** A list in the text. Escape goes back into the block's words. */
export function aControl(label: string, onChange: (value: string) => void, onLeave: () => void): HTMLSelectElement {
  const select = document.createElement('select')
  select.setAttribute('aria-label', label)
  select.className = 'block-control'
  select.addEventListener('change', () => onChange(select.value))
  select.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    onLeave()
  })
  return select
}

/** Changes one attribute of the node at a position; a step of undo by itself, however soon it follows another. */
export function setAttribute(view: EditorView, position: number | undefined, name: string, value: unknown): void {
  const node: ProseMirrorNode | null = position === undefined ? null : view.state.doc.nodeAt(position)
  if (position === undefined || !node) return
  view.dispatch(closeHistory(view.state.tr.setNodeMarkup(position, null, { ...node.attrs, [name]: value })))
}

/**
 * A block with controls at its head and its words below them: keys and clicks in the controls are not the editor's, and
 * only what changes within the words is. `update` draws the node anew, or answers false for one of another kind.
 */
export function blockView(
  { dom, controls, contentDOM }: { dom: HTMLElement; controls: HTMLElement; contentDOM: HTMLElement },
  update: (next: ProseMirrorNode) => boolean,
): NodeView {
  return {
    dom,
    contentDOM,
    update,
    stopEvent: (event) => event.target instanceof globalThis.Node && controls.contains(event.target),
    ignoreMutation: (mutation) => mutation.type !== 'selection' && !contentDOM.contains(mutation.target),
  }
}
