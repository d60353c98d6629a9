// All mentions of an actor proposed and tagged as one step; several actors merged into one.
import { describe, expect, it } from 'vitest'
import { uuidFrom } from '../../../src/shared/identifiers.ts'
import type { Core } from '../../../src/core/core.ts'
import { aCore, aSource, aTag, spanOf } from '../a-core.ts'

const job = uuidFrom(9, new Uint8Array(10))
const article = 'Vladimir Putin met Steve Witkoff. Putin’s adviser spoke of Putin.\n\nThe Bank of Russia said nothing. Russia did.'

const anActor = (core: Core, statement: string, aliases: string[] = []) =>
  core.api.items.create({ kind: 'actor', statement, changes: { actor: { aliases } } }).id

const mentions = (core: Core, actor: string, source: string | null = null) => core.api.actors.findMentions({ actor, source, folding: false, job })

describe('mentions', () => {
  it('are proposed with their sentences, and with what speaks against them', async () => {
    const core = aCore()
    const source = await aSource(core, article, 'Talks')
    const russia = anActor(core, 'Russia')
    expect(await mentions(core, russia)).toEqual({
      actor: russia,
      sources: [{ source: source.source, version: 1, title: 'Talks' }],
      total: 2,
      mentions: [
        { source: 0, ...nth(source.text, 'Russia', 0), before: 'The Bank of ', quote: 'Russia', after: ' said nothing.', doubt: 'Part of “Bank of Russia”' },
        { source: 0, ...nth(source.text, 'Russia', 1), before: '', quote: 'Russia', after: ' did.', doubt: null },
      ],
    })
  })

  it('that are tagged with the actor are left out, those of another are shown as such', async () => {
    const core = aCore()
    const source = await aSource(core, article)
    const { item } = aTag(core, source, 'Vladimir Putin', 'actor')
    core.api.items.update({ item, changes: { actor: { aliases: ['Putin'] } } })
    core.api.items.tag({ source: source.source, version: 1, spans: [nth(source.text, 'Putin', 1)], kind: 'actor', changes: { statement: 'The adviser' } })
    const proposed = await mentions(core, item, source.source)
    expect(proposed.mentions.map(({ start, doubt }) => [start, doubt])).toEqual([
      [nth(source.text, 'Putin', 1).start, 'Tagged with The adviser'],
      [nth(source.text, 'Putin', 2).start, null],
    ])
  })

  it('are tagged in one command over several sources, and one undo takes them all back', async () => {
    const core = aCore()
    const sources = [await aSource(core, article), await aSource(core, 'Putin again.')]
    const actor = anActor(core, 'Putin')
    const proposed = await mentions(core, actor)
    const accepted = proposed.sources.map(({ source, version }, at) => ({
      source,
      version,
      spans: proposed.mentions.filter((mention) => mention.source === at).map(({ start, end }) => ({ start, end })),
    }))
    expect(core.api.actors.tagMentions({ actor, mentions: accepted })).toEqual({ tagged: 4 })
    expect(core.api.items.get({ item: actor }).passages.map(({ role, passage }) => [role, passage.quote])).toEqual(Array.from({ length: 4 }, () => ['mentions', 'Putin']))
    expect((await mentions(core, actor)).mentions).toEqual([])
    expect(core.api.actors.tagMentions({ actor, mentions: accepted })).toEqual({ tagged: 0 })
    expect(core.api.history.undo({})).toEqual({ label: 'Tag mentions' })
    expect(sources.map(({ source }) => core.api.passages.list({ source }).length)).toEqual([0, 0])
  })

  it('can be cancelled', async () => {
    const core = aCore()
    await aSource(core, article)
    const found = mentions(core, anActor(core, 'Putin'))
    core.api.jobs.cancel({ job })
    await expect(found).rejects.toMatchObject({ code: 'job.cancelled' })
  })
})

describe('merging', () => {
  it('makes names aliases, moves all that is said with an actor, and undoes at once', async () => {
    const core = aCore()
    const source = await aSource(core, article)
    const putin = aTag(core, source, 'Vladimir Putin', 'actor')
    const short = aTag(core, source, 'Putin’s', 'actor').item
    core.api.items.update({ item: short, changes: { statement: 'Putin', comment: 'Seen twice', actor: { aliases: ['The president'], role: 'President', actorKind: 'person' } } })
    core.api.items.tag({ passage: putin.passage, item: short })
    const claim = core.api.items.create({ kind: 'claim', statement: 'So he says', changes: { claim: { speaker: short } } }).id
    const asked = core.api.items.create({ kind: 'recommendation', statement: 'Do it', changes: { recommendation: { addressee: short, proponent: short } } }).id
    const before = core.api.items.list({})
    const merged = core.api.actors.merge({ into: putin.item, actors: [short, putin.item] })
    expect({ ...merged, passages: merged.passages.map(({ passage }) => passage.quote) }).toMatchObject({
      statement: 'Vladimir Putin',
      comment: 'Seen twice',
      actor: { aliases: ['Putin', 'The president'], role: 'President', actorKind: 'person', affiliation: null },
      passages: ['Vladimir Putin', 'Putin’s'],
      references: [
        { item: claim, relation: 'speaker of' },
        { item: asked, relation: 'addressee of' },
        { item: asked, relation: 'proponent of' },
      ],
    })
    expect(() => core.api.items.get({ item: short })).toThrow('no longer exists')
    expect(core.api.history.undo({})).toEqual({ label: 'Merge actors' })
    expect(core.api.items.list({})).toEqual(before)
    expect(core.api.items.get({ item: claim }).claim?.speaker).toBe(short)
  })

  it('refuses what is no actor and leaves all as it was', () => {
    const core = aCore()
    const claim = core.api.items.create({ kind: 'claim', statement: 'A claim' }).id
    expect(() => core.api.actors.merge({ into: anActor(core, 'Putin'), actors: [claim] })).toThrow('This actor no longer exists')
  })
})

