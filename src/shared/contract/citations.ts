// The calls of the feature `citations`.
import type { CitationStyle, FormattedCitations, RestingSentence, citationsArguments } from '../citations.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof citationsArguments> = In<typeof citationsArguments, Call>

/** What a client may ask of the feature `citations`. */
export interface CitationsApi {
  /** The styles that come along, then the user's own. */
  styles(args: Given<'styles'>): CitationStyle[]
  /** Keeps a CSL style in the workspace; `style.invalid` says why it cannot be used. */
  addStyle(args: Given<'addStyle'>): CitationStyle
  /** Removes one of the user's own styles; memos in it are then written in the first one. */
  removeStyle(args: Given<'removeStyle'>): Done
  /** Citations as a style writes them, and the list of their sources. May take seconds for a thousand sources at once, and little for a change. */
  format(args: Given<'format'>): FormattedCitations
  /** Every memo sentence that rests on a source, a passage or an item, the last saved memo first. */
  restingOn(args: Given<'restingOn'>): RestingSentence[]
}

/** The calls that undo takes back. */
export const citationsUndoable = ['addStyle', 'removeStyle'] as const satisfies readonly (keyof CitationsApi)[]
