// The calls of the feature `history`.
import type { Command, HistoryState, HistoryStep, historyArguments } from '../history.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof historyArguments> = In<typeof historyArguments, Call>

/** What a client may ask of the feature `history`. */
export interface HistoryApi {
  /** Commands, newest first. */
  list(args: Given<'list'>): Command[]
  /** What undo and redo would do. */
  state(args: Given<'state'>): HistoryState
  /** Undoes the newest command that stands. */
  undo(args: Given<'undo'>): HistoryStep
  /** Redoes the oldest command that was undone. */
  redo(args: Given<'redo'>): HistoryStep
}
