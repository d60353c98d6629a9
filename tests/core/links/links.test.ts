import { expect, it } from 'vitest'
import { aCore } from '../a-core.ts'

const coded = (code: string) => expect.objectContaining({ code })

function aPair() {
  const core = aCore()
  const [fell, rose] = ['Exports fell', 'Exports rose'].map((statement) => core.api.items.create({ kind: 'claim', statement }).id) as [string, string]
  return { core, fell, rose, linksOf: (item: string) => core.api.links.of({ item }) }
}

it('a link is seen from both of its items, with its direction', () => {
  const { core, fell, rose, linksOf } = aPair()
  const { link } = core.api.links.create({ from: fell, to: rose, type: 'contradicts', note: 'Same quarter' })
  const shared = { id: link, type: 'contradicts', note: 'Same quarter', kind: 'claim' }
  expect(linksOf(fell)).toEqual([{ ...shared, outward: true, item: rose, statement: 'Exports rose' }])
  expect(linksOf(rose)).toEqual([{ ...shared, outward: false, item: fell, statement: 'Exports fell' }])
  expect(core.api.links.create({ from: fell, to: rose, type: 'contradicts' })).toEqual({ link })
})

it('its type may be the analyst’s own, and every change is undone', () => {
  const { core, fell, rose, linksOf } = aPair()
  const { link } = core.api.links.create({ from: fell, to: rose, type: 'supports' })
  core.api.links.update({ link, type: 'dates from before', note: 'By a week' })
  expect(linksOf(fell)).toMatchObject([{ type: 'dates from before', note: 'By a week' }])
  core.api.links.remove({ link })
  expect(linksOf(fell)).toEqual([])
  for (const label of ['Remove link', 'Edit link', 'Link items']) expect(core.api.history.undo({})).toEqual({ label })
  expect(linksOf(fell)).toEqual([])
})

it('to itself, to something gone, twice the same, or as what a recommendation rests on it is refused', () => {
  const { core, fell, rose } = aPair()
  const create = (to: string, type: string) => () => core.api.links.create({ from: fell, to, type })
  const { link } = core.api.links.create({ from: fell, to: rose, type: 'supports' })
  core.api.links.create({ from: fell, to: rose, type: 'contradicts' })
  expect(create(fell, 'supports')).toThrow(coded('item.invalid'))
  expect(create(rose, 'rests on')).toThrow(coded('item.invalid'))
  expect(() => core.api.links.update({ link, type: 'contradicts' })).toThrow(coded('item.invalid'))
  core.api.items.remove({ item: rose })
  expect(create(rose, 'supports')).toThrow(coded('item.gone'))
  expect(() => core.api.links.remove({ link })).toThrow(coded('link.gone'))
})
