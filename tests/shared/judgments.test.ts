// The words of key judgments: one row of terms, and never likelihood and confidence in one sentence.
import { describe, expect, it } from 'vitest'
import { confidences, likelihoods } from '../../src/shared/items.ts'
import { judgmentClose, judgmentLead, otherTerm, rowOf, termsOf } from '../../src/shared/judgments.ts'

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
    for (const term of likelihoods) expect(judgmentLead(term)).toMatch(new RegExp(`^(It is|There (is|are)) (a )?${term}( chance)? that$`))
    for (const level of confidences) expect(judgmentClose(level)).toBe(`We have ${level} confidence in this judgment.`)
    expect([judgmentLead(null), judgmentClose(null)]).toEqual(['', ''])
  })
})
