// The reviews of an open memo, and the marks that they put at its citations.
import { useEffect } from 'react'
import type { Review } from '../../shared/reviews.ts'
import type { MemoSession } from '../memos/memo-session.ts'
import { useCall } from '../queries.ts'

const none: Review[] = []

/** In the memo's order, kept ones among them; empty until the first answer. */
export function useReviews(session: MemoSession): Review[] {
  const found = useCall('reviews', 'list', { memo: session.memo }).data ?? none
  return found[0] && found[0].memo !== session.memo ? none : found
}

/** Those that wait for a decision. */
export const waiting = (reviews: readonly Review[]): Review[] => reviews.filter(({ kept }) => kept === null)

/** Marks the citations of a memo that need review. */
export function useReviewMarks(session: MemoSession, reviews: readonly Review[]): void {
  useEffect(() => {
    session.store.setState({ toReview: new Set(waiting(reviews).map(({ citation }) => citation)) })
    session.repaint()
  }, [session, reviews])
}
