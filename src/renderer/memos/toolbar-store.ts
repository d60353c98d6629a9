// Which floating controls are open over which editor: the format toolbar, and the field for a link's address.
import type { Editor } from '@tiptap/core'
import { create } from 'zustand'

interface ToolbarState {
  editor: Editor | null
  /** Open over a selection, or called by its key. */
  open: 'selection' | 'key' | null
  /** The address being edited and the text it belongs to; positions are the document's. */
  link: { from: number; to: number; href: string; focused: boolean; opened: number } | null
  /** Counts wishes to bring the focus into the toolbar. */
  focusWanted: number
}

export const useToolbar = create<ToolbarState>(() => ({ editor: null, open: null, link: null, focusWanted: 0 }))

/** Shows the toolbar while text is selected and written in; called after every change of the selection. */
export function followSelection(editor: Editor): void {
  const { selection } = editor.state
  // A change that a list beside the text made moves a selection, too, which nobody looks at.
  const isInHand = editor.view.hasFocus() || isOnToolbar(document.activeElement)
  const selected = isInHand && !selection.empty && !('node' in selection) && selection.$from.parent.inlineContent
  const { open, link } = useToolbar.getState()
  // A click on a link shows its address and then moves the caret into it.
  if (link !== null && selection.from >= link.from && selection.to <= link.to) return
  if (selected || open !== null || link !== null) {
    useToolbar.setState({ editor, open: selected ? 'selection' : null, link: null })
  }
}

/** Opens the toolbar, at the caret where nothing is selected, and brings the focus into it. */
export function focusToolbar(editor: Editor): boolean {
  editor.view.dispatch(editor.state.tr.scrollIntoView())
  useToolbar.setState(({ focusWanted, open }) => ({
    editor,
    open: open ?? 'key',
    link: null,
    focusWanted: focusWanted + 1,
  }))
  return true
}

/** Whether the focus goes to the floating controls themselves or to a menu that hangs from them. */
export const isOnToolbar = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.format-toolbar, .link-field, .menu') !== null

export const closeToolbar = (): void => useToolbar.setState({ open: null, link: null })

/** The stretch of text around a position that one link covers; null where there is none. */
function linkAround(editor: Editor, position: number): { from: number; to: number; href: string } | null {
  const { doc, schema } = editor.state
  const type = schema.marks.link
  const place = doc.resolve(position)
  const mark = type && (type.isInSet(place.nodeAfter?.marks ?? []) ?? type.isInSet(place.nodeBefore?.marks ?? []))
  if (!mark) return null
  let from: number | null = null
  let to = 0
  place.parent.forEach((node, offset) => {
    const start = place.start() + offset
    const end = start + node.nodeSize
    if (!mark.isInSet(node.marks)) {
      if (end <= position) from = null
      return
    }
    if (start <= position) from ??= start
    if (from !== null && (start <= position || to === start)) to = end
  })
  return from === null ? null : { from, to, href: mark.attrs.href as string }
}

/** Counts openings of the field, so that each has one of its own. */
let openings = 0

/** Opens the field for the address of the link at the caret or of the selected words; false where neither is. */
export function editLink(editor: Editor, position?: number): boolean {
  const { selection } = editor.state
  const around = linkAround(editor, position ?? selection.from)
  if (!around && selection.empty) return false
  const { from, to, href } = around ?? { from: selection.from, to: selection.to, href: '' }
  // A click only shows where the link goes; the key means to change it.
  useToolbar.setState({ editor, open: null, link: { from, to, href, focused: position === undefined, opened: (openings += 1) } })
  return true
}
