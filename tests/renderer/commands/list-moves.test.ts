// How keys move through a list.
import { describe, expect, test } from 'vitest'
import { goTo, rowForKey, toggleRow, typeAhead, type ListState } from '../../../src/renderer/interface/list-moves.ts'

const at = (row: number): ListState => ({ active: row, anchor: row, chosen: [row] })

describe('going to a row', () => {
  test('chooses it alone and stays within the list', () => {
    expect(goTo(at(2), 3, 5, false)).toEqual(at(3))
    expect(goTo(at(4), 9, 5, false)).toEqual(at(4))
    expect(goTo(at(0), 0, 0, false)).toEqual({ active: -1, anchor: -1, chosen: [] })
  })

  test('with Shift chooses all from where the range began, both ways', () => {
    const down = goTo(at(2), 4, 6, true)
    expect(down).toEqual({ active: 4, anchor: 2, chosen: [2, 3, 4] })
    expect(goTo(down, 0, 6, true)).toEqual({ active: 0, anchor: 2, chosen: [0, 1, 2] })
  })

  test('with Ctrl adds one or takes it out', () => {
    const two = toggleRow(at(3), 1)
    expect(two).toEqual({ active: 1, anchor: 1, chosen: [1, 3] })
    expect(toggleRow(two, 3)).toEqual({ active: 3, anchor: 3, chosen: [1] })
  })
})

test('navigation keys lead to rows, others to none', () => {
  const keys = ['ArrowDown', 'ArrowUp', 'Home', 'End', 'PageDown', 'PageUp', 'x']
  expect(keys.map((key) => rowForKey(key, 5, 20, 8))).toEqual([6, 4, 0, 19, 13, 0, null])
  expect(rowForKey('ArrowDown', -1, 20, 8)).toBe(0)
})

describe('type-ahead', () => {
  const names = ['Jared Kushner', 'Marco Rubio', '“Maria” Zakharova', 'Vladimir Putin', 'Мария']

  test('goes to the next row that starts with what was typed', () => {
    expect(typeAhead(names, 'v', 0)).toBe(3)
    expect(typeAhead(names, 'mari', 1)).toBe(2)
    expect(typeAhead(names, 'М', 0)).toBe(4)
    expect(typeAhead(names, 'q', 0)).toBe(-1)
  })

  test('goes around, and on with the same letter', () => {
    expect(typeAhead(names, 'j', 3)).toBe(0)
    expect(typeAhead(names, 'm', 1)).toBe(2)
    expect(typeAhead(names, 'mm', 2)).toBe(1)
  })

  test('stays on a row that still fits while more is typed', () => {
    expect(typeAhead(names, 'ma', 1)).toBe(1)
  })
})
