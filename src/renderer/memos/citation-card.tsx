// The card over a citation: its quotation within its paragraph, where it comes from, and whether it still stands.
import { useStore } from 'zustand'
import type { Span } from '../../shared/passages.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import { api } from '../api.ts'
import { showPartialDate } from '../history/show-instant.ts'
import { Button } from '../interface/button.tsx'
import { act } from '../notices/notices.ts'
import { useCall } from '../queries.ts'
import { closeCard, holdCard, releaseCard, useCitationCard } from './citation-card-store.ts'
import { citationState } from './citation-chip.ts'
import { useFloating } from './floating.ts'
import type { MemoSession } from './memo-session.ts'
import { openCitation } from './open-citation.ts'
import { usePassageBook } from './passage-book.ts'
import { quoteAnew } from './quote-anew.ts'

/** Text with some spans of it marked; spans are in order and do not overlap. */
export function MarkedText({ text, spans }: { text: string; spans: readonly Span[] }) {
  const parts = spans.map(({ start, end }, index) => (
    <span key={start}>
      {text.slice(spans[index - 1]?.end ?? 0, start)}
      <mark>{text.slice(start, end)}</mark>
    </span>
  ))
  return (
    <>
      {parts}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  )
}

/** The line under a quotation: source, container, paragraph, date, grade. What is unknown is said to be. */
export function SourceLine({ passage }: { passage: PassageDetail }) {
  const { containerTitle, sourceTitle, authors, paragraphNumber, issued, reliability } = passage
  const facts = [
    authors || null,
    containerTitle,
    `¶ ${paragraphNumber}`,
    issued ? showPartialDate(issued) : 'no date',
    reliability ? `Reliability ${reliability}` : null,
  ]
  return (
    <p className="card-source">
      <b>{sourceTitle || 'Untitled source'}</b>
      <span>{facts.filter((fact) => fact !== null).join(' · ')}</span>
    </p>
  )
}

function GoneCard({ session, citation }: { session: MemoSession; citation: CitationAttributes }) {
  const undo = useCall('history', 'state', {}).data?.undo ?? null
  return (
    <>
      <blockquote className="card-paragraph">“{citation.quote}”</blockquote>
      <p className="card-warning">This passage was deleted. The memo keeps its words.</p>
      {undo === null ? null : (
        <Button
          look="outlined"
          onClick={() => {
            void act(() => api.history.undo({}))
            session.editor()?.view.focus()
          }}
        >
          Undo: {undo}
        </Button>
      )}
    </>
  )
}

interface ChangedProps {
  session: MemoSession
  citation: CitationAttributes
  passage: PassageDetail
}

function ChangedNote({ session, citation, passage }: ChangedProps) {
  if (passage.state === 'review') {
    return <p className="card-warning">The text of this source was corrected and this passage was not found again. It waits for review in the Reader.</p>
  }
  return (
    <>
      <p className="card-warning">The passage was changed since it was cited. The memo quotes: “{citation.quote}”</p>
      <Button look="outlined" onClick={() => quoteAnew(session, citation, passage)}>
        Quote the new words
      </Button>
    </>
  )
}

/** The card of the citation that the pointer or the selection is on. */
export function CitationCard({ session }: { session: MemoSession }) {
  const { chip, citation: shown } = useCitationCard()
  const citations = useStore(session.store, (state) => state.citations)
  // A citation that was renewed keeps its identifier; one that was deleted takes its card along.
  const citation = citations.find(({ id }) => id === shown?.id) ?? null
  const passage = usePassageBook((book) => (citation ? book.details.get(citation.passage) : undefined))
  const panel = useFloating(citation ? chip : null, 'bottom-start')
  if (!chip || !citation || !session.host.contains(chip)) return null
  const number = citations.indexOf(citation) + 1
  const state = citationState(citation, passage)
  return (
    <div
      ref={panel}
      className="floating citation-card"
      role="dialog"
      aria-label={`Citation ${number}`}
      onPointerEnter={holdCard}
      onPointerLeave={releaseCard}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        closeCard()
        session.editor()?.view.focus()
      }}
    >
      {passage ? (
        <>
          <blockquote className="card-paragraph">
            <MarkedText text={passage.paragraph} spans={passage.paragraphSpans} />
          </blockquote>
          <SourceLine passage={passage} />
          {state === 'changed' ? <ChangedNote session={session} citation={citation} passage={passage} /> : null}
          <button type="button" className="link-button" onClick={() => void openCitation(citation)}>
            Open in the Reader
          </button>
        </>
      ) : passage === null ? (
        <GoneCard session={session} citation={citation} />
      ) : (
        <blockquote className="card-paragraph">“{citation.quote}”</blockquote>
      )}
    </div>
  )
}
