import { describe, expect, it } from 'vitest'
import type { Suggestion } from '../../../src/shared/suggestions.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const text =
  'Yuri Ushakov, an advisor to Vladimir Putin, said that the talks had brought no compromise.\n\n' +
  'The Trump Administration must now decide how to respond to the Kremlin.'

async function aReadSource() {
  const core = aCore()
  const source = await aSource(core, text)
  const list = async () => (await core.api.suggestions.list({ source: source.source })).suggestions
  const find = async (kind: Suggestion['kind'], words: string) => {
    const found = (await list()).find((suggestion) => suggestion.kind === kind && suggestion.quote.includes(words))
    if (!found) throw new Error(`no ${kind} with “${words}” is suggested`)
    return { source: source.source, version: 1, span: { start: found.start, end: found.end }, kind, rule: found.rule }
  }
  const names = async () => (await list()).map(({ kind, quote }) => `${kind}: ${quote}`)
  return { core, source, list, find, names }
}

describe('what is suggested', () => {
  it('is spans of the text in reading order, and tags nothing', async () => {
    const { core, source, names } = await aReadSource()
    expect(await names()).toEqual([
      'actor: Yuri Ushakov',
      'actor: Vladimir Putin',
      'claim: the talks had brought no compromise',
      'recommendation: The Trump Administration must now decide how to respond to the Kremlin.',
      'actor: Trump Administration',
      'actor: Kremlin',
    ])
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    expect(core.api.history.list({}).map(({ label }) => label)).toEqual(['Import source'])
  })

  it('leaves out what is tagged already, and an actor of that name wherever it stands', async () => {
    const { core, source, names } = await aReadSource()
    aTag(core, source, 'the talks had brought', 'claim')
    core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'Kremlin')], kind: 'actor', changes: { statement: 'Trump administration' } })
    expect(await names()).toEqual([
      'actor: Yuri Ushakov',
      'actor: Vladimir Putin',
      'recommendation: The Trump Administration must now decide how to respond to the Kremlin.',
    ])
  })

  it('is refused for a source that is gone', async () => {
    const { core, source } = await aReadSource()
    core.api.sources.remove({ source: source.source })
    core.api.trash.empty({ sources: 1 })
    await expect(core.api.suggestions.list({ source: source.source })).rejects.toMatchObject({ code: 'source.gone' })
  })
})

describe('accepting', () => {
  it('tags with the fields in one command, makes the speaker, and takes it off the list', async () => {
    const { core, source, find, names } = await aReadSource()
    const accepted = core.api.suggestions.accept({ ...(await find('claim', 'no compromise')), statement: 'The talks brought no compromise', actor: { name: 'Yuri Ushakov' }, stance: null })
    const item = core.api.items.get({ item: accepted.item })
    expect(item).toMatchObject({ kind: 'claim', statement: 'The talks brought no compromise', passages: [{ passage: { quote: 'the talks had brought no compromise' } }] })
    expect(Object.values(item.names)).toEqual(['Yuri Ushakov'])
    expect(await names()).not.toContain('claim: the talks had brought no compromise')
    expect(core.api.history.list({}).map(({ label }) => label)).toEqual(['Accept suggested claim', 'Import source'])
    core.api.history.undo({})
    expect(core.api.items.list({})).toEqual([])
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    expect(await names()).toContain('claim: the talks had brought no compromise')
    core.api.history.redo({})
    expect(core.api.items.get({ item: accepted.item })).toEqual(item)
    expect(await names()).not.toContain('claim: the talks had brought no compromise')
  })

  it('takes the actor that is there by name or alias', async () => {
    const { core, source, find } = await aReadSource()
    const known = aTag(core, source, 'the talks', 'actor')
    core.api.items.update({ item: known.item, changes: { statement: 'Y. Ushakov', actor: { aliases: ['yuri ushakov'] } } })
    expect(core.api.suggestions.accept({ ...(await find('claim', 'no compromise')), actor: { name: 'Yuri Ushakov' } })).toMatchObject({ itemCreated: true })
    expect(core.api.items.list({ kind: 'actor' }).map(({ statement }) => statement)).toEqual(['Y. Ushakov'])
  })

  it('makes an actor with kind, role and aliases', async () => {
    const { core, find } = await aReadSource()
    const { item } = core.api.suggestions.accept({ ...(await find('actor', 'Yuri')), actor: { name: 'Yuri Ushakov' }, actorKind: 'person', role: 'advisor', aliases: ['Ushakov'] })
    expect(core.api.items.get({ item })).toMatchObject({ statement: 'Yuri Ushakov', actor: { actorKind: 'person', role: 'advisor', aliases: ['Ushakov'] } })
  })

  it('leaves nothing behind when it fails', async () => {
    const { core, find, names } = await aReadSource()
    const before = await names()
    const nobody = { item: '01900000-0000-7000-8000-00000000ffff' }
    const suggested = await find('claim', 'no compromise')
    expect(() => core.api.suggestions.accept({ ...suggested, actor: nobody })).toThrow(expect.objectContaining({ code: 'item.invalid' }))
    expect(await names()).toEqual(before)
  })
})

describe('rejecting', () => {
  it('keeps the suggestion away until it is undone', async () => {
    const { core, find, names } = await aReadSource()
    const before = await names()
    core.api.suggestions.reject(await find('actor', 'Kremlin'))
    expect(await names()).toEqual(before.filter((name) => name !== 'actor: Kremlin'))
    expect(core.events.at(-1)).toEqual({ name: 'changed', data: { features: ['history', 'suggestions'], passages: [] } })
    core.api.history.undo({})
    expect(await names()).toEqual(before)
  })

  it('does not touch the same words in another source', async () => {
    const { core, find } = await aReadSource()
    core.api.suggestions.reject(await find('actor', 'Kremlin'))
    const other = await aSource(core, `${text}\n\nThat is all.`, 'Another')
    expect((await core.api.suggestions.list({ source: other.source })).suggestions.map(({ quote }) => quote)).toContain('Kremlin')
  })
})
