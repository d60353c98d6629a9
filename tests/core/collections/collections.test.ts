import { describe, expect, it } from 'vitest'
import type { Core } from '../../../src/core/core.ts'
import { aCore, aSource } from '../a-core.ts'

const coded = (code: string) => expect.objectContaining({ code })
const paths = (core: Core) => core.api.collections.list({}).map(({ path, total }) => [path, total])
const titlesIn = (core: Core, collection: string) => {
  const { sources } = core.api.library.order({ filter: { collection }, sort: { by: 'title', descending: false } })
  return core.api.library.rows({ sources: sources.match(/.{36}/g) ?? [] }).map(({ title }) => title).toSorted()
}

describe('collections', () => {
  it('nest, hold a source many times over, and count it once above', async () => {
    const core = aCore()
    const one = (await aSource(core, 'One text.', 'One')).source
    const two = (await aSource(core, 'Two texts.', 'Two')).source
    const energy = core.api.collections.create({ name: 'Energy' })
    const oil = core.api.collections.create({ name: 'Oil', parent: energy.id })
    const talks = core.api.collections.create({ name: 'Talks' })
    core.api.collections.add({ collection: oil.id, sources: [one, two, one] })
    core.api.collections.add({ collection: energy.id, sources: [one] })
    core.api.collections.add({ collection: talks.id, sources: [one] })
    expect(paths(core)).toEqual([['Energy', 2], ['Energy / Oil', 2], ['Talks', 1]])
    expect(core.api.collections.of({ source: one }).toSorted()).toEqual([energy.id, oil.id, talks.id].toSorted())
    expect([titlesIn(core, energy.id), titlesIn(core, talks.id)]).toEqual([['One', 'Two'], ['One']])
    core.api.collections.take({ collection: oil.id, sources: [two] })
    expect(titlesIn(core, energy.id)).toEqual(['One'])
    core.api.trash.put({ sources: [one] })
    expect(paths(core)).toEqual([['Energy', 0], ['Energy / Oil', 0], ['Talks', 0]])
  })

  it('are moved and renamed, but not into themselves or beside a namesake', () => {
    const core = aCore()
    const a = core.api.collections.create({ name: 'A' })
    const b = core.api.collections.create({ name: 'B', parent: a.id })
    const c = core.api.collections.create({ name: 'C' })
    core.api.collections.move({ collection: c.id, parent: null, before: a.id })
    expect(paths(core).map(([path]) => path)).toEqual(['C', 'A', 'A / B'])
    core.api.collections.move({ collection: c.id, parent: b.id })
    expect(paths(core).map(([path]) => path)).toEqual(['A', 'A / B', 'A / B / C'])
    expect(() => core.api.collections.move({ collection: a.id, parent: c.id })).toThrow(coded('collection.invalid'))
    expect(() => core.api.collections.create({ name: 'B', parent: a.id })).toThrow(coded('collection.invalid'))
    expect(core.api.collections.rename({ collection: b.id, name: 'Berlin' }).path).toBe('A / Berlin')
    expect(() => core.api.collections.rename({ collection: 'b'.repeat(8), name: 'X' })).toThrow(coded('collection.gone'))
  })

  it('are removed with those below, keep their sources, and come back by undo with all that was in them', async () => {
    const core = aCore()
    const { source } = await aSource(core, 'One text.', 'One')
    const a = core.api.collections.create({ name: 'A' })
    const b = core.api.collections.create({ name: 'B', parent: a.id })
    core.api.collections.add({ collection: b.id, sources: [source] })
    const before = core.api.collections.list({})
    core.api.collections.remove({ collection: a.id })
    expect([core.api.collections.list({}), core.api.sources.list({}).length]).toEqual([[], 1])
    core.api.history.undo({})
    expect(core.api.collections.list({})).toEqual(before)
    expect(titlesIn(core, a.id)).toEqual(['One'])
    core.api.history.redo({})
    expect(core.api.collections.list({})).toEqual([])
  })
})
