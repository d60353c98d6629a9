// The calls of the feature `exports`.
import type { ExportedFile, Preview, RichText, exportsArguments } from '../exports.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof exportsArguments> = In<typeof exportsArguments, Call>

/** What a client may ask of the feature `exports`. */
export interface ExportsApi {
  /** Writes a memo to a file; `export.failed` says why when it cannot. */
  memo(args: Given<'memo'>): Promise<ExportedFile>
  /** Draws pages of the PDF that an export would write now. */
  preview(args: Given<'preview'>): Promise<Preview>
  /** Writes the sources that a memo cites to a file of CSL-JSON. */
  references(args: Given<'references'>): ExportedFile
  /** A memo for the clipboard, with its notes and its source list. */
  richText(args: Given<'richText'>): Promise<RichText>
}
