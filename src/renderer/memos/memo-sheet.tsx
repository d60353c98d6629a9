// The page that a memo is written on: head, banner, text, and what floats over them.
import { useEffect, useRef, type MouseEvent } from 'react'
import { TextSelection } from '@tiptap/pm/state'
import { useStore } from 'zustand'
import { CitationCard } from './citation-card.tsx'
import { closeCard } from './citation-card-store.ts'
import { FootnoteField } from './footnote-field.tsx'
import { FormatToolbar } from './format-toolbar.tsx'
import { LinkField } from './link-field.tsx'
import { MemoBanner } from './memo-banner.tsx'
import { MemoHead } from './memo-head.tsx'
import { keepPlace, placeIn } from './memo-places.ts'
import type { MemoSession } from './memo-session.ts'
import { QuotationEditor } from './quotation-editor.tsx'
import { Bibliography } from './styled-citations.tsx'
import { TriggerList } from './trigger-list.tsx'

/** Puts the editor into the page, where the writer left it, and keeps that place when it goes. */
function usePlacedEditor(session: MemoSession) {
  const scroll = useRef<HTMLDivElement>(null)
  const slot = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = scroll.current
    slot.current?.append(session.host)
    let gone = false
    void session.ready.then(() => {
      const editor = session.editor()
      const place = placeIn(session.memo)
      if (gone || !editor || !place || !box) return
      if (!session.hasCaret()) {
        const { state, view } = editor
        const caret = state.doc.resolve(Math.min(place.caret, state.doc.content.size))
        view.dispatch(state.tr.setSelection(TextSelection.near(caret)).setMeta('addToHistory', false))
      }
      box.scrollTop = place.scroll
    })
    return () => {
      gone = true
      const editor = session.editor()
      if (editor && box) keepPlace(session.memo, { caret: editor.state.selection.head, scroll: box.scrollTop })
      void session.flush()
      session.host.remove()
      closeCard()
    }
  }, [session])
  return { scroll, slot }
}

/** A click on the empty paper below the text goes to its end; where the last block holds no caret, a line is made. */
function writeBelow(session: MemoSession, event: MouseEvent): void {
  const editor = session.editor()
  if (!editor || event.target !== event.currentTarget || event.button !== 0) return
  event.preventDefault()
  const last = editor.state.doc.lastChild
  if (last && !last.isTextblock) editor.commands.insertContentAt(editor.state.doc.content.size, { type: 'paragraph' })
  editor.view.focus()
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.atEnd(editor.state.doc)).scrollIntoView())
}

/** One memo, with everything around its text. */
export function MemoSheet({ session }: { session: MemoSession }) {
  const { scroll, slot } = usePlacedEditor(session)
  // One by one: while one writes, the rest of the state changes with every save.
  const phase = useStore(session.store, (state) => state.phase)
  const plain = useStore(session.store, (state) => state.plain)
  const isLong = useStore(session.store, (state) => state.isLong)
  const editor = session.editor()
  return (
    <div ref={scroll} className="memo-scroll">
      <div className={isLong ? 'memo-sheet is-long' : 'memo-sheet'} onMouseDown={(event) => writeBelow(session, event)}>
        <MemoHead session={session} />
        <MemoBanner session={session} />
        <div ref={slot} className="memo-slot" hidden={phase === 'read-only'} />
        {phase === 'read-only' ? (
          <div
            className="memo-plain"
            role="textbox"
            aria-label="Memo body"
            aria-multiline="true"
            aria-readonly="true"
            tabIndex={0}
          >
            {plain}
          </div>
        ) : null}
        <Bibliography session={session} />
        <CitationCard session={session} />
        <FormatToolbar editor={editor} />
        <LinkField editor={editor} />
        <FootnoteField editor={editor} />
        <QuotationEditor editor={editor} />
        <TriggerList />
      </div>
    </div>
  )
}