describe('memberships', () => {
  it('tie an actor to another, which is made when nobody has the name, and take the affiliation in words over', () => {
    const core = aCore()
    const ushakov = core.api.items.create({ kind: 'actor', statement: 'Yuri Ushakov', changes: { actor: { affiliation: 'The Kremlin' } } }).id
    const { memberOf } = core.api.actors.join({ actor: ushakov, group: { name: 'The Kremlin' }, clearAffiliation: true })
    expect(memberOf.map(({ name }) => name)).toEqual(['The Kremlin'])
    expect(core.api.items.get({ item: ushakov }).actor?.affiliation).toBe(null)
    const kremlin = memberOf[0]?.item ?? ''
    const peskov = anActor(core, 'Dmitry Peskov')
    core.api.actors.join({ actor: peskov, group: { name: 'Kremlin' } })
    expect(core.api.actors.ties({ actor: kremlin })).toEqual({
      memberOf: [],
      members: [
        { item: peskov, name: 'Dmitry Peskov' },
        { item: ushakov, name: 'Yuri Ushakov' },
      ],
      alike: [],
    })
    expect(core.api.actors.leave({ actor: peskov, group: kremlin }).memberOf).toEqual([])
    core.api.history.undo({})
    expect(core.api.actors.ties({ actor: peskov }).memberOf).toEqual([{ item: kremlin, name: 'The Kremlin' }])
    expect(() => core.api.actors.join({ actor: peskov, group: { item: peskov } })).toThrow('no member of itself')
  })

  it('are moved by a merge and never doubled', () => {
    const core = aCore()
    const [long, short, eu] = ['Kaja Kallas', 'Kallas', 'European Union'].map((name) => anActor(core, name)) as [string, string, string]
    for (const actor of [long, short]) core.api.actors.join({ actor, group: { item: eu } })
    expect(core.api.actors.ties({ actor: long }).alike).toEqual([{ item: short, name: 'Kallas' }])
    const noted = core.api.links.of({ item: short })[0]?.id ?? ''
    core.api.links.update({ link: noted, note: 'Since 2024' })
    core.api.actors.merge({ into: long, actors: [short] })
    expect(core.api.links.of({ item: long }).map(({ type, note, item }) => ({ type, note, item }))).toEqual([{ type: 'member of', note: 'Since 2024', item: eu }])
    expect(core.api.actors.ties({ actor: eu }).members).toEqual([{ item: long, name: 'Kaja Kallas' }])
  })
})

describe('splitting', () => {
  it('moves names, mentions and statements to a new actor, and undoes a wrong merge step by step', async () => {
    const core = aCore()
    const source = await aSource(core, article)
    const trump = aTag(core, source, 'Steve Witkoff', 'actor').item
    const wrong = aTag(core, source, 'Vladimir Putin', 'actor').item
    const claim = core.api.items.create({ kind: 'claim', statement: 'So he says', changes: { claim: { speaker: wrong } } }).id
    core.api.actors.merge({ into: trump, actors: [wrong] })
    const merged = core.api.items.list({})
    const parts = core.api.actors.parts({ actor: trump })
    expect(parts).toMatchObject({
      name: 'Steve Witkoff',
      aliases: ['Vladimir Putin'],
      mentions: [{ quote: 'Vladimir Putin', after: ' met Steve Witkoff. Putin’s advi' }, { quote: 'Steve Witkoff' }],
      statements: [{ item: claim, relation: 'says' }],
    })
    const made = core.api.actors.split({ actor: trump, into: { name: 'Vladimir Putin' }, aliases: ['Vladimir Putin'], tags: [parts.mentions[0]?.tag ?? ''], statements: [claim] })
    expect({ ...made, passages: made.passages.map(({ passage }) => passage.quote) }).toMatchObject({
      statement: 'Vladimir Putin',
      actor: { aliases: [] },
      passages: ['Vladimir Putin'],
      references: [{ item: claim, relation: 'speaker of' }],
    })
    expect(core.api.actors.parts({ actor: trump })).toMatchObject({ aliases: [], mentions: [{ quote: 'Steve Witkoff' }], statements: [] })
    expect(core.api.history.undo({})).toEqual({ label: 'Split actor' })
    expect(core.api.items.list({})).toEqual(merged)
  })

  it('refuses to move an actor into itself', () => {
    const core = aCore()
    const actor = anActor(core, 'Putin', ['The president'])
    expect(() => core.api.actors.split({ actor, into: { name: 'Putin' }, aliases: ['The president'], tags: [], statements: [] })).toThrow('Choose another actor')
    expect(core.api.items.get({ item: actor }).actor?.aliases).toEqual(['The president'])
  })
})

/** The span of one of several occurrences. */
function nth(text: string, words: string, at: number): { start: number; end: number } {
  let start = spanOf({ text } as Parameters<typeof spanOf>[0], words).start
  for (let step = 0; step < at; step += 1) start = text.indexOf(words, start + 1)
  return { start, end: start + words.length }
}
