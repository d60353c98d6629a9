// Below the text: what the memo rests on, citation by citation; a click goes to its place.
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useMemo, useRef, useState, type DragEvent, type HTMLAttributes } from 'react'
import { useStore } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes, CitationState, Cite } from '../../shared/memos.ts'
import { useCommands, type Command } from '../commands/command-registry.ts'
import { placeWords } from '../interface/place-words.ts'
import { citeState, sourceName, type Known } from './citation-chip.ts'
import { numbersIn } from './citations-plugin.ts'
import { dragItems, startLink } from '../links/linking.ts'
import { goToCitation } from './go-to-citation.ts'
import { say } from '../notices/notices.ts'
import type { MemoSession } from './memo-session.ts'
import { isInText } from './note-style.ts'
import { knownPassage, usePassageBook } from './passage-book.ts'

const rowHeight = 28

const stateWords: Record<CitationState, string> = { current: '', changed: 'changed', gone: 'deleted' }

/** A reference of a citation, as the list shows it. */
interface EvidenceLine {
  citation: CitationAttributes
  number: number
  cite: Cite
  at: number
}

const linesOf = (citations: readonly CitationAttributes[], numbers: ReadonlyMap<Id, number>): EvidenceLine[] =>
  citations.flatMap((citation) => citation.cites.map((cite, at) => ({ citation, number: numbers.get(citation.id) ?? 0, cite, at })))

/** The numbers that the chips of a session bear. */
function useNumbers({ store, editor, host }: MemoSession): ReadonlyMap<Id, number> {
  const citations = useStore(store, (state) => state.citations)
  // Given anew with each answer about the style.
  const texts = useStore(store, (state) => state.chipTexts)
  return useMemo(() => {
    const open = citations && texts ? editor() : null
    return open ? numbersIn(open.state, isInText(host)) : new Map()
  }, [citations, texts, editor, host])
}

const itemsOf = (known: Known): Id[] => [...new Set(known?.tags.map(({ item }) => item))]

/** Dragged onto an item it begins a link, and into a text it is cited once more. */
function dragging(cite: Cite, known: Known): HTMLAttributes<HTMLElement> {
  const items = itemsOf(known)
  const drag = items.length > 0 ? dragItems(items) : {}
  return {
    ...drag,
    draggable: true,
    onDragStart: (event) => {
      drag.onDragStart?.(event as DragEvent<HTMLElement>)
      event.dataTransfer.setData('application/x-groundwork-passage', cite.passage)
      event.dataTransfer.setData('text/plain', cite.quote)
      event.dataTransfer.effectAllowed = items.length > 0 ? 'copyLink' : 'copy'
    },
  }
}

const rowInFocus = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('.evidence-row') ?? null

/** `L` on a row asks for the item that its own is linked to. */
function linkRow(): void {
  const row = rowInFocus()
  const from = itemsOf(knownPassage(row?.dataset.passage ?? ''))
  if (!row) return
  if (from.length === 0) return say('This passage has no tag, so there is nothing to link. Tag it in the Reader first.')
  const { left, bottom } = row.getBoundingClientRect()
  startLink({ from, to: null, x: left, y: bottom })
}

const evidenceCommands: Command[] = [
  { name: 'evidence.link', title: 'Link the cited passage’s item…', group: 'Tag', keys: ['l', 'Alt+L'], place: 'memo', enabled: () => rowInFocus() !== null, run: linkRow },
]

interface RowProps {
  cite: Cite
  number: number
  known: Known
  onGo: () => void
}

function Row({ cite, number, known, onGo }: RowProps) {
  const state = citeState(cite, known)
  return (
    <button type="button" className="evidence-row" data-state={state} data-passage={cite.passage} {...dragging(cite, known)} onClick={onGo}>
      <span className="cite evidence-number" data-state={state}>
        {number}
      </span>
      <span className="evidence-quote">“{cite.quote}”</span>
      <span className="evidence-source">
        {known ? `${sourceName(known)}, ${placeWords(known)}` : ''}
        {state === 'current' ? '' : <b>{stateWords[state]}</b>}
      </span>
    </button>
  )
}

function List({ session, citations }: { session: MemoSession; citations: CitationAttributes[] }) {
  const scroll = useRef<HTMLDivElement>(null)
  const details = usePassageBook((book) => book.details)
  const numbers = useNumbers(session)
  const lines = useMemo(() => linesOf(citations, numbers), [citations, numbers])
  // oxlint-disable-next-line react/incompatible-library -- nothing here is compiled for memoisation
  const rows = useVirtualizer({
    count: lines.length,
    estimateSize: () => rowHeight,
    getScrollElement: () => scroll.current,
    overscan: 8,
  })
  return (
    <div ref={scroll} className="evidence-scroll" id="memo-evidence">
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          if (!line) return null
          const { citation, cite, number, at } = line
          return (
            <li
              key={`${citation.id} ${at}`}
              style={{ translate: `0 ${start}px` }}
              aria-setsize={lines.length}
              aria-posinset={index + 1}
            >
              <Row
                cite={cite}
                number={number}
                known={details.get(cite.passage)}
                onGo={() => goToCitation(session, citation.id)}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** The footer `Evidence n`: closed it is a line, open a list. */
export function Evidence({ session }: { session: MemoSession }) {
  const citations = useStore(session.store, (state) => state.citations)
  const [open, setOpen] = useState(false)
  useCommands(evidenceCommands)
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <footer className="evidence" aria-label="Evidence">
      <button
        type="button"
        className="evidence-head"
        aria-expanded={open}
        aria-controls={open ? 'memo-evidence' : undefined}
        onClick={() => setOpen(!open)}
      >
        <Chevron size={14} strokeWidth={1.5} aria-hidden="true" />
        <b>Evidence {citations.length}</b>
      </button>
      {open && citations.length > 0 ? <List session={session} citations={citations} /> : null}
      {open && citations.length === 0 ? (
        <p className="note">Type @ in the text, or press M on a passage in the Reader, to cite it.</p>
      ) : null}
    </footer>
  )
}
