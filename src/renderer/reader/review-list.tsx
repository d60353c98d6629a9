// The passages that a correction touched, one below the other: what each was, what it is, and a key to settle it.
import { X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageReview } from '../../shared/passages.ts'
import { diffTexts } from '../../shared/text-diff.ts'
import { useDesk } from '../desk/desk-store.ts'
import { Button, IconButton } from '../interface/button.tsx'
import { useCall } from '../queries.ts'
import { useCorrecting } from './correcting-store.ts'
import type { ReadingSession } from './reading-session.ts'
import { closeReview, confirmPassage, detachPassage, placePassage, useReviewed } from './reviewing.ts'
import './correcting.css'

/** Shows while passages of the open source are being reviewed. */
export function ReviewList({ session }: { session: ReadingSession }) {
  const open = useCorrecting((correcting) => correcting.reviewing === session.source)
  const waiting = useCall('passages', 'review', open ? { source: session.source } : null).data
  if (!open || !waiting || waiting.length === 0) return null
  return <Reviews session={session} waiting={waiting} />
}

function Reviews({ session, waiting }: { session: ReadingSession; waiting: PassageReview[] }) {
  const list = useRef<HTMLOListElement>(null)
  const [index, setIndex] = useState(0)
  const at = Math.min(index, waiting.length - 1)
  const current = waiting[at]?.passage ?? null
  useReviewed(current)
  useEffect(() => {
    const { activeElement } = document
    const free = activeElement === null || activeElement === document.body || activeElement.closest('[data-pane="reader"]') !== null
    const entry = [...(list.current?.children ?? [])].find((row) => row.id === `review-${current}`)
    if (free) entry?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
    entry?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !current) return
    const onButton = event.target instanceof HTMLButtonElement
    const key = event.key.toLowerCase()
    if (key === 'arrowdown' || key === 'j') setIndex(Math.min(waiting.length - 1, at + 1))
    else if (key === 'arrowup' || key === 'k') setIndex(Math.max(0, at - 1))
    else if (key === 'y' || (key === 'enter' && !onButton)) confirmPassage(current)
    else if (key === 'x' || key === 'delete') detachPassage(current)
    else if (key === 'p') placePassage(session)
    else if (key === 'escape') closeReview(session)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <section className="review" aria-label="Passages to review" onKeyDown={onKeyDown}>
      <header className="review-head">
        <h2>{waiting.length === 1 ? '1 passage to review' : `${waiting.length.toLocaleString()} passages to review`}</h2>
        <p>To move one, select its words in the text and press P.</p>
        <IconButton icon={X} label="Close the review" keys="Escape" onClick={() => closeReview(session)} />
      </header>
      <ol ref={list} className="review-list">
        {waiting.map((review, row) => (
          <li key={review.passage} id={`review-${review.passage}`}>
            <Entry session={session} review={review} current={row === at} onTake={() => setIndex(row)} />
          </li>
        ))}
      </ol>
    </section>
  )
}

interface EntryProps {
  session: ReadingSession
  review: PassageReview
  current: boolean
  onTake: () => void
}

function Entry({ session, review, current, onTake }: EntryProps) {
  const { passage, before, after, state, tags, citedIn } = review
  const take = () => {
    onTake()
    const span = after?.spans[0]
    if (span) useDesk.getState().openSource(session.source, { span })
  }
  const label = `${state === 'placed' ? 'Changed' : 'Not placed'}: “${before.quote}”`
  return (
    <article className="review-entry" aria-label={label} aria-current={current} tabIndex={current ? 0 : -1} onFocus={(event) => event.target === event.currentTarget && take()} onClick={take}>
      <Words review={review} />
      <p className="review-facts">
        {[...tags.map((tag) => tag.label), citedIn.length > 0 ? `cited in ${citedIn.map((memo) => memo.title || 'Untitled memo').join(', ')}` : ''].filter((fact) => fact !== '').join(' · ')}
      </p>
      {current ? (
        <div className="review-actions">
          <Button look="outlined" disabled={!after} onClick={() => confirmPassage(passage)}>
            Confirm <kbd className="keys">Y</kbd>
          </Button>
          <Button look="outlined" onClick={() => placePassage(session)}>
            Move to selection <kbd className="keys">P</kbd>
          </Button>
          <Button look="danger" onClick={() => detachPassage(passage)}>
            Detach <kbd className="keys">X</kbd>
          </Button>
        </div>
      ) : null}
    </article>
  )
}

/** Both wordings as one, with what went struck out and what came underlined. */
function Words({ review: { before, after, state } }: { review: PassageReview }) {
  if (!after) {
    return (
      <p className="review-words" dir="auto">
        “{before.quote}” <b>No place was found for it in the corrected text.</b>
      </p>
    )
  }
  const pieces = piecesOf(before.quote, after.quote)
  return (
    <p className="review-words" dir="auto">
      “
      {pieces.map(({ kind, words }, at) => (kind === 'same' ? <span key={at}>{words}</span> : kind === 'gone' ? <del key={at}>{words}</del> : <ins key={at}>{words}</ins>))}”
      {state === 'review' ? <b> It may belong here; nobody can tell for sure.</b> : null}
    </p>
  )
}

type Piece = { kind: 'same' | 'gone' | 'new'; words: string }

function piecesOf(before: string, after: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end, newStart, newEnd } of diffTexts(before, after)) {
    pieces.push({ kind: 'same', words: before.slice(at, start) }, { kind: 'gone', words: before.slice(start, end) }, { kind: 'new', words: after.slice(newStart, newEnd) })
    at = end
  }
  return [...pieces, { kind: 'same' as const, words: before.slice(at) }].filter(({ words }) => words !== '')
}

/** In the source's head: the way into the correction, and into the review while passages wait. */
export function CorrectionFacts({ source }: { source: Id }) {
  const waiting = useCall('passages', 'review', { source }).data?.length ?? 0
  if (waiting === 0) return null
  return (
    <button type="button" className="reader-fact review-fact" onClick={() => useCorrecting.setState({ reviewing: source })}>
      <b>{waiting === 1 ? '1 passage to review' : `${waiting.toLocaleString()} passages to review`}</b>
    </button>
  )
}
