// Many items at once: removed, or made one.
import { describe, expect, it } from 'vitest'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const text = 'Witkoff met Putin in Moscow for five hours.\n\nEurope should use the frozen assets to support Ukraine.'

describe('removing many items', () => {
  it('takes their tags and bare passages along, in one command, and passes over what is gone', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const [one, two, kept] = [aTag(core, source, 'met Putin', 'claim'), aTag(core, source, 'five hours', 'claim'), aTag(core, source, 'frozen assets', 'claim')]
    core.api.items.removeMany({ items: [one.item, two.item, '00000000-0000-7000-8000-0000000000ff'] })
    expect(core.api.items.list({}).map(({ id }) => id)).toEqual([kept.item])
    expect(core.api.passages.list({ source: source.source }).map(({ id }) => id)).toEqual([kept.passage])
    expect(core.api.history.undo({})).toEqual({ label: 'Delete 2 items' })
    expect(core.api.passages.list({ source: source.source })).toHaveLength(3)
    expect(() => core.api.items.removeMany({ items: ['00000000-0000-7000-8000-0000000000ff'] })).toThrow(expect.objectContaining({ code: 'item.gone' }))
  })
})

describe('merging claims', () => {
  it('gives passages, links, comments and missing fields to the one that stays; one undo brings all back', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const speaker = aTag(core, source, 'Witkoff', 'actor').item
    const [into, other] = [aTag(core, source, 'met Putin', 'claim'), aTag(core, source, 'five hours', 'claim')]
    const shared = core.api.items.tag({ passage: into.passage, item: other.item })
    core.api.items.setTag({ tag: shared.tag, comment: 'seen twice' })
    core.api.items.update({ item: into.item, changes: { comment: 'first', claim: { likelihood: 'likely' } } })
    core.api.items.update({ item: other.item, changes: { comment: 'second', claim: { likelihood: 'very likely', speaker, status: 'refuted' } } })
    const advice = core.api.items.create({ kind: 'recommendation', statement: 'Talk', changes: { recommendation: { restsOn: [other.item] } } }).id
    const both = () => [into.item, other.item, advice].map((item) => core.api.items.get({ item }))
    const before = both()
    const merged = core.api.items.merge({ into: into.item, items: [other.item, into.item] })
    expect(merged).toMatchObject({ statement: 'met Putin', comment: 'first\n\nsecond', claim: { likelihood: 'likely', speaker, status: 'open' } })
    expect(merged.passages.map(({ passage, comment }) => [passage.quote, comment])).toEqual([['met Putin', 'seen twice'], ['five hours', '']])
    expect(core.api.items.get({ item: advice }).recommendation?.restsOn).toEqual([into.item])
    expect(() => core.api.items.get({ item: other.item })).toThrow(expect.objectContaining({ code: 'item.gone' }))
    expect(core.api.history.undo({})).toEqual({ label: 'Merge claims' })
    expect(both()).toEqual(before)
  })

  it('refuses other kinds, and a claim among recommendations', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const claim = aTag(core, source, 'met Putin', 'claim').item
    const advice = aTag(core, source, 'use the frozen assets', 'recommendation').item
    const actor = aTag(core, source, 'Putin', 'actor').item
    const refused = expect.objectContaining({ code: 'item.invalid' })
    expect(() => core.api.items.merge({ into: claim, items: [advice] })).toThrow(refused)
    expect(() => core.api.items.merge({ into: actor, items: [actor] })).toThrow(refused)
    expect(spanOf(source, 'Putin').start).toBeGreaterThan(0)
  })
})
