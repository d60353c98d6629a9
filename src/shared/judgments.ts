// Key judgments: the likelihood terms of ICD 203 in their two rows. The sentences they write stand in judgment-words.ts.
import { confidences, likelihoods } from './items.ts'

export type Likelihood = (typeof likelihoods)[number]
export type Confidence = (typeof confidences)[number]

/** A memo keeps to one row of terms (ICD 203 §D.6.e.2.a). */
export type LikelihoodRow = 'first' | 'second'

/** The list alternates between the rows, from the least to the most likely. */
export const rowOf = (term: Likelihood): LikelihoodRow => (likelihoods.indexOf(term) % 2 === 0 ? 'first' : 'second')

/** The terms of a row, from the least to the most likely. */
export const termsOf = (row: LikelihoodRow): Likelihood[] => likelihoods.filter((term) => rowOf(term) === row)

/** The term of the other row for the same probability. */
export function otherTerm(term: Likelihood): Likelihood {
  const at = likelihoods.indexOf(term)
  return likelihoods[at % 2 === 0 ? at + 1 : at - 1] ?? term
}

/** What a callout is for. */
export const calloutKinds = ['note', 'caution', 'gap', 'alternative'] as const
export type CalloutKind = (typeof calloutKinds)[number]

/** What stands at the head of a callout on screen. */
export const calloutTitles: Record<CalloutKind, string> = {
  note: 'Note',
  caution: 'Caution',
  gap: 'Intelligence gap',
  alternative: 'Alternative view',
}

/** How long a footnote of the author's own may be, in UTF-16 code units. */
export const longestFootnote = 5000
