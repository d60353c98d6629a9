import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { aCore, aDocument, aFolder, aSource, aTag } from '../a-core.ts'

const words = 'Exports of crude oil fell by a tenth in the autumn, the ministry said.'

/** A workspace with a source that is tagged, cited by a memo and shelved. */
async function aCitedSource(path = ':memory:', hear = () => {}) {
  const core = aCore({ path, hear })
  const text = await aSource(core, `${words} Prices followed.`, 'Oil report')
  const other = await aSource(core, 'A treaty was signed in the capital.', 'Treaty')
  const claim = aTag(core, text, 'Exports of crude oil fell by a tenth', 'claim')
  const actor = aTag(core, text, 'the ministry', 'actor').item
  const code = core.api.codes.create({ name: 'Trade' }).id
  core.api.items.tag({ source: text.source, version: 1, spans: [{ start: 0, end: 7 }], kind: 'note', changes: { code } })
  const collection = core.api.collections.create({ name: 'Energy' }).id
  core.api.collections.add({ collection, sources: [text.source] })
  const memo = core.api.memos.create({ head: { title: 'On oil' } })
  const { quote } = core.api.passages.get({ passage: claim.passage })
  core.api.memos.save({ memo: memo.id, revision: memo.revision, document: aDocument(['It fell. [[0]]'], [{ id: claim.passage, quote }]) })
  return { core, source: text.source, other: other.source, claim, actor, memo: memo.id, quote, collection }
}

describe('a source in the trash', () => {
  it('is in no list, search or count, and comes back by restoring and by undo as it was', async () => {
    const { core, source, claim, actor } = await aCitedSource()
    const sort = { by: 'added', descending: true } as const
    const look = () => ({
      list: core.api.sources.list({}).map(({ title }) => title),
      library: core.api.library.order({ filter: {}, sort }).total,
      counted: core.api.workspace.get({}).sources,
      hits: core.api.search.everything({ text: 'crude' }).hits.filter(({ kind }) => kind === 'source' || kind === 'passage').length,
      citable: core.api.search.citable({ text: 'crude' }).length,
      evidence: core.api.board.standing({ claim: claim.item }).evidenceFor,
      items: core.api.items.list({ kind: 'claim' }).map(({ passages }) => passages),
      passages: core.api.passages.list({ source }).length,
      uses: core.api.codes.list({}).map(({ uses }) => uses),
      mentions: core.api.actors.dossier({ actor }).sources.length,
    })
    const before = look()
    expect(before).toMatchObject({ counted: 2, evidence: 1, items: [1], uses: [1], mentions: 1 })
    core.api.trash.put({ sources: [source] })
    expect(look()).toEqual({ list: ['Treaty'], library: 1, counted: 1, hits: 0, citable: 0, evidence: 0, items: [0], passages: 3, uses: [0], mentions: 0 })
    expect(core.api.library.order({ filter: {}, sort, trashed: true }).sources).toBe(source)
    expect(core.api.sources.get({ source }).trashedAt).not.toBeNull()
    core.api.trash.restore({ sources: [source] })
    expect(look()).toEqual(before)
    core.api.history.undo({})
    core.api.history.undo({})
    expect(look()).toEqual(before)
  })

  it('comes back when it is imported once more', async () => {
    const { core, source } = await aCitedSource()
    core.api.sources.remove({ source })
    const report = await core.api.sources.importText({ text: `${words} Prices followed.`, format: 'plain' })
    expect(report.outcomes).toMatchObject([{ outcome: 'imported', source, reason: '“Oil report” was in the trash and is back.' }])
    expect(core.api.sources.get({ source }).trashedAt).toBeNull()
  })
})

