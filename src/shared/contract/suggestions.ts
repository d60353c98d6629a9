// The calls of the feature `suggestions`.
import type { TagResult } from '../items.ts'
import type { Suggestions, suggestionsArguments } from '../suggestions.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof suggestionsArguments> = In<typeof suggestionsArguments, Call>

/** What a client may ask of the feature `suggestions`. */
export interface SuggestionsApi {
  /** What rules propose in a source's current text and nobody decided yet; nothing is tagged by it. May take a second for a long text. */
  list(args: Given<'list'>): Promise<Suggestions>
  /** Tags a proposed span with the fields given, which the analyst may have corrected; it is not proposed again. Undoable as one. */
  accept(args: Given<'accept'>): TagResult
  /** Keeps that a proposal is not wanted; it is not proposed again. */
  reject(args: Given<'reject'>): Done
}

/** The calls that undo takes back. */
export const suggestionsUndoable = ['accept', 'reject'] as const satisfies readonly (keyof SuggestionsApi)[]
