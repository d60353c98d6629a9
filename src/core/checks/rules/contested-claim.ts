// A claim that is contested or refuted, cited as if it were a fact.
import { ownWords, wholeSentence, type Rule } from '../checked-memo.ts'

/** Words by which a sentence leaves a claim to whoever makes it, or names the doubt. */
const attributed =
  /\b(says?|said|claims?|claimed|alleges?|alleged|allegedly|reportedly|according to|denie[sd]|asserts?|asserted|argues?|argued|disputed?|contested|refuted|contradict\w*|unconfirmed|not confirmed|insists?|insisted|maintains?|maintained)\b/i

export const contestedClaim: Rule = ({ sentences, facts }) =>
  sentences
    .filter(({ text, cites }) => cites.length > 0 && !attributed.test(ownWords(text)))
    .flatMap((sentence) => {
      const claims = sentence.cites.flatMap(({ passage }) => facts.get(passage)?.claims ?? [])
      const doubted = claims.find(({ status }) => status === 'contested' || status === 'refuted')
      if (!doubted) return []
      const explanation = `The claim “${doubted.statement}” is ${doubted.status}, and the sentence states it as a fact. Say who claims it, or what speaks against it.`
      return [wholeSentence('contested claim', sentence, doubted.status, explanation)]
    })
