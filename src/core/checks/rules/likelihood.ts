// Likelihood by ICD 203: never beside a confidence level, in one row of terms, in its own words.
import { matchesIn, ownWords, wholeSentence, type CheckedSentence, type Draft, type Rule } from '../checked-memo.ts'
import { likelihoodOf, likelihoodPattern } from '../likelihood-terms.ts'

const confidence = /\b(?:low|moderate|high)[ -](?:to[ -](?:moderate|high)[ -])?confidence\b/i

export const likelihoodAndConfidence: Rule = ({ sentences }) =>
  sentences
    .filter(({ text }) => confidence.test(ownWords(text)) && likelihoodPattern().test(ownWords(text)))
    .map((sentence) =>
      wholeSentence(
        'likelihood and confidence',
        sentence,
        '',
        'A likelihood and a confidence level share a sentence, and readers take one for the other. Make two sentences (ICD 203).',
      ),
    )

/** Words in the case that those they replace have at their beginning. */
const inCaseOf = (words: string, model: string): string =>
  /^\p{Lu}/u.test(model) ? words.charAt(0).toUpperCase() + words.slice(1) : words

/** The term that a key judgment's control writes before its first sentence. */
const chosenTerm = (sentence: CheckedSentence): Draft[] => {
  const { likelihood, sentences } = sentence.block
  if (likelihood === null || sentences[0]?.start !== sentence.start) return []
  return [wholeSentence('mixed likelihood', sentence, likelihood, '')]
}

export const mixedLikelihood: Rule = ({ sentences }) => {
  const found = sentences.flatMap((sentence) => [
    ...chosenTerm(sentence),
    ...matchesIn(sentence, likelihoodPattern(), (words) => ({ rule: 'mixed likelihood', detail: words, explanation: '' })),
  ])
  const inRow = (row: 'first' | 'second') => found.filter(({ detail }) => likelihoodOf(detail)?.row === row)
  const [first, second] = [inRow('first'), inRow('second')]
  if (first.length === 0 || second.length === 0) return []
  return (second.length <= first.length ? second : first).map((draft): Draft => {
    const other = likelihoodOf(draft.detail)?.other ?? ''
    // An adverb is not replaced by an adjective.
    const isWritten = draft.sentence.block.text.slice(draft.start, draft.end) === draft.detail
    const isSafe = isWritten && (!/ly$/i.test(draft.detail) || /^(?:very |un)?likely$/i.test(draft.detail))
    return {
      ...draft,
      explanation: `“${draft.detail}” is of one row of likelihood terms, most others here are of the other; its word for this is “${other}”.`,
      fix: isSafe ? inCaseOf(other, draft.detail) : null,
    }
  })
}

const vague = /(?<![\p{L}-])(?:may|might|could|possible|possibly|perhaps|conceivably|potentially|maybe|cannot be ruled out|can't be ruled out|cannot rule out)(?![\p{L}-])/gu

export const vagueLikelihood: Rule = ({ sentences }) =>
  sentences.flatMap((sentence) =>
    matchesIn(sentence, vague, (words) => ({
      rule: 'vague likelihood',
      detail: words,
      explanation: `“${words}” can mean anything from 1 to 99 percent. Say how likely it is in a term of ICD 203, such as “unlikely” or “very likely”.`,
    })),
  )
