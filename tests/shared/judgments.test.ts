// The words of key judgments: one row of terms, and never likelihood and confidence in one sentence.
import { describe, expect, it } from 'vitest'
import { confidences, likelihoods } from '../../src/shared/items.ts'
import { judgmentClose, judgmentLead } from '../../src/shared/judgment-words.ts'
import { otherTerm, rowOf, termsOf } from '../../src/shared/judgments.ts'

describe('the rows of likelihood terms', () => {
  it('are two of seven, each term with one of the other row for the same probability', () => {
    expect(termsOf('first')).toEqual(['almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'likely', 'very likely', 'almost certain'])
    expect(termsOf('second')).toEqual(['remote', 'highly improbable', 'improbable', 'roughly even odds', 'probable', 'highly probable', 'nearly certain'])
    for (const term of likelihoods) {
      expect(otherTerm(otherTerm(term))).toBe(term)
      expect(rowOf(otherTerm(term))).not.toBe(rowOf(term))
    }
  })
})

describe('what a judgment’s controls write', () => {
  it('names the term before the judgment, and the confidence in a sentence of its own', () => {
    for (const term of likelihoods) expect(judgmentLead(term, 'en-GB', 'it ends')).toMatch(new RegExp(`^(It is|There (is|are)) (a )?${term}( chance)? that $`))
    for (const level of confidences) expect(judgmentClose(level, 'nl')).toBe(`We have ${level} confidence in this judgment.`)
    expect([judgmentLead(null, 'en', 'it ends'), judgmentClose(null, 'de')]).toEqual(['', ''])
  })

  it('speaks the memo’s language, each term in words of its own', () => {
    expect(judgmentLead('likely', 'fr-CA', 'il parte')).toBe('Il est probable qu’')
    for (const language of ['de-AT', 'fr']) {
      expect(new Set(likelihoods.map((term) => judgmentLead(term, language, 'x'))).size).toBe(likelihoods.length)
      for (const term of likelihoods) expect(judgmentLead(term, language, 'x')).toMatch(language === 'fr' ? / que $/ : /, dass $/)
      for (const level of confidences) expect(judgmentClose(level, language)).toMatch(/^(Unser Vertrauen|Notre confiance) .*\.$/)
    }
  })
})
