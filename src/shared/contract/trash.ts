// The calls of the feature `trash`.
import type { Losses, trashArguments } from '../trash.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof trashArguments> = In<typeof trashArguments, Call>

/** What a client may ask of the feature `trash`. */
export interface TrashApi {
  /** Puts sources into the trash: no list, search or count knows them, and nothing of them is lost. */
  put(args: Given<'put'>): Done
  /** Brings sources back from the trash as they were. */
  restore(args: Given<'restore'>): Done
  /** What emptying the trash would take from memos: nothing is changed by asking. */
  losses(args: Given<'losses'>): Losses
  /**
   * Deletes what is in the trash for good, with its original bytes and what the history holds of it; citations keep
   * their quotations. Not undoable; reports progress under `job`, and a Cancel leaves all as it was.
   */
  empty(args: Given<'empty'>): Losses
}

/** The calls that undo takes back. */
export const trashUndoable = ['put', 'restore'] as const satisfies readonly (keyof TrashApi)[]
