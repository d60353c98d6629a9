// The calls of the feature `board`.
import type { Advice, BoardOrder, BoardRow, Standing, boardArguments } from '../board.ts'
import type { ExportedFile } from '../exports.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof boardArguments> = In<typeof boardArguments, Call>

/** What a client may ask of the feature `board`. */
export interface BoardApi {
  /** The claims that fit a filter, in order and in groups; their rows are asked for as they come in sight. */
  order(args: Given<'order'>): BoardOrder
  /** Some claims with their evidence added up, in any order; copies of one text count once. Claims that are gone are left out. */
  rows(args: Given<'rows'>): BoardRow[]
  /** The recommendations that have these words, by addressee or instrument, with the claims that they rest on. */
  recommendations(args: Given<'recommendations'>): Advice
  /** What one claim rests on, for and against, source by source; all zero for what is no claim. */
  standing(args: Given<'standing'>): Standing
  /** Gives claims a status, all in one command. */
  setStatus(args: Given<'setStatus'>): Done
  /** Gives recommendations a status, all in one command. */
  setAdviceStatus(args: Given<'setAdviceStatus'>): Done
  /** Writes rows of the board to a file, in the order given, as a table or a text; `item.gone` when none of them is left. */
  exportRows(args: Given<'exportRows'>): ExportedFile
}

/** The calls that undo takes back. */
export const boardUndoable = ['setStatus', 'setAdviceStatus'] as const satisfies readonly (keyof BoardApi)[]
