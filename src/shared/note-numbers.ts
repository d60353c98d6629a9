// The numbers of notes: on screen, in lists and on paper a citation has the same one.
import type { Id } from './identifiers.ts'
import { nodesOf } from './memo-document.ts'
import type { DocumentNode } from './memos.ts'

/** What takes a number in reading order: a citation by its identifier, null for a footnote of the author's own. */
export type Noted = Id | null

/** What of a node takes a number; undefined for nothing, as an empty footnote, which no paper has. */
export function notedAs({ type, attrs }: { type: string; attrs?: Record<string, unknown> | undefined }): Noted | undefined {
  if (type === 'citation') return String(attrs?.['id'])
  return type === 'footnote' && typeof attrs?.['text'] === 'string' && attrs['text'].trim() !== '' ? null : undefined
}

/** What takes a number in a document, in reading order. */
export const notedIn = (document: DocumentNode): Noted[] => [...nodesOf(document)].map(notedAs).filter((noted) => noted !== undefined)

/**
 * The number of each citation, from 1. Where the memo's style writes notes, footnotes of the author's own are numbered with
 * them; where it writes into the line (`inText`), citations are numbered alone.
 */
export function numbersOf(noted: readonly Noted[], inText: boolean): ReadonlyMap<Id, number> {
  const counted = inText ? noted.filter((one) => one !== null) : noted
  return new Map(counted.flatMap((one, at): [Id, number][] => (one === null ? [] : [[one, at + 1]])))
}
