// Citations that no longer stand as they were made.
import type { Cite } from '../../../shared/memos.ts'
import { wholeSentence, type PassageFacts, type Rule } from '../checked-memo.ts'

function problemOf({ quote }: Cite, facts: PassageFacts | undefined): [string, string] | null {
  if (!facts) return ['gone', 'A cited passage was deleted. Cite another one, or take the citation out.']
  if (facts.inTrash) return ['trash', `The source “${facts.title}” is in the trash. Restore it, or cite another one.`]
  if (facts.retractedOn !== null) {
    return ['retracted', `The source “${facts.title}” was retracted. Judge whether the sentence still stands.`]
  }
  if (facts.state === 'review') {
    return ['review', 'The text of a cited source was corrected and the passage was not found again. Place it in the Reader.']
  }
  if (facts.quote !== quote) return ['changed', 'A cited passage was changed since. Open the citation to quote the new words.']
  return null
}

export const staleCitations: Rule = ({ sentences, facts }) =>
  sentences.flatMap((sentence) =>
    sentence.cites.flatMap((cite) => {
      const problem = problemOf(cite, facts.get(cite.passage))
      return problem ? [wholeSentence('citation', sentence, `${problem[0]} ${cite.passage}`, problem[1])] : []
    }),
  )
