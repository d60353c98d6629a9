// Which citation's card is open: after a moment over it with the pointer, at once when it is selected.
import { create } from 'zustand'
import { citationOfChip } from './citation-chip.ts'
import type { CitationAttributes } from '../../shared/memos.ts'

interface CardState {
  /** The chip that the card hangs from; null when no card is open. */
  chip: HTMLElement | null
  citation: CitationAttributes | null
}

/** In milliseconds: long enough to cross a line of text without cards, short enough not to wait. */
const delay = { open: 160, close: 220 }

const closed: CardState = { chip: null, citation: null }

export const useCitationCard = create<CardState>(() => closed)

let waiting: ReturnType<typeof setTimeout> | undefined

function show(chip: HTMLElement | null): void {
  const citation = chip ? citationOfChip(chip) : null
  useCitationCard.setState(chip?.isConnected && citation ? { chip, citation } : closed)
}

/** Follows the pointer and the selection; a card stays open while the pointer is on it. */
export function pointAtCitation(chip: HTMLElement | null, by: 'pointer' | 'selection'): void {
  if (by === 'selection' && chip === null && useCitationCard.getState().chip === null) return
  clearTimeout(waiting)
  if (by === 'selection') show(chip)
  else waiting = setTimeout(() => show(chip), chip ? delay.open : delay.close)
}

/** The pointer is on the card. */
export const holdCard = (): void => clearTimeout(waiting)

/** The pointer left the card. */
export const releaseCard = (): void => pointAtCitation(null, 'pointer')

export function closeCard(): void {
  clearTimeout(waiting)
  useCitationCard.setState(closed)
}
