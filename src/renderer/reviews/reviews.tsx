// Beside the checks: the sentences that rest on what is no longer as it was cited, each decided by one key.
import { ChevronDown, ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Review } from '../../shared/reviews.ts'
import { matchesKeys, onMac } from '../commands/keys.ts'
import { Button } from '../interface/button.tsx'
import { GridList } from '../interface/grid-list.tsx'
import { Keys } from '../interface/keys.tsx'
import { closeCard } from '../memos/citation-card-store.ts'
import { goToCitation } from '../memos/go-to-citation.ts'
import type { MemoSession } from '../memos/memo-session.ts'
import { accept, drop, keep, takeUp, undoDecision } from './decide.ts'
import { ReviewDetail } from './review-detail.tsx'
import { reviewKeyOf, reviewWords } from './review-words.ts'
import { openReviews, toggleReviews, useReviewsPanel } from './reviews-panel-store.ts'
import './reviews.css'
import { useReviewMarks, useReviews, waiting } from './use-reviews.ts'

interface ReasonProps {
  onKeep: (reason: string) => void
  onDone: () => void
}

function ReasonField({ onKeep, onDone }: ReasonProps) {
  const [reason, setReason] = useState('')
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') onKeep(reason.trim())
    else if (event.key === 'Escape') onDone()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="checks-reason">
      <input
        className="text-field"
        aria-label="Why the sentence is kept as written"
        placeholder="Why it stands as written (may stay empty)"
        maxLength={1000}
        value={reason}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for by a key and is gone after one
        autoFocus
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Button look="outlined" onClick={() => onKeep(reason.trim())}>
        Keep
      </Button>
      <Button onClick={onDone}>Cancel</Button>
    </div>
  )
}

function ReviewLine({ review }: { review: Review }) {
  const { kept, sentence, number } = review
  return (
    <div className={kept === null ? 'review-line' : 'review-line review-kept'}>
      <span className="review-number">{number}</span>
      <span className="review-sentence">{sentence || `Citation ${number}`}</span>
      <span className="review-why">{kept === null ? reviewWords(review) : `Kept as written${kept === '' ? '' : `: ${kept}`}`}</span>
    </div>
  )
}

interface ActionsProps {
  chosen: Review[]
  onGo: () => void
  onAccept: () => void
  onKeep: () => void
  onDrop: () => void
}

function Actions({ chosen, onGo, onAccept, onKeep, onDrop }: ActionsProps) {
  const none = chosen.length === 0
  const areKept = !none && chosen.every(({ kept }) => kept !== null)
  return (
    <p className="checks-keys review-keys">
      <Button disabled={none} onClick={onAccept}>
        Accept <Keys keys="a" />
      </Button>
      <Button disabled={none} onClick={onKeep}>
        {areKept ? 'Review again' : 'Keep …'} <Keys keys="k" />
      </Button>
      <Button disabled={none} onClick={onDrop}>
        Drop <Keys keys="d" />
      </Button>
      <Button disabled={none} onClick={onGo}>
        Go to it <Keys keys="Enter" />
      </Button>
    </p>
  )
}

function List({ session, reviews }: { session: MemoSession; reviews: Review[] }) {
  const box = useRef<HTMLDivElement>(null)
  const [chosenKeys, setChosenKeys] = useState<ReadonlySet<string>>(new Set())
  const [asking, setAsking] = useState<Review[] | null>(null)
  const asked = useReviewsPanel((panel) => panel.asked)
  const focusList = () => box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  useEffect(() => {
    if (asked === 0) return
    // The card of a selected citation would lie over the list.
    closeCard()
    box.current?.querySelector<HTMLElement>('[role="grid"]')?.focus()
  }, [asked])
  const chosen = reviews.filter((review) => chosenKeys.has(reviewKeyOf(review)))
  const back = () => {
    setAsking(null)
    focusList()
  }
  const onKeep = () => {
    if (chosen.every(({ kept }) => kept !== null)) takeUp(session, chosen)
    else setAsking(chosen)
  }
  const decided = (decide: (of: MemoSession, reviews: Review[]) => void) => {
    decide(session, chosen)
    focusList()
  }
  const onGo = () => chosen[0] && goToCitation(session, chosen[0].citation)
  // Before the list's type-ahead, which would take the letters.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (asking) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    const key = event.key.toLowerCase()
    if (matchesKeys(event.nativeEvent, 'Mod+Z', onMac)) {
      if (!undoDecision(session)) return
    } else if (!isPlain || chosen.length === 0) return
    else if (key === 'a') accept(session, chosen)
    else if (key === 'k') onKeep()
    else if (key === 'd') drop(session, chosen)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const [first] = chosen
  return (
    <div ref={box} className="checks-list review-list" id="memo-reviews" onKeyDownCapture={onKeyDownCapture}>
      <GridList
        label="Needs review"
        rows={reviews}
        keyOf={reviewKeyOf}
        textOf={(review) => `${review.sentence}: ${reviewWords(review)}`}
        rowHeight={44}
        onOpen={(review) => goToCitation(session, review.citation)}
        onPreview={() => undefined}
        onDelete={(rows) => drop(session, rows)}
        onChoose={(rows) => setChosenKeys(new Set(rows.map(reviewKeyOf)))}
      >
        {(review) => <ReviewLine review={review} />}
      </GridList>
      {reviews.length === 0 ? <p className="note">Everything that this memo cites is as it was cited.</p> : null}
      {first ? <ReviewDetail review={first} /> : null}
      {asking ? (
        <ReasonField
          onKeep={(reason) => {
            keep(session, asking, reason)
            back()
          }}
          onDone={back}
        />
      ) : (
        <Actions
          chosen={chosen}
          onGo={onGo}
          onAccept={() => decided(accept)}
          onKeep={onKeep}
          onDrop={() => decided(drop)}
        />
      )}
    </div>
  )
}

/** The footer `Needs review n`: absent while nothing was ever to review, closed a line, open a list. */
export function Reviews({ session }: { session: MemoSession }) {
  const reviews = useReviews(session)
  useReviewMarks(session, reviews)
  const open = useReviewsPanel((panel) => panel.open)
  const left = waiting(reviews).length
  const Chevron = open ? ChevronDown : ChevronRight
  if (reviews.length === 0 && !open) return null
  return (
    <footer className="evidence" aria-label="Needs review">
      <button
        type="button"
        className="evidence-head"
        aria-expanded={open}
        aria-controls={open ? 'memo-reviews' : undefined}
        onClick={toggleReviews}
      >
        <Chevron size={14} strokeWidth={1.5} aria-hidden="true" />
        <b className={left > 0 ? 'evidence-weak' : undefined}>Needs review {left}</b>
      </button>
      {open ? <List session={session} reviews={reviews} /> : null}
    </footer>
  )
}

/** In the memo's head: how many sentences wait; nothing while none does. */
export function ReviewCount({ session }: { session: MemoSession }) {
  const left = waiting(useReviews(session)).length
  if (left === 0) return null
  return (
    <button
      type="button"
      className="memo-line-button review-count"
      onClick={openReviews}
    >
      {left} to review
    </button>
  )
}
