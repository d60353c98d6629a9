import * as fc from 'fast-check'
// Questions about blocks: which one holds an offset, what number it has, how many words a text has.
import { describe, expect, it } from 'vitest'
import { blockAt, blockIndexAt, countParagraphs, countWords, isSeveral, pageAt, pagesOf, pageStarts, paragraphNumber } from '../../src/shared/blocks.ts'
import type { Block } from '../../src/shared/sources.ts'

/** Blocks of the given kinds, each ten code units long, one line break between them. */
function blocksOf(...kinds: Block['kind'][]): Block[] {
  return kinds.map((kind, index) => ({ kind, start: index * 11, end: index * 11 + 10 }))
}

const article = blocksOf('heading', 'paragraph', 'list-item', 'heading', 'quotation')

describe('blockIndexAt', () => {
  it('finds the block of every offset, the line break counting to the block before it', () => {
    const found = [0, 5, 10, 11, 21, 22, 54].map((offset) => blockIndexAt(article, offset))
    expect(found).toEqual([0, 0, 0, 1, 1, 2, 4])
  })

  it('finds none outside the text or where there are no blocks', () => {
    expect([blockIndexAt(article, -1), blockIndexAt(article, 55), blockIndexAt([], 0)]).toEqual([-1, -1, -1])
  })

  it('agrees with a search from the start over many blocks', () => {
    const many = blocksOf(...Array.from({ length: 257 }, () => 'paragraph' as const))
    for (let offset = 0; offset < 257 * 11 - 1; offset += 3) {
      expect(blockIndexAt(many, offset)).toBe(many.findIndex((block) => offset <= block.end))
    }
  })
})

describe('blockAt', () => {
  it('gives the block itself', () => {
    expect(blockAt(article, 30)).toEqual({ kind: 'list-item', start: 22, end: 32 })
    expect(blockAt(article, 99)).toBeNull()
  })
})

describe('paragraphNumber', () => {
  it('counts every block but headings from 1', () => {
    expect([11, 22, 44].map((offset) => paragraphNumber(article, offset))).toEqual([1, 2, 3])
  })

  it('gives a heading the number of the paragraph it stands over', () => {
    expect([0, 33].map((offset) => paragraphNumber(article, offset))).toEqual([1, 3])
  })

  it('gives the nearest number outside the text', () => {
    expect([paragraphNumber(article, -5), paragraphNumber(article, 999), paragraphNumber([], 0)]).toEqual([1, 3, 1])
  })
})

describe('countParagraphs', () => {
  it('leaves headings out', () => {
    expect(countParagraphs(article)).toBe(3)
  })
})

describe('countWords', () => {
  it('counts words and numbers, not punctuation, symbols or emoji', () => {
    expect(countWords('Trump’s 28-point plan — “rejected”, €140 billion, 3.5 % 🎉')).toBe(8)
  })

  it('counts words of scripts that write no spaces', () => {
    expect(countWords('谈判失败了', 'zh')).toBeGreaterThan(1)
    expect(countWords('การเจรจาล้มเหลว', 'th')).toBeGreaterThan(1)
  })

  it('counts words across line breaks and none in an empty text', () => {
    expect([countWords('one\ntwo'), countWords(''), countWords(' \n\t ')]).toEqual([2, 0, 0])
  })

  it('takes a language it does not know for none', () => {
    expect(countWords('two words', 'not a language!')).toBe(2)
  })
})

describe('pages', () => {
  const paged: Block[] = [
    { kind: 'heading', page: 1, pageLabel: '147', start: 0, end: 10 },
    { kind: 'paragraph', page: 1, pageLabel: '147', pageTurns: [{ at: 20, page: 2, pageLabel: '148' }], start: 11, end: 60 },
    { kind: 'paragraph', page: 1, pageLabel: '147', start: 61, end: 70 },
    { kind: 'paragraph', page: 3, start: 71, end: 90 },
  ]

  it('are those on which the words stand, also within a block that runs on', () => {
    expect([0, 30, 31, 59, 65, 80, 95].map((offset) => pageAt(paged, offset))).toEqual(['147', '147', '148', '148', '147', '3', null])
  })

  it('of a stretch are one or a range', () => {
    expect([pagesOf(paged, 12, 31), pagesOf(paged, 12, 32), pagesOf(paged, 40, 90), pagesOf(article, 11, 22)]).toEqual(['147', '147–148', '148–3', null])
    expect(['4', '4–5', '4-5', '4, 9', 'xii'].map(isSeveral)).toEqual([false, true, true, true, false])
  })

  it('begin once each, where the text first reaches them', () => {
    expect(pageStarts(paged)).toEqual([
      { at: 0, page: 1, label: '147' },
      { at: 31, page: 2, label: '148' },
      { at: 71, page: 3, label: '3' },
    ])
    expect(pageStarts(article)).toEqual([])
  })
})

it('words of plain Latin text are counted as the Unicode rules count them', () => {
  const segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  const byRules = (text: string) => [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).length
  const unit = fc.constantFrom(...'abZéß09_.,:;\'‘’“”–—… \n\t-@#/"×', '\u00a0', '田', 'ω')
  fc.assert(fc.property(fc.string({ unit, maxLength: 24 }), (text) => countWords(text, 'en') === byRules(text)), { numRuns: 3000, seed: 5 })
})