describe('emptying the trash', () => {
  it('says beforehand what memos lose, keeps their quotations, and deletes all else of the source with its bytes', async () => {
    const path = join(aFolder(), 'W.groundwork')
    const { core, source, memo, quote, claim } = await aCitedSource(path)
    const document = core.api.memos.get({ memo }).document
    core.api.trash.put({ sources: [source] })
    expect(core.api.trash.losses({})).toEqual({ sources: 1, passages: 3, memos: [{ memo, title: 'On oil', citations: 1 }] })
    expect(() => core.api.trash.empty({ sources: 2 })).toThrow(expect.objectContaining({ code: 'call.refused' }))
    expect(core.api.trash.empty({ sources: 1 }).passages).toBe(3)
    expect(() => core.api.sources.get({ source })).toThrow(expect.objectContaining({ code: 'source.gone' }))
    expect(() => core.api.passages.get({ passage: claim.passage })).toThrow(expect.objectContaining({ code: 'passage.gone' }))
    expect(core.api.memos.get({ memo }).document).toBe(document)
    expect(document).toContain(quote)
    expect((await core.api.exports.richText({ memo })).text).toContain('Exports of crude oil fell by a tenth')
    const db = new Database(path, { readonly: true })
    const found = (sql: string) => db.prepare(sql).pluck().get()
    expect(found("SELECT count(*) FROM source_original WHERE CAST(bytes AS TEXT) LIKE '%Prices followed%'")).toBe(0)
    expect(found("SELECT count(*) FROM history_change WHERE old_row LIKE '%Prices followed%' OR old_row LIKE '%Oil report%'")).toBe(0)
    expect(found('SELECT count(*) FROM source_original')).toBe(1)
    db.close()
  })

  it('leaves the rest of the history to be undone and redone', async () => {
    const { core, source, other, collection } = await aCitedSource()
    const own = core.api.items.tag({ source: other, version: 1, spans: [{ start: 0, end: 8 }], kind: 'claim' })
    core.api.passages.remove({ passage: own.passage })
    const gone = core.api.items.tag({ source, version: 1, spans: [{ start: 11, end: 16 }], kind: 'actor' })
    core.api.passages.remove({ passage: gone.passage })
    core.api.trash.put({ sources: [source] })
    core.api.trash.empty({ sources: 1 })
    const steps = core.api.history.list({}).length
    for (let step = 0; step < steps; step += 1) core.api.history.undo({})
    expect([core.api.sources.list({}), core.api.collections.list({})]).toEqual([[], []])
    for (let step = 0; step < steps; step += 1) core.api.history.redo({})
    expect(core.api.sources.list({}).map(({ title }) => title)).toEqual(['Treaty'])
    expect(core.api.collections.list({})).toMatchObject([{ id: collection, total: 0 }])
  })

  it('says how far it is, and leaves all as it was when it is stopped', async () => {
    const job = '00000000-0000-7000-8000-0000000000aa'
    let stops = true
    const { core, source } = await aCitedSource(':memory:', () => void (stops && core.api.jobs.cancel({ job })))
    const { version } = core.api.sources.text({ source })
    for (let start = 0; start < 60; start += 1) core.api.items.tag({ source, version, spans: [{ start, end: start + 5 }], kind: 'claim' })
    core.api.trash.put({ sources: [source] })
    const losses = core.api.trash.losses({})
    let clock = 0
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 100))
    onTestFinished(() => void vi.restoreAllMocks())
    const progress = () => core.events.flatMap(({ name, data }) => (name === 'progress' && data.job === job ? [data] : []))
    expect(() => core.api.trash.empty({ sources: 1, job })).toThrow(expect.objectContaining({ code: 'job.cancelled' }))
    expect(progress()[0]).toMatchObject({ label: 'Emptying the trash', finished: false })
    expect([core.api.trash.losses({}), core.api.passages.list({ source }).length]).toEqual([losses, losses.passages])
    stops = false
    core.api.trash.empty({ sources: 1, job })
    expect(progress().at(-1)).toMatchObject({ label: 'Emptying the trash', finished: true })
    expect(core.api.trash.losses({})).toEqual({ sources: 0, passages: 0, memos: [] })
  })
})
