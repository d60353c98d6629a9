// What a filter being typed can go on with.
import { describe, expect, it } from 'vitest'
import { completionsOf, nameCompletions, fixedValues, openFilter } from '../../../src/renderer/search/filter-completions.ts'

describe('openFilter', () => {
  it.each([
    ['kind:', { name: 'kind', start: 0, typed: '' }],
    ['oil Kind:cl', { name: 'kind', start: 4, typed: 'cl' }],
    ['source:"why the', { name: 'source', start: 0, typed: 'why the' }],
    ['kind:claim ', null],
    ['oil', null],
    ['http://kind', null],
    ['', null],
  ])('of %j', (text, filter) => {
    expect(openFilter(text)).toEqual(filter)
  })
})

describe('completionsOf', () => {
  it('puts a value that fits in the place of what was typed, in quotes where it has spaces', () => {
    const text = 'oil kind:cl'
    const filter = openFilter(text)
    if (!filter) throw new Error('no filter')
    expect(completionsOf(text, filter, fixedValues('kind'))).toEqual([{ label: 'kind:claim', text: 'oil kind:claim ' }])
    expect(completionsOf('source:', { name: 'source', start: 0, typed: '' }, ['Paris "summit" day'])).toEqual([
      { label: 'source:"Paris summit day"', text: 'source:"Paris summit day" ' },
    ])
  })

  it('offers nothing more for a value that is whole', () => {
    expect(completionsOf('kind:claim', { name: 'kind', start: 0, typed: 'claim' }, fixedValues('kind'))).toEqual([])
  })
})

it('offers names of filters for the beginning of the last word, from two letters on', () => {
  expect(nameCompletions('putin ki')).toEqual([{ label: 'kind:', text: 'putin kind:' }])
  expect(nameCompletions('IN')).toEqual([{ label: 'in:', text: 'in:' }])
  for (const text of ['', 'k', 'kind:', 'kind:cl', 'kin ', '"kin', 'akin', '-kin', 'x']) expect(nameCompletions(text), text).toEqual([])
})
