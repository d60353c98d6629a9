// Selectors hold for every text: emoji, joined emoji, combining marks, right-to-left and CJK included.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normaliseText } from '../../src/shared/normalise-text.ts'
import {
  fromCodePoints,
  quoteOf,
  segmentAt,
  snapToGraphemes,
  toCodePoints,
  trimSpan,
} from '../../src/shared/selectors.ts'

const family = '👨‍👩‍👧‍👦'
const pieces = fc.oneof(
  fc.constantFrom('a', ' ', '\n', '.', '“', '”', 'é', 'e\u0301', '🎉', family, '🇺🇦', '👍🏽', 'שלום', 'العربية', '和平', '한국', '\u200f', 'Z\u0351\u032b'),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
)
const texts = fc.array(pieces, { minLength: 1, maxLength: 60 }).map((parts) => normaliseText(parts.join('')) || 'a')

/** A text of every script with a span that may cut anywhere, even through a character. */
const textAndSpan = texts.chain((text) =>
  fc
    .tuple(fc.nat(text.length - 1), fc.nat(text.length))
    .map(([start, length]) => ({ text, span: { start, end: Math.min(text.length, start + 1 + length) } })),
)

const boundaries = (text: string): Set<number> =>
  new Set([...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map((part) => part.index)).add(text.length)

describe('segmentAt', () => {
  it('keeps the quote and 32 code units on either side', () => {
    const text = `${'b'.repeat(40)}QUOTE${'a'.repeat(40)}`
    expect(segmentAt(text, { start: 40, end: 45 })).toEqual({
      start: 40,
      end: 45,
      quote: 'QUOTE',
      prefix: 'b'.repeat(32),
      suffix: 'a'.repeat(32),
    })
  })

  it('keeps less at the ends of the text', () => {
    expect(segmentAt('to end the war', { start: 3, end: 6 })).toEqual({
      start: 3,
      end: 6,
      quote: 'end',
      prefix: 'to ',
      suffix: ' the war',
    })
  })

  it('drops half a character rather than keep it', () => {
    const text = `🎉${'b'.repeat(31)}QUOTE${'a'.repeat(31)}🎉`
    expect(segmentAt(text, { start: 33, end: 38 })).toEqual({
      start: 33,
      end: 38,
      quote: 'QUOTE',
      prefix: 'b'.repeat(31),
      suffix: 'a'.repeat(31),
    })
  })

  it('is well formed and lies in the text where it says, for every snapped span', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const segment = segmentAt(text, snapToGraphemes(text, span))
        const whole = segment.prefix + segment.quote + segment.suffix
        expect(whole.isWellFormed()).toBe(true)
        expect(text.startsWith(whole, segment.start - segment.prefix.length)).toBe(true)
        expect(segment.quote).toBe(text.slice(segment.start, segment.end))
      }),
    )
  })
})

describe('snapToGraphemes', () => {
  it('takes a joined emoji, a flag and an accent whole', () => {
    const text = `x${family}y🇺🇦ze\u0323\u0301`
    const flag = text.indexOf('🇺🇦')
    const letter = text.indexOf('e\u0323')
    expect(snapToGraphemes(text, { start: 3, end: 4 })).toEqual({ start: 1, end: 1 + family.length })
    expect(snapToGraphemes(text, { start: flag, end: flag + 2 })).toEqual({ start: flag, end: flag + 4 })
    expect(snapToGraphemes(text, { start: letter, end: letter + 1 })).toEqual({ start: letter, end: text.length })
  })

  it('gives the smallest span between characters that holds the one asked for', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const all = boundaries(text)
        const expected = {
          start: Math.max(...[...all].filter((at) => at <= span.start)),
          end: Math.min(...[...all].filter((at) => at >= span.end)),
        }
        expect(snapToGraphemes(text, span)).toEqual(expected)
      }),
    )
  })

  it('stays within the text', () => {
    expect(snapToGraphemes('abc', { start: -4, end: 99 })).toEqual({ start: 0, end: 3 })
  })
})

describe('trimSpan', () => {
  it('leaves out white space and line breaks at both ends', () => {
    expect(trimSpan('a \n war ends \t\n', { start: 1, end: 15 })).toEqual({ start: 4, end: 12 })
  })

  it('is null when nothing is left', () => {
    expect(trimSpan('a  \n b', { start: 1, end: 5 })).toBeNull()
  })
})

describe('quoteOf', () => {
  it('joins segments with an ellipsis', () => {
    expect(quoteOf([{ quote: 'no compromise' }, { quote: 'was found' }])).toBe('no compromise … was found')
  })
})

describe('code points', () => {
  it('count an emoji once', () => {
    expect([0, 1, 3, 4].map((offset) => toCodePoints('a🎉b', offset))).toEqual([0, 1, 2, 3])
    expect([0, 1, 2, 3, 9].map((points) => fromCodePoints('a🎉b', points))).toEqual([0, 1, 3, 4, 4])
  })

  it('come back to the same offset from every place between code points', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let offset = 0
        for (const [index, character] of [...text].entries()) {
          expect([toCodePoints(text, offset), fromCodePoints(text, index)]).toEqual([index, offset])
          offset += character.length
        }
      }),
    )
  })
})
