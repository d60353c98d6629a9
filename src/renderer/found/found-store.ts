// The list of passages beside the text: what it is of, what it holds, and which one was opened last.
import { create } from 'zustand'
import type { CodeQuery } from '../../shared/code-queries.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageLine } from '../../shared/passages.ts'
import { useDesk } from '../desk/desk-store.ts'

/** Where a list comes from: it is asked for again when something changes. */
export type FoundOf = { query: CodeQuery } | { items: Id[] } | { search: string }

interface Found {
  /** Null until something was listed. */
  of: FoundOf | null
  /** What the list is of, in words. A query's own words are known once it has been answered. */
  title: string
  lines: readonly PassageLine[]
  /** The tag of the line that was opened last. */
  current: Id | null
}

export const useFound = create<Found>(() => ({ of: null, title: '', lines: [], current: null }))

/** Brings the list to the side column. */
export function showList(): void {
  useDesk.setState({ found: true })
  useDesk.getState().show('library')
}

/** Shows a list in the side column, left of the text. */
export function showFound(of: FoundOf, title: string): void {
  useFound.setState({ of, title, lines: [], current: null })
  showList()
}

/** Gives the side column back to the Library; the list can still be gone through by keys. */
export const putFoundAway = (): void => useDesk.setState({ found: false })
