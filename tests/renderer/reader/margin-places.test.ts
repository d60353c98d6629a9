// @vitest-environment jsdom
// Where spans stand is measured once in a block, and again once the block has another size.
import { beforeEach, describe, expect, it } from 'vitest'
import { placesOn } from '../../../src/renderer/reader/margin-places.ts'
import type { TextSurface } from '../../../src/renderer/reader/text-surface.ts'

/** A text of blocks of ten characters; a line holds `perLine` of them and is ten pixels high. */
function aText(blocks: number) {
  const state = { perLine: 10, scrolled: 0, measured: 0 }
  const heightOf = () => (10 / state.perLine) * 10
  const rect = (top: number, height: number) => ({ top: top - state.scrolled, bottom: top - state.scrolled + height, width: 100, height }) as DOMRect
  const elements = Array.from({ length: blocks }, (_, at) => {
    const element = document.createElement('p')
    element.getBoundingClientRect = () => rect(at * heightOf(), heightOf())
    return element
  })
  const dom = document.createElement('div')
  dom.getBoundingClientRect = () => rect(0, blocks * heightOf())
  const surface = {
    dom,
    blockAt: (offset: number) => elements[Math.floor(offset / 10)] ?? null,
    rangeOf({ start }: { start: number }) {
      state.measured += 1
      const line = Math.floor((start % 10) / state.perLine)
      return { getClientRects: () => [rect(Math.floor(start / 10) * heightOf() + line * 10, 10)] }
    },
  } as unknown as TextSurface
  return { state, places: placesOn(surface) }
}

describe('places beside the text', () => {
  let text = aText(5)
  beforeEach(() => void (text = aText(5)))

  it('reach from the first line of a span to its last, over several blocks', () => {
    const { places, state } = text
    state.perLine = 5
    expect(places.extentOf({ start: 16, end: 32 })).toEqual({ top: 30, bottom: 70 })
  })

  it('are measured once, wherever the page was scrolled meanwhile', () => {
    const { places, state } = text
    const before = places.extentOf({ start: 22, end: 28 })
    state.scrolled = 33
    places.moved()
    expect(places.extentOf({ start: 22, end: 28 })).toEqual(before)
    expect(places.extentOf({ start: 32, end: 38 })).toEqual({ top: 30, bottom: 40 })
    expect(state.measured).toBe(4)
  })

  it('are measured anew in a block of another size', () => {
    const { places, state } = text
    places.extentOf({ start: 26, end: 28 })
    state.perLine = 5
    places.moved()
    expect(places.extentOf({ start: 26, end: 28 })).toEqual({ top: 50, bottom: 60 })
  })

  it('are all measured anew when lines may have moved within blocks of the same size', () => {
    const { places, state } = text
    places.extentOf({ start: 22, end: 28 })
    places.forget()
    places.extentOf({ start: 22, end: 28 })
    expect(state.measured).toBe(4)
  })
})
