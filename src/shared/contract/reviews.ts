// The calls of the feature `reviews`.
import type { Review, reviewsArguments } from '../reviews.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof reviewsArguments> = In<typeof reviewsArguments, Call>

/** What a client may ask of the feature `reviews`. */
export interface ReviewsApi {
  /** The sentences of a memo that rest on what is no longer as it was cited, in its order; those kept as written are among them. */
  list(args: Given<'list'>): Review[]
  /** What is cited now is what these sentences rest on from now on; what the memo quotes stays for its editor to change. */
  accept(args: Given<'accept'>): Done
  /** A sentence stays as written against what changed, until something changes again. */
  keep(args: Given<'keep'>): Done
  /** A sentence that was kept is to be reviewed again. */
  takeUp(args: Given<'takeUp'>): Done
  /** The sentences of all memos that a change of a source would bring to review; nothing is changed. */
  foresee(args: Given<'foresee'>): Review[]
}

/** The calls that undo takes back. */
export const reviewsUndoable = ['accept', 'keep', 'takeUp'] as const satisfies readonly (keyof ReviewsApi)[]
