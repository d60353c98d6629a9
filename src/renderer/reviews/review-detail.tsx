// What became of the passages behind a sentence: each change with what was before and what is now.
import type { CitedChange, Review } from '../../shared/reviews.ts'
import { diffTexts } from '../../shared/text-diff.ts'
import { MarkedText } from '../memos/cite-view.tsx'
import { changeWords, isOfWords } from './review-words.ts'

/** Quotations longer than this are shown without marking what differs. */
const longest = 4000

function Words({ before, after }: { before: string; after: string }) {
  const changes = before.length + after.length > longest ? [] : diffTexts(before, after)
  return (
    <>
      <p className="review-side">
        <span className="review-when">Before</span>
        <span className="review-quote review-before">
          “<MarkedText text={before} spans={changes.filter(({ start, end }) => start < end)} />”
        </span>
      </p>
      <p className="review-side">
        <span className="review-when">After</span>
        <span className="review-quote review-after">
          “
          <MarkedText
            text={after}
            spans={changes.filter(({ newStart, newEnd }) => newStart < newEnd).map(({ newStart, newEnd }) => ({ start: newStart, end: newEnd }))}
          />
          ”
        </span>
      </p>
    </>
  )
}

function Change({ change }: { change: CitedChange }) {
  const { before, after, about } = change
  const isLost = before !== null && after === null && change.kind !== 'reinstated' && change.kind !== 'reliability' && change.kind !== 'credibility'
  return (
    <li>
      <p className="review-change">
        {changeWords(change)}
        {about ? <span className="review-about"> {about}</span> : null}
      </p>
      {isOfWords(change) && before !== null && after !== null ? <Words before={before} after={after} /> : null}
      {isLost ? (
        <p className="review-side">
          <span className="review-when">Before</span>
          <span className="review-quote">“{before}”</span>
        </p>
      ) : null}
    </li>
  )
}

/** The changes of one review, the source first. */
export function ReviewDetail({ review }: { review: Review }) {
  return (
    <div className="review-detail" role="region" aria-label="Before and after" tabIndex={0}>
      {review.sourceTitle ? <p className="review-source">{review.sourceTitle}</p> : null}
      <ul>
        {review.changes.map((change) => (
          <Change key={`${change.kind} ${change.about ?? ''}`} change={change} />
        ))}
      </ul>
    </div>
  )
}
