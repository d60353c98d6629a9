// The calls of the feature `codes`.
import type { Code, CodebookEntry, codesArguments } from '../codes.ts'
import type { ExportedFile } from '../exports.ts'
import type { Id } from '../identifiers.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof codesArguments> = In<typeof codesArguments, Call>

/** What a client may ask of the feature `codes`. */
export interface CodesApi {
  /** The whole tree, parents before children. */
  list(args: Given<'list'>): Code[]
  /** A new code, last under its parent; `code.invalid` for a name or key that is taken. */
  create(args: Given<'create'>): Code
  /** Changes a name, colour, meaning or key; `code.invalid` when another code has that name there or that key. */
  update(args: Given<'update'>): Code
  /** Puts a code under another parent or elsewhere among its siblings; `code.invalid` under itself or what is below it. */
  move(args: Given<'move'>): Code
  /**
   * Moves all notes and children of a code into another and removes it; children of one name become one, and a note
   * that says nothing more than one already on the same passages goes. `code.invalid` into what is below it.
   */
  merge(args: Given<'merge'>): Code
  /** The tags of a code's passages that were chosen as its examples. */
  examples(args: Given<'examples'>): Id[]
  /** Makes a tag's passage an example of its item's code, or no longer one; `tag.gone` when there is none. */
  setExample(args: Given<'setExample'>): Done
  /** The passages of every code that were chosen as examples, filled up to three with its first ones. */
  codebook(args: Given<'codebook'>): CodebookEntry[]
  /** Writes all codes with their meanings, counts and examples to a Markdown file. */
  exportCodebook(args: Given<'exportCodebook'>): ExportedFile
  /** Removes a code; its children move to its parent, its notes lose their code. */
  remove(args: Given<'remove'>): Done
}

/** The calls that undo takes back. */
export const codesUndoable = ['create', 'update', 'move', 'merge', 'setExample', 'remove'] as const satisfies readonly (keyof CodesApi)[]
