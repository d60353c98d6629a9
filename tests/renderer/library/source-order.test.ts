import { describe, expect, it } from 'vitest'
import { countIn, idAt, idsBetween, idsOf, nextPlace, placeIn, withCopies } from '../../../src/renderer/library/source-order.ts'

const id = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`
const pack = (...numbers: number[]): string => numbers.map(id).join('')

describe('a packed order', () => {
  it('knows its ids by place and its places by id', () => {
    const packed = pack(3, 1, 2)
    expect([countIn(packed), idAt(packed, 1), idAt(packed, 3), idAt(packed, -1)]).toEqual([3, id(1), '', ''])
    expect([id(3), id(2), id(9), null, ''].map((each) => placeIn(packed, each))).toEqual([0, 2, -1, -1, -1])
    expect(idsBetween(packed, 2, 1)).toEqual([id(1), id(2)])
  })

  it('answers those of some ids that it has, in its order, few or many', () => {
    const many = Array.from({ length: 80 }, (_, at) => at)
    const packed = pack(...many.toReversed())
    expect(idsOf(packed, new Set([id(3), id(70), id(500)]))).toEqual([id(70), id(3)])
    expect(idsOf(packed, new Set(many.slice(0, 60).map(id)))).toEqual(many.slice(0, 60).toReversed().map(id))
  })

  it('finds the next of some ids from a place on, and around', () => {
    const packed = pack(1, 2, 3, 4)
    expect([nextPlace(packed, pack(2, 4), 2), nextPlace(packed, pack(2), 2), nextPlace(packed, pack(9), 0), nextPlace(packed, '', 0)]).toEqual([3, 1, -1, -1])
  })

  it('shows copies behind the sources that are opened, and no others', () => {
    const order = { sources: pack(1, 2, 3), total: 6, copies: { [id(1)]: [id(10), id(11)], [id(3)]: [id(30)] } }
    const shown = withCopies(order, new Set([id(1), id(2), id(99)]))
    expect(shown.packed).toBe(pack(1, 10, 11, 2, 3))
    expect([...shown.behind]).toEqual([[id(10), id(1)], [id(11), id(1)]])
  })
})
