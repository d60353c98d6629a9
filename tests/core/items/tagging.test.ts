import { describe, expect, it } from 'vitest'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const text = 'Witkoff met Putin in Moscow for five hours.\n\nEurope should use the frozen assets to support Ukraine.'

describe('tagging a selection', () => {
  it('makes passage, item and tag in one command, prefilled with the quote', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const { item, passage, itemCreated } = aTag(core, source, 'met Putin in Moscow', 'claim')
    expect(itemCreated).toBe(true)
    expect(core.api.passages.get({ passage })).toMatchObject({
      quote: 'met Putin in Moscow',
      segments: [{ quote: 'met Putin in Moscow', prefix: 'Witkoff ', suffix: ' for five hours.\nEurope should u' }],
      paragraph: 'Witkoff met Putin in Moscow for five hours.',
      paragraphSpans: [{ start: 8, end: 27 }],
      paragraphNumber: 1,
      sourceTitle: 'A source',
    })
    expect(core.api.items.get({ item })).toMatchObject({
      kind: 'claim',
      statement: 'met Putin in Moscow',
      claim: { speaker: null, stance: null, credibility: null, likelihood: null, confidence: null, status: 'open' },
    })
    expect(core.api.history.list({})[0]?.label).toBe('Tag claim')
    core.api.history.undo({})
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    expect(core.api.items.list({})).toEqual([])
  })

  it('reuses the passage when the same words are tagged twice', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const claim = aTag(core, source, 'frozen assets', 'claim')
    const recommendation = aTag(core, source, 'frozen assets', 'recommendation')
    expect(recommendation.passage).toBe(claim.passage)
    expect(core.api.passages.list({ source: source.source })).toHaveLength(1)
  })

  it('adds evidence to an existing item and keeps one tag between them', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const first = aTag(core, source, 'Putin', 'actor')
    const tag = { source: source.source, version: 1, spans: [spanOf(source, 'Moscow')], item: first.item }
    const second = core.api.items.tag({ ...tag, role: 'mentions' })
    expect(core.api.items.tag(tag)).toEqual({ ...second, itemCreated: false })
    expect(core.api.items.list({ kind: 'actor' })).toEqual([
      expect.objectContaining({ statement: 'Putin', passages: 2, sources: 1 }),
    ])
  })

  it('keeps a discontinuous passage as one, quoted with an ellipsis', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const { passage } = core.api.items.tag({
      source: source.source,
      version: 1,
      spans: [spanOf(source, 'for five hours'), spanOf(source, 'Witkoff')],
      kind: 'claim',
    })
    expect(core.api.passages.get({ passage }).quote).toBe('Witkoff … for five hours')
  })

  it('refuses a span outside the text, and overlapping segments', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const tag = (spans: { start: number; end: number }[]) => () =>
      core.api.items.tag({ source: source.source, version: 1, spans, kind: 'claim' })
    expect(tag([{ start: 5, end: 5000 }])).toThrow(expect.objectContaining({ code: 'passage.outside-text' }))
    expect(tag([{ start: 5, end: 20 }, { start: 10, end: 30 }])).toThrow(
      expect.objectContaining({ code: 'passage.outside-text' }),
    )
    expect(core.api.history.list({}).map((command) => command.label)).toEqual(['Import source'])
  })
})

describe('taking a tag off', () => {
  it('removes the passage and the item that nothing else holds', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const { tag } = aTag(core, source, 'Putin', 'actor')
    core.api.items.untag({ tag })
    expect(core.api.items.list({})).toEqual([])
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    core.api.history.undo({})
    expect(core.api.items.list({}).map((item) => item.statement)).toEqual(['Putin'])
  })

  it('keeps an actor who is the speaker of a claim', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const actor = aTag(core, source, 'Putin', 'actor')
    const claim = aTag(core, source, 'five hours', 'claim')
    core.api.items.update({ item: claim.item, changes: { claim: { speaker: actor.item } } })
    core.api.items.untag({ tag: actor.tag })
    expect(core.api.items.list({ kind: 'actor' }).map((item) => item.statement)).toEqual(['Putin'])
  })
})

describe('an item’s fields', () => {
  it('are edited, named and undone one by one', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const europe = aTag(core, source, 'Europe', 'actor')
    const claim = aTag(core, source, 'met Putin', 'claim')
    const { item } = aTag(core, source, 'should use the frozen assets', 'recommendation')
    const changes = { addressee: europe.item, instrument: 'finance' as const, restsOn: [claim.item] }
    const changed = core.api.items.update({ item, changes: { recommendation: changes } })
    expect(changed.recommendation).toEqual({ ...changes, proponent: null, status: 'open' })
    expect(changed.names).toEqual({ [europe.item]: 'Europe', [claim.item]: 'met Putin' })
    expect(core.api.items.get({ item: europe.item }).references).toEqual([
      { item, kind: 'recommendation', statement: 'should use the frozen assets', relation: 'addressee of' },
    ])
    core.api.history.undo({})
    expect(core.api.items.get({ item }).recommendation).toEqual({
      addressee: null,
      proponent: null,
      instrument: null,
      status: 'open',
      restsOn: [],
    })
  })

  it('are refused when the kind does not have them or they name no actor', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const actor = aTag(core, source, 'Putin', 'actor')
    const claim = aTag(core, source, 'five hours', 'claim')
    const update = (item: string, changes: object) => () => core.api.items.update({ item, changes })
    const invalid = expect.objectContaining({ code: 'item.invalid' })
    expect(update(actor.item, { claim: { status: 'refuted' } })).toThrow(invalid)
    expect(update(claim.item, { claim: { speaker: claim.item } })).toThrow(invalid)
    expect(update(claim.item, { statement: 'changed', claim: { speaker: claim.item } })).toThrow(invalid)
    expect(core.api.items.get({ item: claim.item }).statement).toBe('five hours')
  })
})

describe('actors offered while typing', () => {
  it('are found by name, last word, start of a word and alias, the best first', () => {
    const core = aCore()
    const actor = (statement: string, aliases: string[] = []) =>
      core.api.items.create({ kind: 'actor', statement, changes: { actor: { aliases } } })
    actor('Vladimir Putin', ['the Russian President'])
    actor('Putinists')
    actor('Émile Zola')
    actor('United States', ['U.S.', 'the Administration'])
    const names = (text: string) => core.api.items.suggestActors({ text }).map(({ name, matched }) => [name, matched])
    expect(names('putin')).toEqual([['Putinists', 'Putinists'], ['Vladimir Putin', 'Vladimir Putin']])
    expect(names('emile')).toEqual([['Émile Zola', 'Émile Zola']])
    expect(names('U.S.')).toEqual([['United States', 'U.S.']])
    expect(names('russian pres')).toEqual([['Vladimir Putin', 'the Russian President']])
    expect(names('nobody')).toEqual([])
  })
})
