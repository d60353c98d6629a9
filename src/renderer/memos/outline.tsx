// The outline of the memo in front: its headings, a key or a click away.
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { ListTree } from 'lucide-react'
import { useRef, useState } from 'react'
import { create } from 'zustand'
import { IconButton } from '../interface/button.tsx'
import { GridList } from '../interface/grid-list.tsx'
import { Popover } from '../interface/popover.tsx'
import type { MemoSession } from './memo-session.ts'

/** Whether the outline shows. */
export const useOutline = create<{ open: boolean }>(() => ({ open: false }))

interface Heading {
  position: number
  level: number
  text: string
}

function headingsIn({ state: { doc } }: Editor): Heading[] {
  const headings: Heading[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'heading') headings.push({ position, level: Number(node.attrs['level']), text: node.textContent.trim() || 'Untitled heading' })
    return !node.isTextblock
  })
  return headings
}

/** Puts the caret at the end of a heading, with the heading near the top of the page. */
function goToHeading({ view, state }: Editor, { position }: Heading): void {
  const node = state.doc.nodeAt(position)
  if (!node) return
  view.focus()
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position + 1 + node.content.size)))
  const box = view.dom.closest<HTMLElement>('.memo-scroll')
  const element = view.nodeDOM(position)
  if (box && element instanceof HTMLElement) box.scrollTop += element.getBoundingClientRect().top - box.getBoundingClientRect().top - 24
}

function Headings({ editor, onGone }: { editor: Editor; onGone: (heading: Heading) => void }) {
  const [headings] = useState(() => headingsIn(editor))
  const caret = editor.state.selection.from
  const current = headings.findLast(({ position }) => position <= caret) ?? headings[0]
  if (headings.length === 0) return <p className="empty">Headings of the memo are listed here. Type / in the text, or press Ctrl Alt 1 to 3, to make one.</p>
  return (
    <div className="outline-list" style={{ height: Math.min(headings.length * 30, 420) }}>
    <GridList
      label="Headings"
      rows={headings}
      keyOf={({ position }) => String(position)}
      textOf={({ text }) => text}
      rowHeight={28}
      current={current ? String(current.position) : null}
      onOpen={onGone}
    >
      {({ text, level }) => (
        <span className="outline-heading" data-level={level} dir="auto">
          {text}
        </span>
      )}
    </GridList>
    </div>
  )
}

/** The button `Outline` and its list. */
export function Outline({ session }: { session: MemoSession }) {
  const open = useOutline((state) => state.open)
  const editor = session.editor()
  const chosen = useRef<Heading | null>(null)
  const go = (heading: Heading) => {
    chosen.current = heading
    useOutline.setState({ open: false })
  }
  const onClosed = () => {
    const heading = chosen.current
    chosen.current = null
    if (editor && heading) goToHeading(editor, heading)
  }
  return (
    <Popover
      trigger={<IconButton icon={ListTree} label="Outline" keys="Mod+Shift+O" />}
      label="Outline"
      align="end"
      className="outline"
      open={open}
      onOpenChange={(next) => useOutline.setState({ open: next })}
      onClosed={onClosed}
    >
      {editor ? <Headings editor={editor} onGone={go} /> : null}
    </Popover>
  )
}
