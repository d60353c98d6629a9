// The calls of the feature `library`.
import type { LibraryOrder, LibraryRow, LibraryValue, libraryArguments } from '../library.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof libraryArguments> = In<typeof libraryArguments, Call>

/** What a client may ask of the feature `library`. */
export interface LibraryApi {
  /** Which sources fit a filter, in order; their rows are asked for as they come in sight. */
  order(args: Given<'order'>): LibraryOrder
  /** Some sources with what was tagged in them, in any order; those that are gone are left out. */
  rows(args: Given<'rows'>): LibraryRow[]
  /** The values that sources have in a field, the most frequent first; at most 60. */
  values(args: Given<'values'>): LibraryValue[]
  /** The sources of an order whose titles start with a text, packed as there, in no order. */
  startingWith(args: Given<'startingWith'>): string
  /** Marks how far sources were read, all in one command. */
  setProgress(args: Given<'setProgress'>): Done
  /** Grades sources, all in one command. */
  setGrade(args: Given<'setGrade'>): Done
}

/** The calls that undo takes back. */
export const libraryUndoable = ['setProgress', 'setGrade'] as const satisfies readonly (keyof LibraryApi)[]
