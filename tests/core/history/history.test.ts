import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { aCore, aDocument, aFolder, aSource, aTag, spanOf } from '../a-core.ts'

const text = 'One fish. Two fish.\n\nRed fish should swim. Blue fish — 🐟👩‍🚀 — said so.'

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
    const { passage } = aTag(core, source, 'Red fish', 'claim')
    core.events.length = 0
    core.api.history.undo({})
    expect(core.events).toEqual([
      { name: 'changed', data: { features: expect.arrayContaining(['history', 'items', 'passages', 'sources']), passages: [passage] } },
    ])
  })
})

describe('a note under a code that is gone', () => {
  it('is refused with the reason, and nothing is made', async () => {
    const core = aCore()
    const { id } = core.api.codes.create({ name: 'A code' })
    core.api.codes.remove({ code: id })
    const gone = expect.objectContaining({ code: 'code.gone' })
    expect(() => core.api.items.create({ kind: 'note', statement: 'A note', changes: { code: id } })).toThrow(gone)
    expect(core.api.items.list({})).toEqual([])
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
