import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GroundworkError } from '../../../src/shared/errors.ts'
import type { PassageMark } from '../../../src/shared/passages.ts'
import { aHost, aPlace, refusalOf, type OpenHost } from './a-host.ts'

/** The bundled article's id, and the text version that a tag must name. */
async function theArticle(host: OpenHost) {
  const [summary] = await host.api.sources.list({})
  return host.api.sources.text({ source: summary!.id })
}

async function tagWords(host: OpenHost, words: string) {
  const { source, version, text } = await theArticle(host)
  const start = text.indexOf(words)
  return host.api.items.tag({ source, version, spans: [{ start, end: start + words.length }], kind: 'claim' })
}

/** The error of a call that must fail. */
const failureOf = (call: Promise<unknown>): Promise<unknown> => call.then((value) => ({ value }), (thrown: unknown) => thrown)

describe('a core in worker threads', () => {
  it('makes a workspace with the article under the real path asked for', async () => {
    const place = aPlace()
    const host = await aHost(place)
    expect(host.workspace).toBe(realpathSync(place.workspace))
    expect(await host.api.workspace.get({})).toMatchObject({ name: 'W', sources: 1, passages: 0, untouched: true })
  })

  it('shows each committed write to the worker that only reads', async () => {
    const host = await aHost()
    const { source, text } = await theArticle(host)
    const seen: PassageMark[][] = []
    const words = ['Yuri Ushakov', 'Vladimir Putin', 'Steve Witkoff', 'Jared Kushner']
    for (const name of words) {
      await tagWords(host, name)
      seen.push(await host.api.passages.list({ source }))
    }
    expect(seen.map((marks) => marks.length)).toEqual([1, 2, 3, 4])
    const quoted = seen.at(-1)!.flatMap((mark) => mark.segments.map(({ start, end }) => text.slice(start, end)))
    expect(quoted.toSorted()).toEqual(words.toSorted())
  })

  it('writes answers as a page reads them', async () => {
    const host = await aHost()
    for (const name of ['sources.list', 'history.state', 'backups.list']) {
      const written = new TextDecoder().decode(await host.answer(name, {}))
      expect(JSON.parse(written)).toEqual({ value: JSON.parse(JSON.stringify(await host.call(name, {}))) })
    }
  })

  it('answers nothing as null, and a failure as an error', async () => {
    const host = await aHost()
    await tagWords(host, 'Yuri Ushakov')
    const { source } = await theArticle(host)
    const [mark] = await host.api.passages.list({ source })
    expect(new TextDecoder().decode(await host.answer('passages.remove', { passage: mark!.id }))).toBe('{"value":null}')
    expect(await failureOf(host.answer('sources.get', { source: crypto.randomUUID() }))).toBeInstanceOf(GroundworkError)
  })

  it('tells its listeners which features a write changed, before the write is answered', async () => {
    const host = await aHost()
    const heard: unknown[] = []
    const forget = host.onEvent((event) => heard.push(event))
    const { passage } = await tagWords(host, 'Yuri Ushakov')
    expect(heard).toEqual([
      { name: 'changed', data: { features: expect.arrayContaining(['passages', 'items', 'history']) as string[], passages: [passage] } },
    ])
    forget()
    await host.api.history.undo({})
    expect(heard).toHaveLength(1)
    expect(host.events).toHaveLength(2)
  })

  it('answers reads while a long write is under way', async () => {
    const host = await aHost()
    const answered: string[] = []
    await host.api.search.everything({ text: 'Putin' })
    const long = `${'A sentence of a long text that takes a while to bring in. '.repeat(20)}\n\n`.repeat(3000)
    const writing = host.api.sources.importText({ text: long, format: 'plain', title: 'Long' }).then(() => answered.push('import'))
    const reading = host.api.search.everything({ text: 'Putin' }).then(() => answered.push('search'))
    await Promise.all([writing, reading])
    expect(answered).toEqual(['search', 'import'])
  })

  it('answers a search while a long read is under way', async () => {
    const host = await aHost()
    const long = `${'The President said on Monday that Ada Lind of Tarva should sign the treaty. '.repeat(20)}\n\n`.repeat(400)
    const { outcomes } = await host.api.sources.importText({ text: long, format: 'plain', title: 'Long' })
    const answered: string[] = []
    await host.api.search.saved({})
    const reading = host.api.suggestions.list({ source: outcomes[0]?.source ?? '' }).then(() => answered.push('suggestions'))
    const searching = host.api.search.everything({ text: 'Putin' }).then(() => answered.push('search'))
    await Promise.all([reading, searching])
    expect(answered).toEqual(['search', 'suggestions'])
  })

  it('answers each of many calls at once with its own answer', async () => {
    const host = await aHost()
    const { source, version, text } = await theArticle(host)
    const spans = Array.from({ length: 150 }, (_, at) => ({ start: at * 20, end: at * 20 + 15 }))
    const results = await Promise.all(
      spans.flatMap((span) => [
        host.api.passages.create({ source, version, spans: [span] }).then((passage) => passage.quote),
        host.api.sources.get({ source }).then((one) => one.id),
        host.api.sources.text({ source, version }).then((one) => one.text.length),
      ]),
    )
    expect(results).toEqual(spans.flatMap(({ start, end }) => [text.slice(start, end), source, text.length]))
    expect(await host.api.passages.list({ source })).toHaveLength(150)
  })
})

