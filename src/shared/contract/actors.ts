// The calls of the feature `actors`.
import type { ActorParts, ActorTies, Dossier, ProposedMentions, actorsArguments } from '../actors.ts'
import type { Item } from '../items.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof actorsArguments> = In<typeof actorsArguments, Call>

/** What a client may ask of the feature `actors`. */
export interface ActorsApi {
  /** Every occurrence of an actor's names that is not tagged with it, for the analyst to accept. Long work under `job`; `job.cancelled` when stopped. */
  findMentions(args: Given<'findMentions'>): Promise<ProposedMentions>
  /** Tags spans as mentions of an actor, in one command; `source.stale` when a text was corrected meanwhile. */
  tagMentions(args: Given<'tagMentions'>): { tagged: number }
  /** Moves everything of some actors to one of them, their names as aliases, and removes them. */
  merge(args: Given<'merge'>): Item
  /** Whom an actor belongs to, who belongs to it, and who is perhaps the same. */
  ties(args: Given<'ties'>): ActorTies
  /** Makes an actor a member of another, which is made when only its name is given and nobody has it; `item.invalid` for itself. */
  join(args: Given<'join'>): ActorTies
  /** Ends a membership. */
  leave(args: Given<'leave'>): ActorTies
  /** What a split may move out of an actor; at most 20,000 mentions. */
  parts(args: Given<'parts'>): ActorParts
  /** Moves names, mentions and statements of an actor to another or a new one; answers that one. */
  split(args: Given<'split'>): Item
  /** All that the workspace knows of an actor; `item.gone` when there is none. */
  dossier(args: Given<'dossier'>): Dossier
}

/** The calls that undo takes back. */
export const actorsUndoable = ['tagMentions', 'merge', 'join', 'leave', 'split'] as const satisfies readonly (keyof ActorsApi)[]
