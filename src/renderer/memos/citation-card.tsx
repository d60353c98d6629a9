// The card over a citation: each of its references, to be read, and on demand to be edited.
import { closeHistory } from '@tiptap/pm/history'
import { useEffect, useRef, type RefObject } from 'react'
import { useStore } from 'zustand'
import type { CitationAttributes, Cite } from '../../shared/memos.ts'
import { Button } from '../interface/button.tsx'
import { addToCitation } from './add-to-citation.ts'
import { closeCard, editCitation, holdCard, releaseCard, useCitationCard } from './citation-card-store.ts'
import { chipOf } from './citation-chip.ts'
import { CiteFields } from './cite-fields.tsx'
import { CiteView } from './cite-view.tsx'
import { useFloating } from './floating.ts'
import type { MemoSession } from './memo-session.ts'
import { changeCitation } from './quote-anew.ts'

interface EditorProps {
  session: MemoSession
  citation: CitationAttributes
}

const moved = (cites: Cite[], from: number, by: 1 | -1): Cite[] => {
  const to = from + by
  return cites.map((cite, index) => (index === from ? (cites[to] ?? cite) : index === to ? (cites[from] ?? cite) : cite))
}

/** Every reference with its fields, and what adds one. */
function CitationEditor({ session, citation }: EditorProps) {
  const { id, cites } = citation
  const list = useRef<HTMLDivElement>(null)
  const wanted = useRef<number | null>(null)
  useEffect(() => {
    // What was moved keeps the focus; after a removal the neighbour has it.
    const at = wanted.current === null ? null : Math.min(wanted.current, cites.length - 1)
    wanted.current = null
    if (at !== null) list.current?.querySelectorAll('fieldset')[at]?.querySelector('input')?.focus()
  }, [cites])
  const change = (made: (cites: Cite[]) => Cite[]) => {
    // Each change of a field or of the order is a step of undo, however soon it follows another.
    const editor = session.editor()
    editor?.view.dispatch(closeHistory(editor.state.tr))
    changeCitation(session, id, made)
  }
  const done = () => {
    closeCard()
    session.editor()?.view.focus()
  }
  return (
    <div ref={list}>
      {cites.map((cite, at) => (
        <CiteFields
          // oxlint-disable-next-line react/no-array-index-key -- the same passage may stand twice in a citation
          key={`${cite.passage} ${at}`}
          cite={cite}
          at={at}
          of={cites.length}
          onChange={(next) => change((all) => all.map((one, index) => (index === at ? next : one)))}
          onMove={(by) => {
            wanted.current = at + by
            change((all) => moved(all, at, by))
          }}
          onRemove={() => {
            wanted.current = at
            change((all) => all.filter((_one, index) => index !== at))
            if (cites.length === 1) done()
          }}
        />
      ))}
      <Button look="outlined" onClick={() => addToCitation(session, id)}>
        Add a passage
      </Button>
      <Button onClick={done}>Done</Button>
    </div>
  )
}

/** An editor that opens takes the focus into its first field. */
function useFocusInside(panel: RefObject<HTMLElement | null>, editing: boolean): void {
  useEffect(() => {
    if (editing) panel.current?.querySelector<HTMLElement>('input, select')?.focus()
  }, [editing, panel])
}

/** The card of the citation that the pointer or the selection is on. */
export function CitationCard({ session }: { session: MemoSession }) {
  const { chip, citation: shown, editing } = useCitationCard()
  const citations = useStore(session.store, (state) => state.citations)
  // A citation that was changed keeps its identifier; one that was deleted takes its card along.
  const citation = citations.find(({ id }) => id === shown?.id) ?? null
  // The editor may draw a changed citation anew: the card hangs from the chip that stands now.
  const anchor = citation ? (chip?.isConnected ? chip : chipOf(session.host, citation.id)) : null
  const panel = useFloating(anchor, 'bottom-start')
  useFocusInside(panel, editing)
  if (!anchor || !citation || !session.host.contains(anchor)) return null
  return (
    <div
      ref={panel}
      className="floating citation-card"
      role="dialog"
      aria-label={`Citation ${citations.indexOf(citation) + 1}`}
      onPointerEnter={holdCard}
      onPointerLeave={releaseCard}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
        closeCard()
        session.editor()?.view.focus()
      }}
    >
      {editing ? (
        <CitationEditor session={session} citation={citation} />
      ) : (
        <>
          {citation.cites.map((cite, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the same passage may stand twice in a citation
            <CiteView key={`${cite.passage} ${at}`} session={session} citation={citation} cite={cite} />
          ))}
          {session.editor() ? (
            <button type="button" className="link-button card-edit" onClick={() => editCitation(anchor)}>
              Edit citation
            </button>
          ) : null}
        </>
      )}
    </div>
  )
}
