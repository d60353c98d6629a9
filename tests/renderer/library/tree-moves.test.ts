// Which codes show, and where keys and drops put one.
import { describe, expect, it } from 'vitest'
import { dropPlace, openRows, placesOf, stepFrom } from '../../../src/renderer/library/tree-moves.ts'
import type { Code } from '../../../src/shared/codes.ts'

const code = (id: string, parent: string | null = null): Code =>
  ({ id, parent, name: id, path: id, colour: 'teal', description: '', position: 0, uses: 0, total: 0, shortcut: null })
const codes = [code('a'), code('b'), code('b1', 'b'), code('b2', 'b'), code('b21', 'b2'), code('c')]

describe('the rows of the code tree', () => {
  it('leave out whatever is below a closed code', () => {
    expect(openRows(codes, new Set(['b'])).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(openRows(codes, new Set(['b2'])).map(({ id }) => id)).toEqual(['a', 'b', 'b1', 'b2', 'c'])
  })

  it('know their level, their place and whether they are open', () => {
    const places = placesOf(codes, new Set(['b2']))
    expect(['b', 'b2', 'b21'].map((id) => places.get(id))).toEqual([
      { level: 1, open: true, position: 2, of: 3 },
      { level: 2, open: false, position: 2, of: 2 },
      { level: 3, open: undefined, position: 1, of: 1 },
    ])
  })
})

describe('a step by key', () => {
  it('goes past a sibling, out behind the parent, or under the sibling above', () => {
    expect(stepFrom(codes, 'c', 'up')).toEqual({ parent: null, before: 'b' })
    expect(stepFrom(codes, 'a', 'down')).toEqual({ parent: null, before: 'c' })
    expect(stepFrom(codes, 'b1', 'down')).toEqual({ parent: 'b', before: null })
    expect(stepFrom(codes, 'b1', 'out')).toEqual({ parent: null, before: 'c' })
    expect(stepFrom(codes, 'c', 'in')).toEqual({ parent: 'b', before: null })
  })

  it('leads nowhere at the ends', () => {
    expect([stepFrom(codes, 'a', 'up'), stepFrom(codes, 'c', 'down'), stepFrom(codes, 'a', 'out'), stepFrom(codes, 'b1', 'in')]).toEqual([null, null, null, null])
  })
})

describe('a drop', () => {
  it('goes before, into or after the code under it', () => {
    expect(dropPlace(codes, 'c', 'b1', 'before')).toEqual({ parent: 'b', before: 'b1' })
    expect(dropPlace(codes, 'c', 'b1', 'into')).toEqual({ parent: 'b1', before: null })
    expect(dropPlace(codes, 'a', 'b', 'after')).toEqual({ parent: null, before: 'c' })
    expect(dropPlace(codes, 'b1', 'b2', 'after')).toEqual({ parent: 'b', before: null })
  })

  it('goes nowhere on itself and on what is below it', () => {
    expect([dropPlace(codes, 'b', 'b', 'before'), dropPlace(codes, 'b', 'b21', 'into')]).toEqual([null, null])
  })
})
