// What the status bar says about the memo in front: how many words, where the caret is, whether all is saved.
import { create } from 'zustand'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { SaveState } from './autosave.ts'

export interface MemoStatus {
  /** The memo in front; null when none is open, and then the rest means nothing. */
  memo: Id | null
  /** Counted while the writer pauses; null until then. */
  words: number | null
  /** When the stored text was written. */
  savedAt: Instant | null
  state: SaveState | 'read-only'
  /** Whether saving fails since a while, whatever it is at just now, or did and was made good. */
  trouble: 'none' | 'failing' | 'over'
  /** The paragraph that the caret is in, from 1; null before there was a caret. */
  caret: { paragraph: number; paragraphs: number } | null
}

const empty: MemoStatus = { memo: null, words: null, savedAt: null, state: 'saved', trouble: 'none', caret: null }

export const useMemoStatus = create<MemoStatus>(() => empty)

/** Changes what the status bar says about a memo; says nothing when another one is in front. */
export function reportStatus(memo: Id, changes: Partial<MemoStatus>): void {
  const { memo: inFront, trouble } = useMemoStatus.getState()
  if (inFront !== memo) return
  if (changes.state === 'failed') useMemoStatus.setState({ ...changes, trouble: 'failing' })
  else if (changes.state === 'saved' && trouble === 'failing') useMemoStatus.setState({ ...changes, trouble: 'over' })
  else useMemoStatus.setState(changes)
}

/** Brings a memo's status to the front, null for none. */
export const showStatusOf = (memo: Id | null, status: Partial<MemoStatus> = {}): void =>
  useMemoStatus.setState({ ...empty, ...status, memo })

/** The words of the status bar about saving, for example `Saved 12:04`. */
export function savedWords({ state, savedAt }: Pick<MemoStatus, 'state' | 'savedAt'>, locale?: string): string {
  if (state === 'read-only') return 'Read-only'
  if (state === 'stale') return 'Not saved: changed elsewhere'
  if (state === 'failed') return 'Not saved yet: trying again'
  if (state === 'saved' && savedAt) {
    return `Saved ${new Date(savedAt).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' })}`
  }
  return state === 'saved' ? '' : 'Saving …'
}
