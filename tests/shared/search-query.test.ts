// Reading a search never fails, and what is no filter is plain words.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asksNothing, readSearch, tokensOf } from '../../src/shared/search-query.ts'

const nothing = { terms: [], excluded: [], source: null, actor: null, kinds: [], places: [], before: null, after: null }
const term = (...words: string[]) => ({ words, prefix: false })

describe('readSearch', () => {
  it.each([
    ['oil sanctions', { terms: [term('oil'), { words: ['sanctions'], prefix: true }] }],
    ['oil sanctions ', { terms: [term('oil'), term('sanctions')] }],
    ['"oil sanctions" -iran', { terms: [term('oil', 'sanctions')], excluded: [term('iran')] }],
    ['actor:"Yuri Ushakov" kind:claims,actor after:2025-12', { actor: 'Yuri Ushakov', kinds: ['claim', 'actor'], after: '2025-12' }],
    ['kind:nonsense', { terms: [{ words: ['kind', 'nonsense'], prefix: true }] }],
    ['before:tomorrow', { terms: [{ words: ['before', 'tomorrow'], prefix: true }] }],
    ['well-known', { terms: [{ words: ['well', 'known'], prefix: true }] }],
    ['"unclosed phrase', { terms: [term('unclosed', 'phrase')] }],
    ['- " -" :', {}],
  ])('of %j', (text, read) => {
    expect(readSearch(text)).toEqual({ ...nothing, ...read })
  })

  it('answers whatever is typed, with pieces in the order of the input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const tokens = tokensOf(text)
        expect(tokens.every((token, at) => token.start >= (tokens[at - 1]?.end ?? 0) && token.end <= text.length)).toBe(true)
        expect(typeof asksNothing(readSearch(text))).toBe('boolean')
      }),
    )
  })
})
