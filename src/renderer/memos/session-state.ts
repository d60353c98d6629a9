// What a view needs to know of an open memo, and where it is kept.
import { createStore, type StoreApi } from 'zustand'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { CitationAttributes, MemoHead } from '../../shared/memos.ts'
import type { ChipTexts } from './citation-chip.ts'
import type { SaveState } from './autosave.ts'

/** Where a memo is: being fetched, open for writing, shown only, deleted, or not to be had. */
export type Phase = 'loading' | 'editing' | 'read-only' | 'gone' | 'failed'

export interface SessionState {
  phase: Phase
  /** The head as it stands in the window, saved or not; null until it was fetched. */
  head: MemoHead | null
  /** For `read-only` what is not known, in words that fit after "it holds"; for `failed` a sentence. */
  problem: string | null
  /** For `read-only` the words as far as they can be read. */
  plain: string
  /** Whether the text has so many blocks that those out of sight are not laid out. */
  isLong: boolean
  saving: SaveState
  savedAt: Instant | null
  /** In reading order; the first is number 1. */
  citations: CitationAttributes[]
  /** What the memo's style puts in place of the numbers; empty for styles that number. */
  chipTexts: ChipTexts
  /** The citations whose sentences wait for review. */
  toReview: ReadonlySet<Id>
}

export type SessionStore = StoreApi<SessionState>

export const createSessionStore = (): SessionStore =>
  createStore<SessionState>(() => ({
    phase: 'loading',
    head: null,
    problem: null,
    plain: '',
    isLong: false,
    saving: 'saved',
    savedAt: null,
    citations: [],
    chipTexts: new Map(),
    toReview: new Set(),
  }))
