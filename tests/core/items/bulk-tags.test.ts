import { describe, expect, it } from 'vitest'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const text = 'Witkoff met Putin in Moscow for five hours.\n\nEurope should use the frozen assets to support Ukraine.'

async function aDesk() {
  const core = aCore()
  const source = await aSource(core, text)
  const under = (code: string, words: string) =>
    core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, words)], kind: 'note', changes: { code } })
  return { core, source, under, statements: () => core.api.items.list({}).map((item) => item.statement) }
}

describe('moving tags to another item', () => {
  it('gives the passages to the item and takes items that nothing holds away, all in one command', async () => {
    const { core, source, statements } = await aDesk()
    const target = aTag(core, source, 'five hours', 'claim')
    const moved = [aTag(core, source, 'met Putin', 'claim'), aTag(core, source, 'frozen assets', 'claim')]
    expect(core.api.items.moveTags({ tags: moved.map(({ tag }) => tag), to: { item: target.item } })).toEqual({ moved: 2, merged: 0 })
    expect(core.api.items.get({ item: target.item }).passages.map(({ passage }) => passage.quote)).toEqual(['five hours', 'met Putin', 'frozen assets'])
    expect(statements()).toEqual(['five hours'])
    expect(core.api.history.undo({})).toEqual({ label: 'Move 2 passages' })
    expect(statements()).toEqual(['five hours', 'frozen assets', 'met Putin'])
  })

  it('keeps a role among items of one kind, and takes the usual one for another kind', async () => {
    const { core, source } = await aDesk()
    const claim = aTag(core, source, 'five hours', 'claim')
    const actor = aTag(core, source, 'Putin', 'actor')
    const moved = aTag(core, source, 'met Putin', 'claim')
    core.api.items.setTag({ tag: moved.tag, role: 'contradicts' })
    core.api.items.moveTags({ tags: [moved.tag], to: { item: claim.item } })
    const roles = (item: string) => core.api.items.get({ item }).passages.map(({ role }) => role)
    expect(roles(claim.item)).toEqual(['states', 'contradicts'])
    core.api.items.moveTags({ tags: [moved.tag], to: { item: actor.item } })
    expect(roles(actor.item)).toEqual(['mentions', 'mentions'])
  })

  it('makes one tag of two on one passage and keeps both comments', async () => {
    const { core, source } = await aDesk()
    const target = aTag(core, source, 'five hours', 'claim')
    const other = aTag(core, source, 'five hours', 'claim')
    core.api.items.setTag({ tag: target.tag, comment: 'here' })
    core.api.items.setTag({ tag: other.tag, comment: 'there' })
    expect(core.api.items.moveTags({ tags: [other.tag], to: { item: target.item } })).toEqual({ moved: 1, merged: 1 })
    expect(core.api.items.get({ item: target.item }).passages).toMatchObject([{ tag: target.tag, comment: 'here\nthere' }])
  })

  it('passes over tags that are gone, and refuses when none is left or the item is gone', async () => {
    const { core, source } = await aDesk()
    const target = aTag(core, source, 'five hours', 'claim')
    const [kept, gone] = [aTag(core, source, 'Putin', 'claim'), aTag(core, source, 'Moscow', 'claim')]
    core.api.items.untag({ tag: gone.tag })
    const to = { item: target.item }
    expect(core.api.items.moveTags({ tags: [gone.tag, kept.tag], to }).moved).toBe(1)
    expect(() => core.api.items.moveTags({ tags: [gone.tag], to })).toThrow(expect.objectContaining({ code: 'tag.gone' }))
    expect(() => core.api.items.moveTags({ tags: [kept.tag], to: { item: gone.item } })).toThrow(expect.objectContaining({ code: 'item.gone' }))
  })
})

