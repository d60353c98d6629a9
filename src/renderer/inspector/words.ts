// The words of the grades, in the order of their scales. Reliability is of a source, credibility of information.
import {
  actorKinds,
  claimStatuses,
  confidences,
  instruments,
  likelihoods,
  recommendationStatuses,
  roles,
  stances,
  type ItemKind,
} from '../../shared/items.ts'
import type { Metadata, Reliability } from '../../shared/sources.ts'
import type { Choice } from '../interface/select.tsx'

/** Admiralty reliability of the source (STANAG 2511). */
export const reliabilityWords: Record<Reliability, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
}

/** Admiralty credibility of the information, 1 to 6 (STANAG 2511). */
export const credibilityWords = [
  'confirmed',
  'probably true',
  'possibly true',
  'doubtful',
  'improbable',
  'cannot be judged',
] as const

/** Per cent for each pair of ICD 203 terms, from the least to the most likely. */
const likelihoodRanges = ['1–5', '5–20', '20–45', '45–55', '55–80', '80–95', '95–99']

const plain = <T extends string>(values: readonly T[]): Choice<T>[] => values.map((value) => ({ value, title: value }))

export const reliabilityChoices = Object.entries(reliabilityWords).map(
  ([value, words]): Choice<Reliability> => ({ value: value as Reliability, title: `${value} · ${words}` }),
)
export const credibilityChoices = credibilityWords.map(
  (words, at): Choice<string> => ({ value: String(at + 1), title: `${at + 1} · ${words}` }),
)
/** Both rows of terms, each under a heading, because one memo keeps to one row. */
export const likelihoodChoices = likelihoods
  .map((term, at) => ({
    value: term,
    title: `${term} · ${likelihoodRanges[Math.floor(at / 2)]} %`,
    group: at % 2 === 0 ? 'Likelihood' : 'Probability',
  }))
  .toSorted((a, b) => Number(a.group > b.group) - Number(a.group < b.group)) satisfies Choice<string>[]
export const stanceChoices = plain(stances)
export const confidenceChoices = plain(confidences)
export const claimStatusChoices = plain(claimStatuses)
export const actorKindChoices = plain(actorKinds)
export const instrumentChoices = plain(instruments)
export const recommendationStatusChoices = plain(recommendationStatuses)
export const roleChoices = plain(roles)

export const kindWords: Record<ItemKind, string> = {
  claim: 'Claim',
  actor: 'Actor',
  recommendation: 'Recommendation',
  note: 'Note',
}

/** Names of a source's fields, in the order in which they are shown. */
export const metadataWords: Record<keyof Metadata, string> = {
  title: 'Title',
  authors: 'Authors',
  containerTitle: 'Published in',
  issued: 'Date',
  url: 'Address',
  accessed: 'Accessed',
  language: 'Language',
}
