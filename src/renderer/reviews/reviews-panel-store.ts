// Whether the panel `Needs review` is open, and whether it was asked for by key and so takes the focus.
import { create } from 'zustand'

interface ReviewsPanel {
  open: boolean
  /** Counts how often the focus was asked for. */
  asked: number
}

export const useReviewsPanel = create<ReviewsPanel>(() => ({ open: false, asked: 0 }))

/** Opens the panel and puts the focus into its list. */
export const openReviews = (): void => useReviewsPanel.setState(({ asked }) => ({ open: true, asked: asked + 1 }))

export const toggleReviews = (): void => useReviewsPanel.setState(({ open }) => ({ open: !open }))
