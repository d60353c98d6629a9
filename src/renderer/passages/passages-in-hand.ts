// The passages chosen in one of the lists: what the bulk operations work on. Choosing in another list ends it.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageLine } from '../../shared/passages.ts'

export type BulkMenu = 'move' | 'retag' | 'export'

interface PassagesInHand {
  /** The key of the list; null while nothing is chosen anywhere. */
  list: string | null
  /** What the list is of, in words: the title of what is exported. */
  title: string
  lines: readonly PassageLine[]
  /** Tags. */
  chosen: ReadonlySet<Id>
  /** Where a range began. */
  anchor: Id | null
  /** Which menu of the bar is open. */
  menu: BulkMenu | null
}

const nothing: PassagesInHand = { list: null, title: '', lines: [], chosen: new Set(), anchor: null, menu: null }

export const usePassagesInHand = create<PassagesInHand>(() => nothing)

/** A list by its key and its words, with the lines that it has now. */
export interface ChoosingList {
  list: string
  title: string
  lines: readonly PassageLine[]
}

const chosenIn = ({ list }: ChoosingList): ReadonlySet<Id> => {
  const state = usePassagesInHand.getState()
  return state.list === list ? state.chosen : new Set()
}

/** Chooses exactly these. */
export function choose(of: ChoosingList, tags: Iterable<Id>, anchor: Id | null = null): void {
  const chosen = new Set(tags)
  usePassagesInHand.setState(chosen.size === 0 ? nothing : { ...of, chosen, anchor, menu: null })
}

/** Chooses a line or lets it go. */
export function toggle(of: ChoosingList, tag: Id): void {
  const chosen = new Set(chosenIn(of))
  if (!chosen.delete(tag)) chosen.add(tag)
  choose(of, chosen, tag)
}

/** Chooses every line from where the last choice was made to this one, besides what is chosen. */
export function chooseTo(of: ChoosingList, tag: Id): void {
  const from = chosenIn(of).size > 0 ? of.lines.findIndex((line) => line.tag === usePassagesInHand.getState().anchor) : -1
  const to = of.lines.findIndex((line) => line.tag === tag)
  if (to < 0) return
  const range = of.lines.slice(Math.min(from < 0 ? to : from, to), Math.max(from, to) + 1)
  choose(of, [...chosenIn(of), ...range.map((line) => line.tag)], from < 0 ? tag : usePassagesInHand.getState().anchor)
}

/** Lets go of all. */
export const letGo = (): void => usePassagesInHand.setState(nothing)

/** The list has other lines now: what is gone from it is no longer chosen. */
export function follow(of: ChoosingList): void {
  const { list, chosen, lines } = usePassagesInHand.getState()
  if (list !== of.list || lines === of.lines) return
  const there = new Set(of.lines.map((line) => line.tag))
  const kept = [...chosen].filter((tag) => there.has(tag))
  usePassagesInHand.setState(kept.length === 0 ? nothing : { ...of, chosen: new Set(kept) })
}

/** The chosen tags in the order of their list. */
export function tagsInHand(): Id[] {
  const { lines, chosen } = usePassagesInHand.getState()
  return lines.filter((line) => chosen.has(line.tag)).map((line) => line.tag)
}

/** How many lines of a list are chosen. */
export const useChosen = (list: string): ReadonlySet<Id> | null => usePassagesInHand((state) => (state.list === list ? state.chosen : null))
