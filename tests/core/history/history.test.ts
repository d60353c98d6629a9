import { array, assert, asyncProperty, nat, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { aCore, aDocument, aFolder, aSource, aTag, spanOf } from '../a-core.ts'
import type { Core } from '../../../src/core/core.ts'

const text = 'One fish. Two fish.\n\nRed fish should swim. Blue fish — 🐟👩‍🚀 — said so.'

/** Every row of every user table, in an order that does not depend on when it was written. */
function everything(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true })
  const tables = ['source', 'source_text', 'code', 'item', 'claim', 'actor', 'recommendation', 'link', 'passage', 'segment', 'passage_review', 'tag', 'memo', 'memo_body', 'memo_citation']
  const content = Object.fromEntries(
    tables.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all().map((row) => JSON.stringify(row)).toSorted()]),
  )
  db.close()
  return content
}

describe('undo', () => {
  it('takes back the newest command and redo brings it again, with what it held', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const { passage } = aTag(core, source, 'Red fish', 'claim')
    expect(core.api.history.state({})).toEqual({ undo: 'Tag claim', redo: null })
    expect(core.api.history.undo({})).toEqual({ label: 'Tag claim' })
    expect(core.api.history.state({})).toEqual({ undo: 'Import source', redo: 'Tag claim' })
    expect(core.api.history.redo({})).toEqual({ label: 'Tag claim' })
    expect(core.api.passages.get({ passage }).quote).toBe('Red fish')
  })

  it('says so when there is nothing to undo', () => {
    expect(aCore().api.history.undo({})).toEqual({ label: null })
  })

  it('forgets what was undone when something new is done', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    aTag(core, source, 'Red fish', 'claim')
    core.api.history.undo({})
    aTag(core, source, 'Blue fish', 'claim')
    expect(core.api.history.redo({})).toEqual({ label: null })
    expect(core.api.history.list({}).map((command) => command.label)).toEqual(['Tag claim', 'Import source'])
  })

  it('brings a deleted source back with its passages, tags and text', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    aTag(core, source, 'Red fish', 'claim')
    const before = [core.api.passages.list({ source: source.source }), core.api.sources.list({})]
    core.api.sources.remove({ source: source.source })
    expect(core.api.sources.list({})).toEqual([])
    expect(core.api.search.everything({ text: 'swim' }).hits).toEqual([])
    core.api.history.undo({})
    expect([core.api.passages.list({ source: source.source }), core.api.sources.list({})]).toEqual(before)
    expect(core.api.search.everything({ text: 'swim' }).hits.map((hit) => hit.kind)).toEqual(['source'])
  })

  it('brings a memo back with what was saved after it was made', () => {
    const core = aCore()
    const { id } = core.api.memos.create({ head: { title: 'A memo' } })
    core.api.memos.save({ memo: id, revision: 0, document: aDocument(['Saved later.']) })
    core.api.history.undo({})
    expect(core.api.memos.list({})).toEqual([])
    core.api.history.redo({})
    expect(core.api.memos.get({ memo: id })).toMatchObject({ revision: 1, document: aDocument(['Saved later.']) })
    expect(core.api.search.everything({ text: 'later' }).hits.map((hit) => hit.title)).toEqual(['A memo'])
  })

  it('survives a restart', async () => {
    const path = join(aFolder(), 'W.groundwork')
    const first = aCore({ path })
    aTag(first, await aSource(first, text), 'Red fish', 'claim')
    first.close()
    const second = aCore({ path })
    expect(second.api.history.undo({})).toEqual({ label: 'Tag claim' })
    expect(second.api.items.list({})).toEqual([])
  })

  it('tells every client what changed', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    aTag(core, source, 'Red fish', 'claim')
    core.events.length = 0
    core.api.history.undo({})
    expect(core.events).toEqual([
      { name: 'changed', data: { features: expect.arrayContaining(['history', 'items', 'passages', 'sources']) } },
    ])
  })
})

type Step = { kind: number; a: number; b: number }

