// The index answers as a search through all passages would.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexPassages, lengthOf, sameSpans } from '../../../src/renderer/reader/passage-index.ts'
import { lanesOf } from '../../../src/renderer/reader/passage-lanes.ts'
import type { Span } from '../../../src/shared/passages.ts'
import { aPassage } from './builders.ts'

const aSpan = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 25 })).map(([start, length]): [number, number] => [start, start + length])
const somePassages = fc
  .array(fc.array(aSpan, { minLength: 1, maxLength: 3 }), { maxLength: 40 })
  .map((all) => all.map((spans, index) => aPassage(`passage ${index}`, spans.toSorted((a, b) => a[0] - b[0]))).toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0)))
const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end
const names = (passages: readonly { id: string }[]): string[] => passages.map((passage) => passage.id).toSorted()

describe('indexPassages', () => {
  it('finds every passage that shares a character with a span, each once', () => {
    fc.assert(
      fc.property(somePassages, aSpan, (passages, [start, end]) => {
        const found = indexPassages(passages).overlapping({ start, end })
        expect(names(found)).toEqual(names(passages.filter((passage) => passage.segments.some((segment) => touches(segment, { start, end })))))
      }),
    )
  })

  it('gives the smallest passage at a place first', () => {
    fc.assert(
      fc.property(somePassages, fc.nat(90), (passages, offset) => {
        const lengths = indexPassages(passages).at(offset).map(lengthOf)
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b))
      }),
    )
  })

  it('leaves the gap of a discontinuous passage free', () => {
    const index = indexPassages([aPassage('quotation', [[0, 10], [20, 30]])])
    expect([5, 10, 15, 20, 30].map((offset) => names(index.at(offset)))).toEqual([['quotation'], [], [], ['quotation'], []])
  })

  it('knows a passage by its exact spans alone', () => {
    const index = indexPassages([aPassage('outer', [[0, 30]]), aPassage('pair', [[0, 10], [20, 30]]), aPassage('inner', [[0, 10]])])
    const found = [[{ start: 0, end: 10 }], [{ start: 0, end: 10 }, { start: 20, end: 30 }], [{ start: 0, end: 11 }], []]
    expect(found.map((spans) => index.exactly(spans)?.id ?? null)).toEqual(['inner', 'pair', null, null])
  })
})

describe('sameSpans', () => {
  it('compares number, starts and ends', () => {
    const spans = [{ start: 1, end: 2 }]
    expect([sameSpans(spans, [{ start: 1, end: 2 }]), sameSpans(spans, [{ start: 1, end: 3 }]), sameSpans(spans, [])]).toEqual([true, false, false])
  })
})

describe('lanesOf', () => {
  const spans = fc.array(aSpan.map(([start, end]) => ({ start, end })), { maxLength: 30 })

  it('gives the outer of two passages the first lane, whichever was made first', () => {
    const outer = { start: 0, end: 100 }
    const inner = { start: 40, end: 60 }
    expect([lanesOf([outer, inner], 3), lanesOf([inner, outer], 3)]).toEqual([[0, 1], [1, 0]])
  })

  it('uses a lane again where its passage has ended', () => {
    expect(lanesOf([{ start: 0, end: 10 }, { start: 10, end: 20 }, { start: 15, end: 30 }, { start: 20, end: 25 }], 3)).toEqual([0, 0, 1, 0])
  })

  it('never puts two that overlap into one lane while there are lanes enough', () => {
    fc.assert(
      fc.property(spans, (intervals) => {
        const lanes = lanesOf(intervals, 30)
        for (const [a, left] of intervals.entries()) {
          for (const [b, right] of intervals.entries()) if (a < b && touches(left, right)) expect(lanes[a]).not.toBe(lanes[b])
        }
      }),
    )
  })

  it('stays within the lanes there are', () => {
    fc.assert(
      fc.property(spans, (intervals) => {
        expect(lanesOf(intervals, 3).filter((lane) => lane < 0 || lane > 2)).toEqual([])
      }),
    )
  })
})
