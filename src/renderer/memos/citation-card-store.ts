// Which citation's card is open: after a moment over it with the pointer, at once when it is selected.
import { create } from 'zustand'
import { citationOfChip } from './citation-chip.ts'
import type { CitationAttributes } from '../../shared/memos.ts'

interface CardState {
  /** The chip that the card hangs from; null when no card is open. */
  chip: HTMLElement | null
  citation: CitationAttributes | null
  /** Whether its references are being edited: then the card stays until it is closed. */
  editing: boolean
}

/** In milliseconds: long enough to cross a line of text without cards, short enough not to wait. */
const delay = { open: 160, close: 220 }

const closed: CardState = { chip: null, citation: null, editing: false }

export const useCitationCard = create<CardState>(() => closed)

let waiting: ReturnType<typeof setTimeout> | undefined

function show(chip: HTMLElement | null): void {
  const citation = chip ? citationOfChip(chip) : null
  useCitationCard.setState(chip?.isConnected && citation ? { chip, citation, editing: false } : closed)
}

/** Follows the pointer and the selection; a card stays open while the pointer is on it. */
export function pointAtCitation(chip: HTMLElement | null, by: 'pointer' | 'selection'): void {
  // A change made in the card moves the selection; pointing elsewhere does not end the editing.
  if (useCitationCard.getState().editing) return
  if (by === 'selection' && chip === null && useCitationCard.getState().chip === null) return
  clearTimeout(waiting)
  if (by === 'selection') show(chip)
  else waiting = setTimeout(() => show(chip), chip ? delay.open : delay.close)
}

/** Opens a citation's card for editing, with the focus in it; false when there is no such chip. */
export function editCitation(chip: HTMLElement | null): boolean {
  const citation = chip ? citationOfChip(chip) : null
  if (!chip || !citation) return false
  clearTimeout(waiting)
  useCitationCard.setState({ chip, citation, editing: true })
  return true
}

/** The pointer is on the card. */
export const holdCard = (): void => clearTimeout(waiting)

/** The pointer left the card. */
export const releaseCard = (): void => pointAtCitation(null, 'pointer')

export function closeCard(): void {
  clearTimeout(waiting)
  useCitationCard.setState(closed)
}
