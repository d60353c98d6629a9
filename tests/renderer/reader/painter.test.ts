// @vitest-environment jsdom
// Highlights show what they are told, keep the ranges they have, and leave nothing behind.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPainter, type Painter } from '../../../src/renderer/reader/painter.ts'
import type { Span } from '../../../src/shared/passages.ts'
import { randomFrom } from '../../campaigns/random.ts'

const span = (start: number, end: number): Span => ({ start, end })

describe('a painter', () => {
  const registry = new Map<string, Set<Range>>()
  const spans = new Map<Range, Span>()
  let made = 0
  let painter: Painter
  const shown = () =>
    Object.fromEntries(
      [...registry].map(([name, ranges]) => [name, [...ranges].map((range) => spans.get(range) as Span).toSorted((a, b) => a.start - b.start || a.end - b.end)]),
    )

  beforeEach(() => {
    vi.stubGlobal('Highlight', class extends Set<Range> {})
    vi.stubGlobal('CSS', { highlights: registry })
    registry.clear()
    made = 0
    painter = createPainter((wanted) => {
      made += 1
      const range = document.createRange()
      spans.set(range, wanted)
      return range
    })
  })
  afterEach(() => vi.unstubAllGlobals())

  it('makes ranges for what is new alone', () => {
    painter.setLayers(new Map([['a', [span(0, 5), span(9, 12)]]]))
    expect(made).toBe(2)
    painter.setLayers(new Map([['a', [span(0, 5), span(7, 8), span(9, 12)]]]))
    expect(made).toBe(3)
    painter.setLayers(new Map([['a', [span(7, 8)]]]))
    expect(made).toBe(3)
    expect(shown()).toEqual({ a: [span(7, 8)] })
    painter.setLayers(new Map())
    expect(shown()).toEqual({})
  })

  it('shows what it was told last, whatever it showed before', () => {
    const random = randomFrom(5)
    for (let round = 0; round < 300; round += 1) {
      const layers = new Map<string, Span[]>()
      for (const name of ['a', 'b', 'c']) {
        const starts = [...new Set(Array.from({ length: random.whole(0, 6) }, () => random.whole(0, 12)))].toSorted((a, b) => a - b)
        if (starts.length > 0) layers.set(name, starts.map((start) => span(start, start + random.whole(1, 3))))
      }
      painter.setLayers(layers)
      expect(shown()).toEqual(Object.fromEntries(layers))
    }
    painter.set('d', [span(1, 2)])
    painter.clear()
    expect(shown()).toEqual({})
  })
})
