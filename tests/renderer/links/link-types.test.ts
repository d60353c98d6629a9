// The type that two items are most often linked by.
import { describe, expect, it } from 'vitest'
import { usualType } from '../../../src/renderer/links/link-types.ts'
import { itemKinds } from '../../../src/shared/items.ts'

describe('the usual type of a link', () => {
  it('goes by the kinds of both items', () => {
    expect(itemKinds.map((to) => usualType('claim', to))).toEqual(['supports', 'said by', 'supports', 'supports'])
    expect(itemKinds.map((to) => usualType('recommendation', to))).toEqual(['depends on', 'addressed to', 'depends on', 'depends on'])
    expect(usualType('actor', 'actor')).toBe('member of')
  })
})