/** One command chosen by numbers; what does not apply is refused by the core and changes nothing. */
function perform(core: Core, source: string, step: Step): void {
  const { api } = core
  const pick = <T>(all: T[]): T | undefined => all[step.a % Math.max(all.length, 1)]
  const item = pick(api.items.list({}))
  const passage = pick(api.passages.list({ source }))
  const memo = pick(api.memos.list({}))
  const code = pick(api.codes.list({}))
  const other = api.codes.list({}).at(step.b % 5)
  const actor = pick(api.items.list({ kind: 'actor' }))
  const tags = api.passages.list({ source }).flatMap((mark) => mark.tags.map((tag) => tag.id)).slice(0, 1 + (step.a % 5))
  const length = api.sources.text({ source }).text.length
  const start = step.a % (length - 1)
  const spans = [{ start, end: Math.min(length, start + 1 + (step.b % 12)) }]
  const kind = (['claim', 'actor', 'recommendation', 'note'] as const)[step.b % 4] ?? 'claim'
  const steps: (() => unknown)[] = [
    () => api.items.tag({ source, version: api.sources.get({ source }).version, spans, kind }),
    () => item && api.items.tag({ source, version: api.sources.get({ source }).version, spans, item: item.id }),
    () => passage && api.passages.setBounds({ passage: passage.id, spans }),
    () => passage && api.passages.remove({ passage: passage.id }),
    () => item && api.items.remove({ item: item.id }),
    () => item && api.items.update({ item: item.id, changes: { statement: `Statement ${step.b} 🐟`, comment: 'é' } }),
    () => item?.kind === 'claim' && api.items.update({ item: item.id, changes: { claim: { speaker: actor?.id ?? null, credibility: 1 + (step.b % 6) } } }),
    () => passage?.tags[0] && api.items.untag({ tag: passage.tags[0].id }),
    () => api.codes.create({ name: `Code ${step.a} ${step.b}`, parent: code?.id ?? null }),
    () => code && api.codes.remove({ code: code.id }),
    () => code && item && api.items.update({ item: item.id, changes: { code: code.id } }),
    () => code && api.codes.move({ code: code.id, parent: other?.id ?? null, before: null }),
    () => code && other && api.codes.merge({ code: code.id, into: other.id }),
    () => code && item && api.codes.moveNotes({ notes: [item.id], to: code.id }),
    () => code && api.codes.update({ code: code.id, description: `Meaning ${step.b}`, shortcut: String(step.b % 9) }),
    () => api.memos.create({ head: { title: `Memo ${step.a}` } }),
    () => memo && api.memos.updateHead({ memo: memo.id, head: { title: `Title ${step.b}`, tlp: 'AMBER' } }),
    () => memo && api.memos.remove({ memo: memo.id }),
    () => api.sources.update({ source, metadata: { title: `Title ${step.b}` }, reliability: 'B' }),
    () => api.sources.correct({ source, version: api.sources.get({ source }).version, blocks: [{ kind: 'paragraph', text: step.b % 3 === 0 ? text : `${text.slice(0, step.a % 40)}new ${step.b % 2}${text.slice(step.a % 40)}` }] }),
    () => tags.length > 0 && item && api.items.moveTags({ tags, to: code && step.b % 2 ? { code: code.id } : { item: item.id } }),
    () => tags.length > 0 && api.items.setRoles({ tags, role: step.b % 2 ? 'supports' : 'contradicts' }),
    () => tags.length > 0 && api.items.untagMany({ tags: tags.slice(0, 2) }),
    () => passage?.tags[0] && api.items.setTag({ tag: passage.tags[0].id, comment: `Comment ${step.b}` }),
    () => item && api.items.update({ item: item.id, changes: { comment: `Comment ${step.a}` } }),
    () => api.passages.create({ source, version: api.sources.get({ source }).version, spans }),
    () => api.items.create({ kind, statement: `Made ${step.a}` }),
    () => code && api.codes.update({ code: code.id, name: `Renamed ${step.b}`, description: 'what it means' }),
    () => actor && api.actors.merge({ into: actor.id, actors: api.items.list({ kind: 'actor' }).slice(0, 1 + (step.b % 3)).map(({ id }) => id) }),
    () => actor && api.actors.join({ actor: actor.id, group: step.b % 2 ? { name: `Group ${step.b % 4}` } : { item: item?.id ?? actor.id }, clearAffiliation: true }),
    () => actor && api.actors.split({ actor: actor.id, into: { name: `Split ${step.b % 3}` }, aliases: [], tags, statements: item ? [item.id] : [] }),
    () => actor && api.actors.tagMentions({ actor: actor.id, mentions: [{ source, version: api.sources.get({ source }).version, spans }] }),
    () => api.passages.review({ source })[0] && api.passages.confirm({ passage: pick(api.passages.review({ source }))?.passage ?? '' }),
  ]
  try {
    steps[step.kind % steps.length]?.()
  } catch (thrown) {
    if (!(thrown instanceof Error) || thrown.name !== 'GroundworkError') throw thrown
  }
}

describe('any sequence of commands', () => {
  it('undone leaves the identical database, redone the identical result', async () => {
    const steps = array(record({ kind: nat(32), a: nat(200), b: nat(40) }), { minLength: 1, maxLength: 60 })
    await assert(
      asyncProperty(steps, async (sequence) => {
        const path = join(aFolder(), 'W.groundwork')
        const core = aCore({ path })
        const { source } = await aSource(core, text)
        const before = everything(path)
        for (const step of sequence) perform(core, source, step)
        const after = everything(path)
        const done = core.api.history.list({}).length - 1
        for (let count = 0; count < done; count += 1) core.api.history.undo({})
        expect(everything(path)).toEqual(before)
        while (core.api.history.redo({}).label !== null);
        expect(everything(path)).toEqual(after)
        core.close()
      }),
      { numRuns: 15 },
    )
  })
})

describe('a command that fails half-way', () => {
  it('leaves nothing behind', async () => {
    const core = aCore()
    const source = await aSource(core, text)
    const changes = { claim: { speaker: '00000000-0000-7000-8000-000000000000' } }
    expect(() =>
      core.api.items.tag({ source: source.source, version: 1, spans: [spanOf(source, 'Red')], kind: 'claim', changes }),
    ).toThrow(expect.objectContaining({ code: 'item.invalid' }))
    expect(core.api.items.list({})).toEqual([])
    expect(core.api.passages.list({ source: source.source })).toEqual([])
    expect(core.api.history.state({})).toEqual({ undo: 'Import source', redo: null })
  })
})
