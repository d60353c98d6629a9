// What became of something cited, in words.
import type { ChangeKind, CitedChange, Review } from '../../shared/reviews.ts'
import { showPartialDate } from '../history/show-instant.ts'

/** Whether the change is one of the words that are quoted. */
export const isOfWords = ({ kind }: Pick<CitedChange, 'kind'>): boolean => kind === 'words' || kind === 'corrected'

const plain: Partial<Record<ChangeKind, string>> = {
  'source deleted': 'Source deleted',
  'passage deleted': 'Passage deleted',
  reinstated: 'Retraction taken back',
  unplaced: 'Not found after a correction',
  corrected: 'Text corrected',
  words: 'Passage re-bounded',
}

const graded = (before: string | null, after: string | null): string => `${before ?? 'not judged'} → ${after ?? 'not judged'}`

/** One change as a short line, such as `Reliability B → D`. */
export function changeWords({ kind, before, after }: CitedChange): string {
  switch (kind) {
    case 'retracted':
      return `Source retracted ${after ? showPartialDate(after) : ''}`.trim()
    case 'reliability':
      return `Reliability ${graded(before, after)}`
    case 'credibility':
      return `Credibility ${graded(before, after)}`
    case 'status':
      return `Claim ${before ?? ''} → ${after ?? ''}`
    case 'contradicted':
      return `Contradicted by ${after ?? ''}, was ${before ?? ''}`
    default:
      return plain[kind] ?? kind
  }
}

/** All changes of a sentence's citation in one line. */
export const reviewWords = ({ changes }: Pick<Review, 'changes'>): string => changes.map(changeWords).join(' · ')

/** A review's place in a list: a citation of two changed passages has two. */
export const reviewKeyOf = ({ memo, citation, passage }: Review): string => `${memo} ${citation} ${passage}`
