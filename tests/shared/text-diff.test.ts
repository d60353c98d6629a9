import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffTexts, similarity } from '../../src/shared/text-diff.ts'

const words = (before: string, after: string) =>
  diffTexts(before, after).map(({ start, end, newStart, newEnd }) => [before.slice(start, end), after.slice(newStart, newEnd)])

describe('the differences of two texts', () => {
  it.each([
    ['The plan failed.', 'The plan failed.', []],
    ['Teh plan.', 'The plan.', [['eh', 'he']]],
    ['one two three', 'one three', [['two ', '']]],
    ['one\ntwo\nthree', 'one\nnew\ntwo\nthree', [['', 'new\n']]],
    ['a 👩‍🚀 b', 'a 👩‍🔬 b', [['🚀', '🔬']]],
    ['他在日內瓦。', '他在日内瓦。', [['內', '内']]],
    ['', 'all new', [['', 'all new']]],
  ])('from %j to %j are %j', (before, after, changes) => {
    expect(words(before, after)).toEqual(changes)
  })

  it('make the one text out of the other, whatever the texts', () => {
    const piece = oneof(string({ unit: 'binary', maxLength: 4 }), constantFrom('the ', 'the ', 'cat ', '\n', '👩‍🚀', 'é', '和平', 'שלום'))
    const text = array(piece, { maxLength: 80 }).map((pieces) => pieces.join('').toWellFormed())
    assert(
      property(text, text, (before, after) => {
        let made = ''
        let at = 0
        let newAt = 0
        for (const { start, end, newStart, newEnd } of diffTexts(before, after)) {
          expect(start - at).toBe(newStart - newAt)
          made += before.slice(at, start) + after.slice(newStart, newEnd)
          expect(after.slice(newStart, newEnd).isWellFormed()).toBe(true)
          at = end
          newAt = newEnd
        }
        expect(made + before.slice(at)).toBe(after)
      }),
      { numRuns: 300 },
    )
  })

  it('of two long texts with nothing in common are one replacement, not an endless search', () => {
    const one = Array.from({ length: 60_000 }, (_, at) => 'ab'[(at * 7) % 3 === 0 ? 0 : 1]).join(' ')
    const other = Array.from({ length: 60_000 }, (_, at) => 'bcd'[(at * 5) % 3]).join(' ')
    expect(diffTexts(one, other).length).toBeGreaterThan(0)
  })
})

it('likeness goes from nothing in common to the same', () => {
  expect([similarity('abc', 'abc'), similarity('abc', 'xyz'), similarity('Puttin met', 'Putin met')]).toEqual([1, 0, 1 - 1 / 19])
})
