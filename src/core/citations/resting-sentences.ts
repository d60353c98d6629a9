// The sentences of a memo that rest on certain passages.
import type { RestingSentence } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import { sentencesOfCitations } from '../../shared/memo-sentences.ts'
import { notedIn, numbersOf } from '../../shared/note-numbers.ts'
import type { CitingMemo } from './citations-store.ts'

/** In reading order; `inText` as in `numbersOf`. A memo that this version cannot read whole has none. */
export function restingSentences({ memo, title, language, document }: CitingMemo, inText: boolean, passages: ReadonlySet<Id>): RestingSentence[] {
  const parsed = parseDocument(document)
  if ('problem' in parsed) return []
  const sentences = sentencesOfCitations(parsed.document, language)
  const numbers = numbersOf(notedIn(parsed.document), inText)
  return citationsOf(parsed.document).flatMap(({ id, cites }): RestingSentence[] => {
    const rests = cites.some(({ passage }) => passages.has(passage))
    return rests ? [{ memo, title, citation: id, number: numbers.get(id) ?? 0, sentence: sentences.get(id) ?? '' }] : []
  })
}
