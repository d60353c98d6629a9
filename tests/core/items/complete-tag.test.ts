import { describe, expect, it } from 'vitest'
import { aCore, aSource, aTag } from '../a-core.ts'

const text = 'Ushakov said no compromise on a settlement was found.\n\nEurope should use the frozen assets. No compromise version of the settlement has been found.'

describe('completing a tag', () => {
  it('keeps fields and a new speaker in one command with the tag', async () => {
    const core = aCore()
    const { tag, item } = aTag(core, await aSource(core, text), 'no compromise on a settlement was found', 'claim')
    const changes = { claim: { stance: 'opposes', likelihood: 'likely', confidence: 'low', credibility: 2 } } as const
    core.api.items.complete({ tag, changes, speaker: { name: 'Yuri Ushakov' } })
    const claim = core.api.items.get({ item })
    expect(claim).toMatchObject(changes)
    expect(Object.values(claim.names)).toEqual(['Yuri Ushakov'])
    expect(core.api.history.list({}).map(({ label }) => label)).toEqual(['Tag claim', 'Import source'])
    core.api.history.undo({})
    expect(core.api.items.list({})).toEqual([])
    core.api.history.redo({})
    expect(core.api.items.get({ item })).toEqual(claim)
  })

  it('is a command of its own once something else was done', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const { tag } = aTag(core, source, 'no compromise', 'claim')
    aTag(core, source, 'Europe', 'actor')
    core.api.items.complete({ tag, changes: { statement: 'Changed' } })
    expect(core.api.history.list({}).map(({ label }) => label)).toEqual(['Edit claim', 'Tag actor', 'Tag claim', 'Import source'])
  })

  it('takes the actor of that name or alias before it makes one', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const actor = core.api.items.create({ kind: 'actor', statement: 'Yuri Ushakov', changes: { actor: { aliases: ['Ushakov'] } } }).id
    const { tag, item } = aTag(core, source, 'use the frozen assets', 'recommendation')
    core.api.items.complete({ tag, addressee: { name: 'ushakov' }, proponent: { item: actor } })
    expect(core.api.items.get({ item }).recommendation).toMatchObject({ addressee: actor, proponent: actor })
    expect(core.api.items.list({ kind: 'actor' })).toHaveLength(1)
  })

  it('makes the passage one more piece of evidence for a claim that is there, not a copy', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const known = aTag(core, source, 'no compromise on a settlement was found', 'claim')
    const again = aTag(core, source, 'No compromise version of the settlement has been found', 'claim')
    expect(core.api.items.complete({ tag: again.tag, to: { item: known.item }, role: 'supports' })).toMatchObject({ item: known.item, itemCreated: false })
    expect(core.api.items.list({ kind: 'claim' })).toHaveLength(1)
    expect(core.api.items.get({ item: known.item }).passages.map(({ role }) => role)).toEqual(['states', 'supports'])
    core.api.history.undo({})
    expect(core.api.items.get({ item: known.item }).passages).toHaveLength(1)
  })

  it('leaves nothing behind when a field is refused', async () => {
    const core = aCore()
    const { tag, item } = aTag(core, await aSource(core, text), 'no compromise', 'claim')
    expect(() => core.api.items.complete({ tag, speaker: { name: 'Nobody' }, changes: { recommendation: { status: 'open' } } })).toThrow(
      expect.objectContaining({ code: 'item.invalid' }),
    )
    expect(core.api.items.list({}).map(({ id }) => id)).toEqual([item])
    expect(core.api.history.undo({})).toEqual({ label: 'Tag claim' })
  })
})

describe('claims like what is typed', () => {
  it('are offered by the words in common, the most alike first, without the one being made', async () => {
    const core = aCore()
    const statements = ['No compromise on a settlement was found', 'A compromise was found on the budget', 'Exports of oil fell in autumn']
    const ids = statements.map((statement) => core.api.items.create({ kind: 'claim', statement }).id)
    core.api.items.create({ kind: 'recommendation', statement: 'Find a compromise on the settlement' })
    const offered = (text: string, except?: string) => core.api.items.suggestClaims({ text, except }).map(({ item }) => ids.indexOf(item))
    expect(offered('So far, no compromise version of a peace settlement has been found')[0]).toBe(0)
    expect(offered('Compromises found on settlements')).toEqual([0, 1])
    expect(offered('Compromises found on settlements', ids[0])).toEqual([1])
    expect(offered('Exports of oil fall'.toUpperCase())).toEqual([2])
    expect(['', '"', 'the of it', 'AND OR NOT', 'compromise'].map((typed) => offered(typed))).toEqual([[], [], [], [], []])
  })
})
