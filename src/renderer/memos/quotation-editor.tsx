// Cuts and insertions in a block quotation: the passage's words to select from, and what becomes of them.
import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { quotationWords, withEdit, type QuotationEdit } from '../../shared/passage-quotation.ts'
import { Button } from '../interface/button.tsx'
import { Keys } from '../interface/keys.tsx'
import { useFloating, type Anchor } from './floating.ts'
import { closeQuotationEditor, quotedIn, useQuotationEditor } from './quotation-node.ts'

function useQuotation(editor: Editor, position: number) {
  const node = editor.state.doc.nodeAt(position)
  const found = node?.type.name === 'passageQuotation' ? node : null
  const dom = editor.view.nodeDOM(position)
  const anchor = useMemo<Anchor | null>(() => (dom instanceof Element ? dom : null), [dom])
  return { node: found, anchor }
}

function Panel({ editor, position }: { editor: Editor; position: number }) {
  const { node, anchor } = useQuotation(editor, position)
  const words = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    words.current?.focus()
    words.current?.setSelectionRange(0, 0)
  }, [])
  const [inserted, setInserted] = useState('')
  const [, setDrawn] = useState(0)
  const panel = useFloating(anchor, 'bottom-start')
  if (!node) return null
  const { quote, edits } = quotedIn(node)
  const store = (next: readonly QuotationEdit[]) => {
    const { state, view } = editor
    const change = state.tr.setNodeMarkup(position, null, { edits: next.length > 0 ? next : null })
    view.dispatch(change.setSelection(NodeSelection.create(change.doc, position)))
    setDrawn((drawn) => drawn + 1)
  }
  const make = (text: string) => {
    const field = words.current
    if (!field || (text === '' && field.selectionStart === field.selectionEnd)) return
    store(withEdit(quote, edits ?? [], { start: field.selectionStart, end: field.selectionEnd, text }))
    setInserted('')
    field.focus()
  }
  const leave = () => {
    closeQuotationEditor()
    editor.view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'Escape') leave()
    else if (event.target === words.current && isPlain && (event.key === 'Delete' || event.key === 'Backspace' || event.key === 'x')) make('')
    else if (event.target === words.current && isPlain && event.key === 'i') panel.current?.querySelector('input')?.focus()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={panel} className="floating quotation-editor" role="dialog" aria-label="Cuts and insertions" onKeyDown={onKeyDown}>
      <textarea
        ref={words}
        className="text-field"
        aria-label="Words of the passage"
        aria-readonly
        rows={Math.min(6, Math.max(2, Math.ceil(quote.length / 60)))}
        value={quote}
        // Not `readOnly`: the keyboard could select nothing then. Nothing that is typed or pasted comes in.
        onBeforeInput={(event) => event.preventDefault()}
        onChange={() => undefined}
      />
      <p className="quotation-making">
        <Button onClick={() => make('')}>
          Cut <Keys keys="x" />
        </Button>
        <input
          className="text-field"
          aria-label="Words in brackets"
          placeholder="words in brackets"
          maxLength={500}
          value={inserted}
          onChange={(event) => setInserted(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || inserted.trim() === '') return
            event.preventDefault()
            make(inserted)
          }}
        />
        <Button disabled={inserted.trim() === ''} onClick={() => make(inserted)}>
          Insert <Keys keys="i" />
        </Button>
      </p>
      {edits ? (
        <ul aria-label="Made so far">
          {edits.map((edit) => (
            <li key={`${edit.start} ${edit.end}`}>
              <span>
                {edit.text === '' ? '[…]' : `[${edit.text}]`}
                {edit.start < edit.end ? <small> for “{quote.slice(edit.start, edit.end)}”</small> : null}
              </span>
              <Button onClick={() => store(edits.filter((one) => one !== edit))}>Take back</Button>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="note" aria-live="polite">
        {edits ? `“${quotationWords(quote, edits)}”` : 'Select words, then cut them or put words in brackets in their place.'}
      </p>
      <Button look="outlined" onClick={leave}>
        Done
      </Button>
    </div>
  )
}

/** The panel, while a quotation of this editor is open. */
export function QuotationEditor({ editor }: { editor: Editor | null }) {
  const { editor: owner, position, opened } = useQuotationEditor()
  if (!editor || position === null || owner !== editor) return null
  return <Panel key={opened} editor={editor} position={position} />
}
