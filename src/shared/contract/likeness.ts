// The calls of the feature `likeness`.
import type { Id } from '../identifiers.ts'
import type { LikeSource, likenessArguments } from '../likeness.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof likenessArguments> = In<typeof likenessArguments, Call>

/** What a client may ask of the feature `likeness`. */
export interface LikenessApi {
  /** The sources that are near-identical to one, the most alike first: copies, reprints, excerpts. */
  of(args: Given<'of'>): LikeSource[]
  /** All groups of near-identical sources by id, each of two or more; a group counts as one source of evidence. */
  groups(args: Given<'groups'>): Id[][]
}
