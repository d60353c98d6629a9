// Words, and the steps by which bounds move over them.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  wordEndAfter,
  wordEndBefore,
  wordFrom,
  wordStartAfter,
  wordStartBefore,
  wordUpTo,
  wordsOfLineAt,
} from '../../src/shared/words.ts'

const text = 'By the U.S. and Putin’s 28 men\n\n— Ukraine 🇺🇦'
const quote = (span: { start: number; end: number } | null): string | null => span && text.slice(span.start, span.end)

describe('wordsOfLineAt', () => {
  it('takes an abbreviation with its last full stop and a name with its possessive', () => {
    expect(wordsOfLineAt(text, 3).map((word) => [quote(word), text.slice(word.start, word.bare)])).toEqual([
      ['By', 'By'],
      ['the', 'the'],
      ['U.S.', 'U.S.'],
      ['and', 'and'],
      ['Putin’s', 'Putin'],
      ['28', '28'],
      ['men', 'men'],
    ])
  })
})

describe('steps between words', () => {
  it('go to the next and the previous start', () => {
    expect([wordStartAfter(text, 0), wordStartAfter(text, 7), wordStartAfter(text, 27)]).toEqual([3, 12, text.indexOf('Ukraine')])
    expect([wordStartBefore(text, 7), wordStartBefore(text, text.indexOf('Ukraine')), wordStartBefore(text, 0)]).toEqual([3, 27, null])
  })

  it('go to the next and the previous end, stopping before a possessive', () => {
    const name = text.indexOf('Putin')
    expect([wordEndAfter(text, 6), wordEndAfter(text, name), wordEndAfter(text, name + 5)]).toEqual([11, name + 5, name + 7])
    expect([wordEndBefore(text, name + 7), wordEndBefore(text, name + 5), wordEndBefore(text, 2)]).toEqual([name + 5, 15, null])
    expect(wordEndAfter(text, text.indexOf('🇺🇦'))).toBeNull()
  })

  it('find the word from and up to a place, over empty lines', () => {
    expect(quote(wordFrom(text, 28))).toBe('Ukraine')
    expect(quote(wordUpTo(text, text.indexOf('Ukraine') + 2))).toBe('men')
    expect([wordFrom(text, text.length), wordUpTo(text, 1)]).toEqual([null, null])
  })

  it('always move, and forwards and backwards visit the same starts', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'U.S.', ' ', '\n', '’s', 'שלום', '和平', '🎉', '-'), { maxLength: 30 }), (parts) => {
        const any = parts.join('')
        const forwards: number[] = []
        for (let at = wordStartAfter(any, -1); at !== null; at = wordStartAfter(any, at)) forwards.push(at)
        const backwards: number[] = []
        for (let at = wordStartBefore(any, any.length + 1); at !== null; at = wordStartBefore(any, at)) backwards.push(at)
        expect(backwards.toReversed()).toEqual(forwards)
        expect(forwards).toEqual([...new Set(forwards)].toSorted((a, b) => a - b))
      }),
    )
  })
})
