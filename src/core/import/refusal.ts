// Refusals: why a document was not imported, in one sentence that names it.
import { GroundworkError, type ErrorCode } from '../../shared/errors.ts'
import type { DocumentInput } from './reading.ts'

/** Controls and direction overrides: a hostile file name must not rearrange the message it stands in. */
// oxlint-disable-next-line no-control-regex -- these characters are the subject of the rule
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const longestName = 120

/** How a sentence names the document: its file name in quotation marks, its address, or "The pasted text". */
export function nameOf(input: DocumentInput): string {
  if (input.fileName === null) return input.url ? shorten(input.url) : 'The pasted text'
  return `“${shorten(baseName(input.fileName))}”`
}

/** The last part of a path, whichever way its slashes lean. */
export function baseName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
}

/** The error for a document that is refused; `reason` completes "… was not imported: ". */
export function refusal(code: ErrorCode, input: DocumentInput, reason: string): GroundworkError {
  return new GroundworkError(code, `${nameOf(input)} was not imported: ${reason}`)
}

function shorten(name: string): string {
  const printable = name.replace(unprintable, '').toWellFormed()
  return printable.length > longestName ? `${printable.slice(0, longestName - 1).toWellFormed()}…` : printable
}