describe('moving tags to a code', () => {
  it('moves a note whole with what is written on it, and leaves what stays behind under its old code', async () => {
    const { core, source, under } = await aDesk()
    const [from, to] = [core.api.codes.create({ name: 'From' }).id, core.api.codes.create({ name: 'To' }).id]
    const whole = under(from, 'Putin')
    core.api.items.update({ item: whole.item, changes: { statement: 'In my words', comment: 'noted' } })
    const shared = under(from, 'Moscow')
    const apart = core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'Europe')], item: shared.item })
    core.api.items.moveTags({ tags: [whole.tag, apart.tag], to: { code: to } })
    expect(core.api.items.get({ item: whole.item })).toMatchObject({ code: to, statement: 'In my words', comment: 'noted' })
    expect(core.api.items.get({ item: shared.item })).toMatchObject({ code: from, passages: [{ tag: shared.tag }] })
    expect(core.api.codes.list({}).map(({ name, uses }) => [name, uses])).toEqual([['From', 1], ['To', 2]])
  })

  it('makes a note of a claim’s passage in the passage’s own words', async () => {
    const { core, source } = await aDesk()
    const code = core.api.codes.create({ name: 'To' }).id
    const claim = aTag(core, source, 'frozen assets', 'claim')
    core.api.items.update({ item: claim.item, changes: { statement: 'Assets are frozen' } })
    core.api.items.moveTags({ tags: [claim.tag], to: { code } })
    expect(core.api.items.list({})).toEqual([expect.objectContaining({ kind: 'note', code, statement: 'frozen assets', passages: 1 })])
    core.api.history.undo({})
    expect(core.api.items.list({})).toEqual([expect.objectContaining({ kind: 'claim', statement: 'Assets are frozen', passages: 1 })])
  })

  it('leaves one note where the passage stands under the code already', async () => {
    const { core, under } = await aDesk()
    const [from, to] = [core.api.codes.create({ name: 'From' }).id, core.api.codes.create({ name: 'To' }).id]
    const known = under(to, 'Putin')
    const moved = under(from, 'Putin')
    expect(core.api.items.moveTags({ tags: [moved.tag], to: { code: to } })).toEqual({ moved: 1, merged: 1 })
    expect(core.api.items.list({}).map(({ id }) => id)).toEqual([known.item])
  })
})

describe('roles and untagging of many', () => {
  it('gives all one role and takes all off, each in one command', async () => {
    const { core, source, statements } = await aDesk()
    const tags = ['Putin', 'Moscow', 'Europe'].map((words) => aTag(core, source, words, 'claim'))
    core.api.items.setRoles({ tags: tags.map(({ tag }) => tag), role: 'contradicts' })
    expect(tags.map(({ item }) => core.api.items.get({ item }).passages[0]?.role)).toEqual(['contradicts', 'contradicts', 'contradicts'])
    core.api.items.untagMany({ tags: tags.map(({ tag }) => tag) })
    expect(statements()).toEqual([])
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    expect(core.api.history.undo({})).toEqual({ label: 'Untag 3 passages' })
    expect(core.api.history.undo({})).toEqual({ label: 'Change role of 3 passages' })
    expect(tags.map(({ item }) => core.api.items.get({ item }).passages[0]?.role)).toEqual(['states', 'states', 'states'])
  })

  it('takes hundreds at once', async () => {
    const core = aCore()
    const words = Array.from({ length: 300 }, (_, at) => `word${at}`)
    const source = await aSource(core, words.join(' '))
    const spans = words.map((word) => spanOf(source, word))
    const tags = spans.map((span) => core.api.items.tag({ source: source.source, version: 1, spans: [span], kind: 'claim' }).tag)
    const code = core.api.codes.create({ name: 'To' }).id
    expect(core.api.items.moveTags({ tags, to: { code } })).toEqual({ moved: 300, merged: 0 })
    expect(core.api.codes.list({})[0]?.uses).toBe(300)
    core.api.history.undo({})
    expect(core.api.items.list({ kind: 'claim' })).toHaveLength(300)
  })
})
