import { describe, expect, it } from 'vitest'
import { activePlaceOf, chooseAll, goToPlace, togglePlace, type HeldRows, type RowOrder } from '../../../src/renderer/interface/long-grid-moves.ts'

const orderOf = (keys: string): RowOrder => ({
  count: keys.length,
  keyAt: (place) => keys[place] ?? '',
  placeOf: (key) => (key === null ? -1 : keys.indexOf(key)),
  between: (one, other) => keys.slice(Math.min(one, other), Math.max(one, other) + 1).split(''),
})
const nothing: HeldRows = { active: null, row: -1, anchor: null, chosen: new Set() }
const told = ({ active, chosen }: HeldRows) => [active, [...chosen].join('')]

describe('moving in a long list', () => {
  it('goes to one row, extends from the anchor both ways, and stops at the ends', () => {
    const order = orderOf('abcdef')
    const at = goToPlace(nothing, order, 2, false)
    expect(told(at)).toEqual(['c', 'c'])
    expect(told(goToPlace(at, order, 4, true))).toEqual(['e', 'cde'])
    expect(told(goToPlace(goToPlace(at, order, 4, true), order, 0, true))).toEqual(['a', 'abc'])
    expect(told(goToPlace(at, order, 99, false))).toEqual(['f', 'f'])
    expect(goToPlace(at, orderOf(''), 0, false)).toBe(at)
  })

  it('adds and takes out single rows, and chooses all', () => {
    const order = orderOf('abc')
    const two = togglePlace(goToPlace(nothing, order, 0, false), order, 2)
    expect(told(two)).toEqual(['c', 'ac'])
    expect(told(togglePlace(two, order, 0))).toEqual(['a', 'c'])
    expect(told(chooseAll(two, order))).toEqual(['c', 'abc'])
  })

  it('holds its row over a new order, and its place when the row is gone', () => {
    const at = goToPlace(nothing, orderOf('abcd'), 1, false)
    expect([activePlaceOf(at, orderOf('dcba')), activePlaceOf(at, orderOf('acd')), activePlaceOf(at, orderOf('a')), activePlaceOf(at, orderOf(''))]).toEqual([2, 1, 0, -1])
  })
})
