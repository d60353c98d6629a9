// The dossier: what an actor says, what is said of it, asked of it and proposed by it, where, when and beside whom.
import { expect, it } from 'vitest'
import { aCore, aSource, spanOf } from '../a-core.ts'

it('gathers everything that names an actor', async () => {
  const core = aCore()
  const later = await aSource(core, 'Putin came, and the talks failed. Witkoff left early.\n\nNobody else was there. Prices rose.', 'Later')
  const undated = await aSource(core, 'Putin said little.', 'Undated')
  const earlier = await aSource(core, 'Of Putin nothing was heard.', 'Earlier')
  core.api.sources.update({ source: later.source, metadata: { issued: '2025-12-02' }, reliability: 'B' })
  core.api.sources.update({ source: earlier.source, metadata: { issued: '2025-11' } })
  const tag = (source: typeof later, words: string, rest: object) => core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, words)], ...rest })
  const putin = tag(later, 'Putin', { kind: 'actor' })
  for (const source of [undated, earlier]) tag(source, 'Putin', { item: putin.item })
  const witkoff = tag(later, 'Witkoff', { kind: 'actor' })
  const said = tag(undated, 'Putin said little', { kind: 'claim', changes: { claim: { speaker: putin.item, stance: 'neutral' } } })
  const near = tag(later, 'the talks failed', { kind: 'claim', changes: { claim: { speaker: witkoff.item, credibility: 2 } } })
  tag(later, 'Nobody else was there', { kind: 'claim' })
  tag(later, 'Witkoff left early', { kind: 'claim' })
  const asked = core.api.items.create({ kind: 'recommendation', statement: 'Stop', changes: { recommendation: { addressee: putin.item, proponent: witkoff.item, instrument: 'diplomacy' } } })
  const proposed = core.api.items.create({ kind: 'recommendation', statement: 'Wait', changes: { recommendation: { proponent: putin.item } } })
  core.api.actors.join({ actor: putin.item, group: { name: 'Russia' } })
  const dossier = core.api.actors.dossier({ actor: putin.item })
  const nowhere = { passage: null, source: null, sourceTitle: null, issued: null, reliability: null }
  expect(dossier).toMatchObject({
    actor: putin.item,
    name: 'Putin',
    fields: { actorKind: null, aliases: [], role: null, affiliation: null },
    memberOf: [{ name: 'Russia' }],
    members: [],
    says: { total: 1, lines: [{ item: said.item, speaker: null, stance: 'neutral', passage: said.passage, sourceTitle: 'Undated', issued: null }] },
    saidOf: { total: 1, lines: [{ item: near.item, speaker: 'Witkoff', credibility: 2, passage: near.passage, sourceTitle: 'Later', issued: '2025-12-02', reliability: 'B' }] },
    asked: { total: 1, lines: [{ item: asked.id, statement: 'Stop', speaker: 'Witkoff', instrument: 'diplomacy', status: 'open', ...nowhere }] },
    proposes: { total: 1, lines: [{ item: proposed.id, statement: 'Wait', speaker: null, ...nowhere }] },
    sources: [
      { title: 'Earlier', issued: '2025-11', mentions: 1 },
      { title: 'Later', issued: '2025-12-02', mentions: 1, passage: putin.passage },
      { title: 'Undated', issued: null, mentions: 1 },
    ],
    beside: [{ item: witkoff.item, name: 'Witkoff', paragraphs: 1 }],
  })
})
