// Panels hang from what is seen of their words, and rest while nothing is.
import { describe, expect, it } from 'vitest'
import { boundsIn, type Box } from '../../../src/renderer/reader/beside-bounds.ts'

const page: Box = { left: 200, top: 100, right: 800, bottom: 900 }
const lines = (top: number): Box[] => [
  { left: 300, top, right: 700, bottom: top + 28 },
  { left: 250, top: top + 28, right: 400, bottom: top + 56 },
]

describe('the bounds of words', () => {
  it('are the box around all their lines', () => {
    expect(boundsIn(page, lines(400), true)).toEqual({ left: 250, top: 400, right: 700, bottom: 456 })
  })

  it('are cut at the edges of the page', () => {
    expect(boundsIn(page, lines(80), true)).toMatchObject({ top: 100, bottom: 136 })
    expect(boundsIn(page, lines(880), false)).toMatchObject({ top: 880, bottom: 900 })
  })

  it('are those of the page when there are none', () => {
    expect(boundsIn(page, [], false)).toBe(page)
  })

  it('stay as they are out of sight, however far the page is scrolled, for a panel that leaves', () => {
    const [above, higher, below, lower] = [40, -5000, 901, 70_000].map((top) => boundsIn(page, lines(top), true))
    expect(higher).toEqual(above)
    expect(lower).toEqual(below)
    expect(above?.bottom).toBeLessThan(page.top)
    expect(below?.top).toBeGreaterThan(page.bottom)
  })

  it('go with their words for a panel that stays', () => {
    expect(boundsIn(page, lines(-500), false)).toMatchObject({ top: -500, bottom: -444 })
  })
})
