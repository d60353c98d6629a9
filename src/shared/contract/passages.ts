// The calls of the feature `passages`.
import type { ExportedFile } from '../exports.ts'
import type { PassageDetail, PassageLine, PassageMark, PassageReview, PlacedMark, passagesArguments } from '../passages.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof passagesArguments> = In<typeof passagesArguments, Call>

/** What a client may ask of the feature `passages`. */
export interface PassagesApi {
  /** All passages of a source's current text, or those within a span of it, in order of their first segment; those under review are not among them. */
  list(args: Given<'list'>): PassageMark[]
  /** Those of these passages that stand in the current text of their source, as `list` has them; the others are left out. */
  marks(args: Given<'marks'>): PlacedMark[]
  /** One passage whole; `passage.gone` when there is none. */
  get(args: Given<'get'>): PassageDetail
  /** The passages that exist among those asked for, in the order asked; missing ones are left out. */
  describe(args: Given<'describe'>): PassageDetail[]
  /** A passage without a tag, to be cited; an existing one with the same spans is returned. */
  create(args: Given<'create'>): PassageDetail
  /** Moves a passage's bounds; one under review is placed in the current text by it. Settles a review. */
  setBounds(args: Given<'setBounds'>): PassageDetail
  /** Removes a passage and its tags; items left without evidence or mention go with it. */
  remove(args: Given<'remove'>): Done
  /** The passages of a source that a correction touched and nobody has confirmed, in reading order. */
  review(args: Given<'review'>): PassageReview[]
  /** Agrees to where a passage is now or is proposed to be; `passage.unplaced` without a proposal. */
  confirm(args: Given<'confirm'>): Done
  /**
   * The tagged passages of an item or a code in order of tagging, of a source in reading order, of several items one
   * after another, or those that a search finds, best first and at most 5,000; at first without their words.
   */
  lines(args: Given<'lines'>): PassageLine[]
  /**
   * Writes the passages of these tags to a file: quote, source, author, date, paragraph, item, code, role and remark.
   * Tags that are gone are passed over; `tag.gone` when none is left. No cell of the CSV is read as a formula.
   */
  exportLines(args: Given<'exportLines'>): ExportedFile
}

/** The calls that undo takes back. */
export const passagesUndoable = ['create', 'setBounds', 'remove', 'confirm'] as const satisfies readonly (keyof PassagesApi)[]
