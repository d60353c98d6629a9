// The calls of the feature `search`.
import type { SavedSearch, SearchHit, SearchResults, searchArguments } from '../search.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof searchArguments> = In<typeof searchArguments, Call>

/** What a client may ask of the feature `search`. */
export interface SearchApi {
  /**
   * Hits over the whole workspace, by rank: words, "phrases", -exclusions and the filters of `search-query.ts`; any
   * other input is plain words and never an error.
   */
  everything(args: Given<'everything'>): SearchResults
  /** The searches kept under a name, by name. */
  saved(args: Given<'saved'>): SavedSearch[]
  /** Keeps a search; one of the same name is replaced. */
  save(args: Given<'save'>): SavedSearch
  /** Forgets a kept search; `search.gone` when there is none. */
  forget(args: Given<'forget'>): Done
  /** Passages to cite, found by their words or by the item or source they belong to. */
  citable(args: Given<'citable'>): SearchHit[]
}

/** The calls that undo takes back. */
export const searchUndoable = ['save', 'forget'] as const satisfies readonly (keyof SearchApi)[]
