// The calls of the feature `links`.
import type { Id } from '../identifiers.ts'
import type { Link, linksArguments } from '../links.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof linksArguments> = In<typeof linksArguments, Call>

/** What a client may ask of the feature `links`. */
export interface LinksApi {
  /** The links of an item, those from it before those to it; what a recommendation rests on is among its fields instead. */
  of(args: Given<'of'>): Link[]
  /** Links two items; one of the same type between them is returned. `item.invalid` to itself. */
  create(args: Given<'create'>): { link: Id }
  /** Changes type or note; `item.invalid` where there is a link of that type already. */
  update(args: Given<'update'>): Done
  /** Takes a link away. */
  remove(args: Given<'remove'>): Done
}

/** The calls that undo takes back. */
export const linksUndoable = ['create', 'update', 'remove'] as const satisfies readonly (keyof LinksApi)[]
