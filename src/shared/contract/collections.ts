// The calls of the feature `collections`.
import type { Collection, collectionsArguments } from '../collections.ts'
import type { Id } from '../identifiers.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof collectionsArguments> = In<typeof collectionsArguments, Call>

/** What a client may ask of the feature `collections`. */
export interface CollectionsApi {
  /** The tree, parents before children, with how many sources are in each. */
  list(args: Given<'list'>): Collection[]
  /** A new one, last under its parent; `collection.invalid` for a name taken there. */
  create(args: Given<'create'>): Collection
  /** Gives it another name; `collection.invalid` for one taken there. */
  rename(args: Given<'rename'>): Collection
  /** Puts it elsewhere in the tree; `collection.invalid` into itself or what is below it. */
  move(args: Given<'move'>): Collection
  /** Removes it and those below it; the sources stay. */
  remove(args: Given<'remove'>): Done
  /** Puts sources into it; those that are in it stay. */
  add(args: Given<'add'>): Done
  /** Takes sources out of it; they stay in the workspace. */
  take(args: Given<'take'>): Done
  /** The collections that hold a source. */
  of(args: Given<'of'>): Id[]
}

/** The calls that undo takes back. */
export const collectionsUndoable = ['create', 'rename', 'move', 'remove', 'add', 'take'] as const satisfies readonly (keyof CollectionsApi)[]