describe('a call that fails', () => {
  it('keeps its code, sentence and details across the thread', async () => {
    const host = await aHost()
    const { id: memo } = await host.api.memos.create({})
    const document = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] })
    await host.api.memos.save({ memo, revision: 0, document })
    const failed = await failureOf(host.api.memos.save({ memo, revision: 0, document }))
    expect(failed).toBeInstanceOf(GroundworkError)
    expect(failed).toMatchObject({ code: 'memo.stale', details: { revision: 1 }, message: expect.stringContaining('saved elsewhere') as string })
  })

  it('names what was wrong with the call, and the workers go on answering', async () => {
    const host = await aHost()
    const refused = ['sources.explode', '__proto__.toString', 'shell.capabilities', 'sources.get', 'search.everything']
    const codes = await Promise.all(refused.map((name) => failureOf(host.call(name, { source: 5, text: {} }))))
    const [unknown, invalid] = [{ code: 'call.unknown' }, { code: 'call.invalid' }]
    expect(codes).toMatchObject([unknown, unknown, unknown, invalid, invalid])
    expect(await host.api.sources.list({})).toHaveLength(1)
    expect(await host.api.history.state({})).toEqual({ undo: null, redo: null })
  })

  it('by a fault of the program is “internal” without a stack or a path, which only the log has', async () => {
    const place = aPlace()
    const logged: string[] = []
    const failed = await refusalOf(place, { resources: join(place.folder, 'nowhere'), log: (line) => logged.push(line) })
    expect(failed).toMatchObject({ code: 'internal' })
    expect((failed as Error).message).not.toMatch(/nowhere|ENOENT|\bat \S+:\d+/)
    expect(logged.join('\n')).toMatch(/ENOENT[\s\S]*\n\s+at /)
  })
})

describe('files', () => {
  it('are staged, imported and served back byte for byte', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const path = join(place.folder, 'note.txt')
    writeFileSync(path, 'Ein Satz über Ørsted.\r\n\r\nSecond paragraph.\r\n')
    const staged = await host.stage(path)
    expect(staged).toEqual({ id: staged.id, name: 'note.txt', size: readFileSync(path).length })
    const job = '01900000-0000-7000-8000-000000000001'
    const report = await host.api.sources.importFiles({ files: [staged.id], job })
    expect(report).toMatchObject({ imported: 1, duplicates: 0, failed: 0, cancelled: false })
    expect(host.events.filter((event) => event.name === 'progress').at(-1)).toMatchObject({ data: { job, done: 1, total: 1, finished: true } })
    const original = await host.api.sources.original({ source: report.outcomes[0]!.source! })
    const served = await host.served(original.file)
    expect(served.name).toBe('note.txt')
    expect(readFileSync(served.path).equals(readFileSync(path))).toBe(true)
  })

  it('may be staged under the name they had where they came from', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const path = join(host.uploadFolder, 'upload-1')
    writeFileSync(path, 'Text of an upload.')
    const { id, name } = await host.stage(path, 'Bericht “neu”.txt')
    const report = await host.api.sources.importFiles({ files: [id], job: '01900000-0000-7000-8000-000000000002' })
    expect([name, report.outcomes[0]!.name]).toEqual(['Bericht “neu”.txt', 'Bericht “neu”.txt'])
  })

  it('that are not there are refused with “file.gone”', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const gone = { code: 'file.gone' }
    expect(await failureOf(host.stage(join(place.folder, 'none.txt')))).toMatchObject(gone)
    expect(await failureOf(host.stage(place.folder))).toMatchObject(gone)
    expect(await failureOf(host.served('01900000-0000-7000-8000-00000000ffff'))).toMatchObject(gone)
    const report = await host.api.sources.importFiles({
      files: ['01900000-0000-7000-8000-00000000eeee'],
      job: '01900000-0000-7000-8000-000000000003',
    })
    expect(report.outcomes).toMatchObject([{ outcome: 'failed', code: 'file.gone' }])
  })
})
