// The open source with its text to be corrected: the same page, with a caret in it.
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Source, SourceText } from '../../shared/sources.ts'
import { onMac, showKeys } from '../commands/keys.ts'
import { Button } from '../interface/button.tsx'
import { blocksOf, createCorrectingEditor, type CorrectingEditor } from './correcting-editor.ts'
import { cancelCorrection, saveCorrection, useCorrecting } from './correcting-store.ts'
import './correcting.css'

/** Mount it anew (by `key`) for another source or version. */
export function CorrectPage({ source, text }: { source: Source; text: SourceText }) {
  const mount = useRef<HTMLDivElement>(null)
  const editor = useRef<CorrectingEditor | null>(null)
  const [busy, setBusy] = useState(false)
  const { language, title } = source.metadata
  const save = useCallback(() => {
    if (!editor.current) return
    setBusy(true)
    void saveCorrection(source.id, text.version, editor.current.blocks()).then(() => setBusy(false))
  }, [source.id, text.version])

  useLayoutEffect(() => {
    if (!mount.current) return
    const { at, draft } = useCorrecting.getState()
    const made = createCorrectingEditor({
      element: mount.current,
      text,
      blocks: draft?.version === text.version ? draft.blocks : blocksOf(text),
      at,
      language,
      onChange: (blocks) => useCorrecting.setState({ draft: { version: text.version, blocks } }),
      onSave: save,
      onCancel: cancelCorrection,
    })
    editor.current = made
    return () => {
      editor.current = null
      made.destroy()
    }
  }, [text, language, save])
  useFocusGivenBack()

  return (
    <div className="reader-page correct-page">
      <div className="correct-bar" role="group" aria-label="Correct text">
        <p>
          Correcting the text. Passages are carried over; <b>{showKeys('Escape', onMac)}</b> leaves it as it was.
        </p>
        <Button onClick={cancelCorrection}>Cancel</Button>
        <Button look="primary" disabled={busy} onClick={save} title={`Save correction (${showKeys('Mod+Enter', onMac)})`}>
          Save correction
        </Button>
      </div>
      <div className="reader-scroller">
        <div className="reader-sheet">
          <header className="reader-head">
            <h1 dir="auto">{title || 'Untitled source'}</h1>
          </header>
          <div ref={mount} className="reader-column" />
        </div>
      </div>
    </div>
  )
}

/** After the correction the keyboard is in the text again, not nowhere. */
function useFocusGivenBack(): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const { activeElement } = document
        if (activeElement === null || activeElement === document.body) document.querySelector<HTMLElement>('.reader-page [data-pane-focus]')?.focus({ preventScroll: true })
      })
    },
    [],
  )
}
