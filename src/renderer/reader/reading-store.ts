// What the reader of the open source is doing: selection, the passage in hand, the form after a tag, the search.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind, TagResult } from '../../shared/items.ts'
import type { Span } from '../../shared/passages.ts'
import type { ReadingSelection } from './reading-selection.ts'

/** The popover that takes the statement of a tag just made. `done` ends when the core has made it, undefined when it failed. */
export interface TagForm {
  kind: Exclude<ItemKind, 'note'>
  spans: Span[]
  quote: string
  done: Promise<TagResult | undefined>
}

/** The remark on one tag that is being written. */
export interface RemarkForm {
  tag: Id
  spans: Span[]
  comment: string
}

/** The search within the text. `at` is the index of the match that is shown, -1 for none; `from` where it was begun. */
export interface FindState {
  query: string
  matches: Span[]
  at: number
  from: number
}

/** A link of the text that was clicked. */
export interface LinkOffer {
  href: string
  span: Span
}

/** The toolbar comes at once after the mouse, after a pause while reading by keys, and not after a tag. */
export type Offer = 'now' | 'soon' | 'never'

interface Reading {
  selection: ReadingSelection | null
  /** The stored passage whose tags and bounds the keys act on. */
  passage: Id | null
  /** The passages that Tab and repeated clicks go through, in that order. */
  ring: Id[]
  /** When the toolbar shows itself beside the selection. */
  offer: Offer
  /** Where moving begins while nothing is selected: the last click; null for the first visible character. */
  origin: number | null
  form: TagForm | null
  picking: boolean
  remark: RemarkForm | null
  find: FindState | null
  link: LinkOffer | null
  /** Spans that light up for a moment because a citation or a search opened them. */
  flash: Span[]
  /** Said to screen readers. */
  announcement: string
}

const nothing: Reading = {
  selection: null,
  passage: null,
  ring: [],
  offer: 'never',
  origin: null,
  form: null,
  picking: false,
  remark: null,
  find: null,
  link: null,
  flash: [],
  announcement: '',
}

/** Only one source is read at a time, so that one store is enough; opening another starts it afresh. */
export const useReading = create<Reading>(() => ({ ...nothing }))

/** Forgets everything, as when another source is opened. */
export const startReading = (): void => useReading.setState({ ...nothing })

interface SelectOptions {
  /** The passage in hand; none unless told. */
  passage?: Id
  ring?: Id[]
  offer?: Offer
}

/** Selects, or with null lets go. Whatever was open beside the text closes. */
export function select(selection: ReadingSelection | null, { passage, ring, offer }: SelectOptions = {}): void {
  useReading.setState({
    selection,
    passage: passage ?? null,
    ring: ring ?? [],
    offer: selection ? (offer ?? (selection.by === 'pointer' ? 'now' : 'soon')) : 'never',
    form: null,
    picking: false,
    remark: null,
    link: null,
    find: null,
  })
}

/** Says something to people who use a screen reader. */
export const announce = (announcement: string): void => useReading.setState({ announcement })
