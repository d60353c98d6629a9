// The text of a footnote of the author's own, edited beside its mark.
import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useState, type KeyboardEvent } from 'react'
import { longestFootnote } from '../../shared/judgments.ts'
import { Button } from '../interface/button.tsx'
import { useFloating } from './floating.ts'
import { closeFootnote, useFootnoteField } from './footnote-node.ts'
import { useRangeAnchor } from './format-toolbar.tsx'

/** Keeps the text, or takes the footnote away when it says nothing; the caret goes behind it. */
function leave(editor: Editor, position: number, text: string): void {
  // Closed already: its footnote was taken away.
  if (useFootnoteField.getState().position !== position) return
  const node = editor.state.doc.nodeAt(position)
  closeFootnote()
  if (node?.type.name !== 'footnote') return
  const change = editor.state.tr
  const isEmpty = text.trim() === ''
  if (isEmpty) change.delete(position, position + 1)
  else if (text !== node.attrs.text) change.setNodeMarkup(position, null, { text })
  editor.view.dispatch(change.setSelection(TextSelection.create(change.doc, isEmpty ? position : position + 1)))
  editor.view.focus()
}

function Field({ editor, position }: { editor: Editor; position: number }) {
  const stored = (editor.state.doc.nodeAt(position)?.attrs.text as string | undefined) ?? ''
  const [text, setText] = useState(stored)
  const panel = useFloating(useRangeAnchor(editor, position, position + 1), 'bottom-start')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    // Words that were typed are not lost by leaving; undo takes them back.
    if (event.key !== 'Escape' && (event.key !== 'Enter' || event.shiftKey)) return
    leave(editor, position, text)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={panel}
      className="floating footnote-field"
      role="group"
      aria-label="Footnote"
      onKeyDown={onKeyDown}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) leave(editor, position, text)
      }}
    >
      <textarea
        className="text-field"
        aria-label="Text of the footnote"
        placeholder="What the note says"
        rows={3}
        maxLength={longestFootnote}
        value={text}
        autoFocus
        onChange={(event) => setText(event.target.value.replaceAll(/\s*\n\s*/g, ' '))}
      />
      <Button look="outlined" onClick={() => leave(editor, position, text)}>
        Done
      </Button>
    </div>
  )
}

/** The field, while a footnote of this editor is edited. */
export function FootnoteField({ editor }: { editor: Editor | null }) {
  const { editor: owner, position, opened } = useFootnoteField()
  if (!editor || position === null || owner !== editor) return null
  return <Field key={opened} editor={editor} position={position} />
}
