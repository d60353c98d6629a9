// The part of the passages that a stretch of text is painted with looks as if all of them had been painted.
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layersOf, paintPassages } from '../../../src/renderer/reader/highlight-layers.ts'
import { indexPassages } from '../../../src/renderer/reader/passage-index.ts'
import type { PassageMark } from '../../../src/shared/passages.ts'
import { aPassage } from './builders.ts'

const inOrder = (passages: PassageMark[]): PassageMark[] =>
  passages.toSorted((a, b) => (a.segments[0]?.start ?? 0) - (b.segments[0]?.start ?? 0))

const idsAround = (passages: PassageMark[], start: number, end: number): string[] =>
  indexPassages(passages).around({ start, end }).map((passage) => passage.id)

describe('around', () => {
  const passages = [aPassage('a', [[0, 10]]), aPassage('b', [[20, 40]]), aPassage('c', [[30, 50]]), aPassage('d', [[50, 60]]), aPassage('gap', [[70, 72], [90, 92]]), aPassage('e', [[80, 85]])]

  it('gives what touches the span and what that overlaps, and nothing else', () => {
    expect(idsAround(passages, 45, 50)).toEqual(['b', 'c'])
    expect(idsAround(passages, 10, 20)).toEqual([])
    expect(idsAround(passages, 55, 56)).toEqual(['d'])
  })

  it('counts the gap of a passage in', () => {
    expect(idsAround(passages, 81, 82)).toEqual(['gap', 'e'])
  })

  it('gives nothing beside no passages', () => {
    expect(idsAround([], 0, 100)).toEqual([])
  })
})

const passagesOf = fc
  .array(fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 60 })), { minLength: 1, maxLength: 3 }), { maxLength: 60 })
  .map((list) =>
    inOrder(
      list.map((spans, at) => {
        let from = 0
        return aPassage(String(at), spans.toSorted((a, b) => a[0] - b[0]).map(([start, length]) => {
          const begin = Math.max(from, start)
          from = begin + length + 1
          return [begin, begin + length] as [number, number]
        }))
      }),
    ),
  )

describe('painting a part', () => {
  it('gives every passage in sight the lane it has when all are painted', () => {
    fc.assert(
      fc.property(passagesOf, fc.nat(500), fc.integer({ min: 1, max: 100 }), (passages, start, length) => {
        const span = { start, end: start + length }
        const shown = indexPassages(passages).overlapping(span)
        const part = layersOf(shown, paintPassages(indexPassages(passages).around(span), new Map()))
        expect(part).toEqual(layersOf(shown, paintPassages(passages, new Map())))
      }),
    )
  })
})
