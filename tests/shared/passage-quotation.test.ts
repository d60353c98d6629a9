// Block quotations of passages: what cuts and insertions make of the words, and what a correction leaves of them.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { areEdits, carryEdits, quotationWords, withEdit, wordsOfQuotation, type QuotationEdit } from '../../src/shared/passage-quotation.ts'
import { aCite } from '../../src/shared/memos.ts'

const quote = 'the two men met in Moscow and talked for five hours'
const over = (words: string, text = ''): QuotationEdit => {
  const start = quote.indexOf(words)
  return { start, end: start + words.length, text }
}
const read = (...edits: QuotationEdit[]) => quotationWords(quote, edits.reduce<QuotationEdit[]>((all, edit) => withEdit(quote, all, edit), []))

describe('a quotation', () => {
  it('shows cuts and what the writer put in, in brackets', () => {
    expect(read()).toBe(quote)
    expect(read(over(' and talked '))).toBe('the two men met in Moscow […] for five hours')
    expect(read(over('the'), over('for five hours'))).toBe('[…] two men met in Moscow and talked […]')
    expect(read({ start: 0, end: 1, text: 'T' }, over('men', 'envoys'))).toBe('[T]he two [envoys] met in Moscow and talked for five hours')
    const place = quote.indexOf(' and')
    expect(read({ start: place, end: place, text: 'on Tuesday' })).toBe('the two men met in Moscow [on Tuesday] and talked for five hours')
  })

  it('lets what is cut anew take the place of what was made within it', () => {
    expect(read(over('men', 'envoys'), over('two men met'))).toBe('the […] in Moscow and talked for five hours')
    expect(read(over('in Moscow'), over('talked'))).toBe('the two men met […] and […] for five hours')
  })

  it('makes nothing of white space, of nothing, and of what lies beyond the words', () => {
    for (const edit of [{ start: 3, end: 4, text: '' }, { start: 3, end: 3, text: ' ' }, { start: 60, end: 70, text: '' }]) expect(withEdit(quote, [], edit)).toEqual([])
    expect(quotationWords('short', [over('for five hours')])).toBe('short')
  })

  it('keeps its cuts where a correction left their words, and lets go of the others', () => {
    const edits = [over('two', '2'), over('talked')]
    const corrected = quote.replace('Moscow', 'the Kremlin')
    expect(quotationWords(corrected, carryEdits(quote, corrected, edits))).toBe('the [2] men met in the Kremlin and […] for five hours')
    expect(carryEdits(quote, quote.replace('talked', 'spoke'), [over('talked')])).toBeNull()
  })

  it('is a list in order that does not overlap, whatever is made of it', () => {
    const edit = fc.record({ start: fc.nat(quote.length), end: fc.nat(quote.length), text: fc.string({ maxLength: 5 }) })
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.string({ maxLength: 60 }), (wanted, other) => {
        const edits = wanted.reduce<QuotationEdit[]>((all, one) => withEdit(quote, all, { ...one, start: Math.min(one.start, one.end), end: Math.max(one.start, one.end) }), [])
        expect(areEdits(edits.length > 0 ? edits : null)).toBe(true)
        const carried = carryEdits(quote, other, edits.length > 0 ? edits : null)
        expect(areEdits(carried)).toBe(true)
        expect(carried?.every(({ end }) => end <= other.length) ?? true).toBe(true)
        // Every word that stands outside brackets is one of the passage.
        let rest = quote
        for (const piece of quotationWords(quote, edits).split(/ ?\[[^\]]*\] ?/)) {
          const at = rest.indexOf(piece)
          if (wanted.every(({ text }) => !/[[\]]/.test(text))) expect(at).toBeGreaterThanOrEqual(0)
          rest = rest.slice(Math.max(0, at) + piece.length)
        }
      }),
      { numRuns: 500, seed: 7 },
    )
  })

  it('reads the words of a node, even of one that says nothing', () => {
    const cites = [aCite('01900000-0000-7000-8000-000000000001', 1, quote)]
    expect(wordsOfQuotation({ type: 'passageQuotation', attrs: { edits: [over('the')] }, content: [{ type: 'citation', attrs: { cites } }] })).toBe(quote.replace('the', '[…]'))
    expect(wordsOfQuotation({ type: 'passageQuotation' })).toBe('')
  })
})
