// Choosing passages in lists: one by one, in ranges, in one list at a time, and what stays chosen when a list changes.
import { beforeEach, describe, expect, it } from 'vitest'
import { choose, chooseTo, follow, letGo, tagsInHand, toggle, usePassagesInHand, type ChoosingList } from '../../../src/renderer/passages/passages-in-hand.ts'

const aList = (list: string, tags: string): ChoosingList => ({ list, title: list, lines: [...tags].map((tag) => ({ tag, passage: tag })) })
const first = aList('first', 'abcde')
const inHand = () => `${usePassagesInHand.getState().list ?? 'none'} ${tagsInHand().join('')}`

beforeEach(letGo)

describe('passages in hand', () => {
  it('come and go one by one, in the order of their list', () => {
    toggle(first, 'd')
    toggle(first, 'a')
    expect(inHand()).toBe('first ad')
    toggle(first, 'd')
    expect(inHand()).toBe('first a')
    toggle(first, 'a')
    expect(inHand()).toBe('none ')
  })

  it('are a range from where the last choice was made, both ways, besides those chosen before', () => {
    toggle(first, 'c')
    chooseTo(first, 'e')
    expect(inHand()).toBe('first cde')
    chooseTo(first, 'b')
    expect(inHand()).toBe('first bcde')
    letGo()
    chooseTo(first, 'b')
    expect(inHand()).toBe('first b')
    chooseTo(first, 'd')
    expect(inHand()).toBe('first bcd')
  })

  it('are of one list: choosing in another ends the choice', () => {
    choose(first, ['a', 'b'])
    toggle(aList('other', 'xy'), 'y')
    expect(inHand()).toBe('other y')
    chooseTo(first, 'b')
    expect(inHand()).toBe('first b')
  })

  it('stay chosen while their list still has them', () => {
    choose(first, ['a', 'c', 'e'])
    follow(aList('other', 'xy'))
    expect(inHand()).toBe('first ace')
    follow(aList('first', 'ecb'))
    expect(inHand()).toBe('first ec')
    follow(aList('first', 'b'))
    expect(inHand()).toBe('none ')
  })
})
