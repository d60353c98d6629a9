// The source lists of the open memos as their styles write them, and where the writer has placed one.
import { create } from 'zustand'
import type { StyledRun } from '../../shared/citations.ts'

interface Bibliographies {
  /** By the element that a memo's editor lives in. */
  entries: ReadonlyMap<Element, StyledRun[][]>
  /** The elements of those whose text holds a source list. */
  placed: ReadonlySet<Element>
}

export const useBibliographies = create<Bibliographies>(() => ({ entries: new Map(), placed: new Set() }))

/** Keeps the list of a memo for the source list in its text. */
export const keepBibliography = (host: Element, list: StyledRun[][]): void =>
  useBibliographies.setState(({ entries }) => ({ entries: new Map([...entries, [host, list]]) }))

/** Tells whether a memo's text holds a source list. */
export function placeBibliography(host: Element, isPlaced: boolean): void {
  useBibliographies.setState(({ placed }) => {
    const next = new Set(placed)
    if (isPlaced) next.add(host)
    else next.delete(host)
    return { placed: next }
  })
}
