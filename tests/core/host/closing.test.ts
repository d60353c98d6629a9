import { describe, expect, it } from 'vitest'
import { aHost, aPlace } from './a-host.ts'

describe('closing', () => {
  it('finishes what was asked before, so that every answer is kept', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const titles = Array.from({ length: 60 }, (_, at) => `Memo ${at}`)
    const made = Promise.allSettled(titles.map((title) => host.api.memos.create({ head: { title } })))
    await host.close()
    const answered = (await made).flatMap((one) => (one.status === 'fulfilled' ? [one.value.id] : []))
    expect(answered).toHaveLength(60)
    const kept = await (await aHost(place)).api.memos.list({})
    expect(kept.map((memo) => memo.id).toSorted()).toEqual(answered.toSorted())
  })

  it('settles an import that is under way, and what it answered is kept', async () => {
    const place = aPlace()
    const host = await aHost(place)
    const texts = Array.from({ length: 20 }, (_, at) => `Text number ${at}. ${'More words follow here. '.repeat(2000)}`)
    const imports = texts.map((text) => host.api.sources.importText({ text, format: 'plain' }))
    const settled = Promise.allSettled(imports)
    await host.close()
    const reported = (await settled).flatMap((one) => (one.status === 'fulfilled' ? one.value.outcomes.map(({ source }) => source) : []))
    const next = await aHost(place)
    const kept = (await next.api.sources.list({})).map((source) => source.id)
    expect(kept).toEqual(expect.arrayContaining(reported))
  })

  it('refuses calls made afterwards instead of leaving them unanswered', async () => {
    const host = await aHost()
    await host.close()
    const code = (call: Promise<unknown>) => call.then(() => 'answered', (thrown: { code: string }) => thrown.code)
    expect(await code(host.api.history.state({}))).toBe('internal')
    expect(await code(host.api.sources.list({}))).toBe('internal')
    expect(await code(host.stage('/nowhere'))).toBe('internal')
  })

  it('twice is once', async () => {
    const place = aPlace()
    const host = await aHost(place)
    await Promise.all([host.close(), host.close()])
    await host.close()
    const again = await aHost(place)
    expect(await again.api.sources.list({})).toHaveLength(1)
  })
})

describe('a host for one call', () => {
  it('starts its second worker when it is asked, and refuses what comes after closing', async () => {
    const host = await aHost(aPlace(), { readerWhenAsked: true })
    await host.api.memos.create({ head: { title: 'One' } })
    expect(await host.api.jobs.cancel({ job: '00000000-0000-7000-8000-00000000000f' })).toBeNull()
    expect(await host.api.sources.list({})).toHaveLength(1)
    await host.close()
    expect(await host.api.sources.list({}).then(() => 'answered', (thrown: { code: string }) => thrown.code)).toBe('internal')
  })
})
