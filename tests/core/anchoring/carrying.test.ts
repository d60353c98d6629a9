import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carrierBetween } from '../../../src/core/anchoring/carry-passages.ts'
import { segmentAt, snapToGraphemes } from '../../../src/shared/selectors.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { aCorrection, aText } from './corrected-text.ts'
import { noRates, rate } from './rate-carrying.ts'

/** Carries the first occurrence of some words (or the one from `from` on). */
function carry(before: string, after: string, words: string, from = 0) {
  const start = before.indexOf(words, from)
  if (start < 0) throw new Error(`“${words}” is not in the text`)
  const { outcome, segments } = carrierBetween(before, after)([segmentAt(before, { start, end: start + words.length })])
  return { outcome, quote: segments?.[0]?.quote ?? null, start: segments?.[0]?.start ?? null }
}

describe('a passage in a corrected text', () => {
  it.each([
    ['a word before it', 'Teh talks failed. Putin offered nothing.', 'The long talks failed. Putin offered nothing.', 'Putin offered nothing', 'moved', 'Putin offered nothing'],
    ['a typo in it', 'So Puttin offered nothing.', 'So Putin offered nothing.', 'Puttin offered', 'changed', 'Putin offered'],
    ['a letter at its end', 'Envoy Witkof left.', 'Envoy Witkoff left.', 'Witkof', 'changed', 'Witkoff'],
    ['a letter at its start', 'The itkoff plan.', 'The Witkoff plan.', 'itkoff', 'changed', 'Witkoff'],
    ['its first word', 'Then he met Xi in Rome.', 'Then Putin met Xi in Rome.', 'he met Xi in Rome', 'changed', 'Putin met Xi in Rome'],
    ['its paragraph, split', 'One thing. Another thing here.', 'One thing.\nAnother thing here.', 'Another thing', 'moved', 'Another thing'],
    ['a doubled word before it', 'He saw the the plan.', 'He saw the plan.', 'plan', 'moved', 'plan'],
    ['an accent after it', 'le cafe noir', 'le cafe\u0301 noir', 'cafe', 'changed', 'cafe\u0301'],
    ['a mark on the letter before it', 'ab cd', 'a\u0301b cd', 'b cd', 'moved', 'b cd'],
    ['a sign joined to its emoji', 'an 👩 here', 'an 👩‍🚀 here', '👩', 'changed', '👩‍🚀'],
    ['Hebrew before it', 'שלום עולם טוב', 'שלום לך עולם טוב', 'עולם טוב', 'moved', 'עולם טוב'],
    ['a Chinese character in it', '他们在日內瓦会谈。', '他们在日内瓦会谈。', '日內瓦会谈', 'changed', '日内瓦会谈'],
  ])('follows when %s is corrected', (_, before, after, words, outcome, quote) => {
    expect(carry(before, after, words)).toMatchObject({ outcome, quote })
  })

  it('whose words are gone is listed, not placed', () => {
    expect(carry('First. The plan was leaked by an envoy. Last.', 'First. Last.', 'The plan was leaked')).toMatchObject({ outcome: 'review', quote: null })
  })

  it('whose words were rewritten is listed with the place that is left of it', () => {
    const carried = carry('He said that nobody had offered anything. End.', 'He said that all sides rejected the whole draft. End.', 'nobody had offered anything')
    expect(carried.outcome).toBe('review')
  })

  it('moves along with its paragraph, but a copy elsewhere is no such move', () => {
    const paragraph = 'The frozen assets should be settled before any proposal is made in public.'
    const rest = 'Sentence one stands here. Sentence two stands there.'
    expect(carry(`${paragraph}\n${rest}`, `${rest}\n${paragraph}`, 'The frozen assets should be settled before any proposal')).toMatchObject({ outcome: 'moved', start: rest.length + 1 })
    expect(carry('Call Putin. End.', 'End. We met Putin once.', 'Putin').outcome).toBe('review')
  })

  it('is listed when one of two like sentences goes and nobody can tell which', () => {
    const sentence = 'No comment. '
    expect(carry(sentence.repeat(3), sentence.repeat(2), 'No comment', 5).outcome).toBe('review')
  })

  it('is the right one of two hundred like sentences', () => {
    const sentence = 'The ministry had no comment. '
    const before = `Start. ${sentence.repeat(200)}End.`
    for (const edited of [10, 150]) {
      const at = 7 + edited * sentence.length
      const after = `${before.slice(0, at)}The ministry had a short comment. ${before.slice(at + sentence.length)}`
      for (const tagged of [0, 9, 11, 77, 149, 151, 199]) {
        const start = 7 + tagged * sentence.length
        const gained = start > at ? 'The ministry had a short comment. '.length - sentence.length : 0
        expect(carry(before, after, sentence.trim(), start)).toEqual({ outcome: 'moved', quote: sentence.trim(), start: start + gained })
      }
    }
  })

  it('of several segments keeps them all, or is listed whole', () => {
    const before = 'Alpha beta gamma. Delta epsilon zeta.'
    const segments = [segmentAt(before, { start: 0, end: 10 }), segmentAt(before, { start: 18, end: 31 })]
    expect(carrierBetween(before, `New. ${before}`)(segments)).toMatchObject({ outcome: 'moved', segments: [{ quote: 'Alpha beta' }, { quote: 'Delta epsilon' }] })
    expect(carrierBetween(before, 'Alpha beta gamma.')(segments)).toEqual({ outcome: 'review', segments: null })
  })
})

describe('a random correction', () => {
  it.each([
    [0.01, 0.99],
    [0.05, 0.97],
    [0.2, 0.9],
  ])('of %d of the words leaves at least %d of the passages right, and none silently wrong', (share, least) => {
    for (const script of ['latin', 'mixed'] as const) {
      const rates = noRates()
      for (let seed = 1; seed <= 8; seed += 1) {
        const random = randomFrom(seed * 7919)
        rate(aCorrection(random, aText(random, 1500, script), share, 100), rates)
      }
      const right = rates.right / rates.passages
      console.log(`${script}, ${share * 100} % corrected: ${(right * 100).toFixed(2)} % right, ${rates.listed} listed, ${rates.wrongShown} shown wrong, ${rates.wrongSilent} silently wrong of ${rates.passages}`)
      expect(rates.wrongSilent, rates.examples.join('\n')).toBe(0)
      expect(right).toBeGreaterThanOrEqual(least)
    }
  })

  it('between any two texts never gives a quote that is not there, nor cuts a character', () => {
    const piece = constantFrom('a', 'b ', 'the ', 'cat. ', '\n', '👩‍🚀', 'e\u0301', 'שלום ', '和', '🇺🇦', '🇺', '\t', '\u0301', '\u200d', '🏽', 'क', '\u094d')
    const text = array(piece, { minLength: 1, maxLength: 60 }).map((pieces) => pieces.join(''))
    assert(
      property(text, text, nat(), nat(), (before, after, a, b) => {
        const start = a % before.length
        const end = start + 1 + (b % (before.length - start))
        const segment = segmentAt(before, { start, end })
        const { outcome, segments } = carrierBetween(before, after)([segment])
        for (const { start: from, end: to, quote } of segments ?? []) {
          expect(quote).toBe(after.slice(from, to))
          expect(snapToGraphemes(after, { start: from, end: to })).toEqual({ start: from, end: to })
        }
        if (outcome === 'moved') expect(segments?.[0]?.quote).toBe(segment.quote)
      }),
      { numRuns: 600 },
    )
  })
})
