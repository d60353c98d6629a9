// The sentences of a memo that rest on certain passages.
import type { RestingSentence } from '../../shared/citations.ts'
import type { Id } from '../../shared/identifiers.ts'
import { citationsOf, parseDocument } from '../../shared/memo-document.ts'
import { sentencesOfCitations } from '../../shared/memo-sentences.ts'
import type { CitingMemo } from './citations-store.ts'

/** In reading order; a memo that this version cannot read whole has none. */
export function restingSentences({ memo, title, language, document }: CitingMemo, passages: ReadonlySet<Id>): RestingSentence[] {
  const parsed = parseDocument(document)
  if ('problem' in parsed) return []
  const sentences = sentencesOfCitations(parsed.document, language)
  return citationsOf(parsed.document).flatMap(({ id, cites }, index): RestingSentence[] => {
    const rests = cites.some(({ passage }) => passages.has(passage))
    return rests ? [{ memo, title, citation: id, number: index + 1, sentence: sentences.get(id) ?? '' }] : []
  })
}
