import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnyEvent } from '../../src/shared/api.ts'
import { aWebShell } from './a-web-shell.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

/** Follows the stream as EventSource does; `next` answers the next event, `lastId` is what it would send to come back. */
async function follow(lastEventId?: string) {
  const ended = new AbortController()
  const headers = { cookie: web.session, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
  const response = await fetch(`http://${web.address}/events`, { headers, signal: ended.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  let lastId = ''
  const nextBlock = async (): Promise<string> => {
    while (!unread.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      unread += value
    }
    const block = unread.slice(0, unread.indexOf('\n\n'))
    unread = unread.slice(block.length + 2)
    lastId = /^id: (.+)$/m.exec(block)?.[1] ?? lastId
    return block
  }
  await nextBlock()
  return {
    type: response.headers.get('content-type'),
    lastId: () => lastId,
    async next(): Promise<AnyEvent> {
      for (;;) {
        const data = /^data: (.+)$/m.exec(await nextBlock())?.[1]
        if (data) return JSON.parse(data)
      }
    },
    end: () => ended.abort(),
  }
}

const everything = { name: 'changed', data: { features: expect.arrayContaining(['sources', 'memos', 'history']) } }

test('a change made by one page reaches every page', async () => {
  const [first, second] = [await follow(), await follow()]
  expect(first.type).toBe('text/event-stream; charset=utf-8')
  await web.call('memos.create', {})
  const memosChanged = { name: 'changed', data: { features: expect.arrayContaining(['memos']) } }
  expect([await first.next(), await second.next()]).toEqual([memosChanged, memosChanged])
  first.end()
  second.end()
})

test('a page that comes back after events it missed is told that everything changed', async () => {
  const page = await follow()
  const before = page.lastId()
  page.end()
  await web.call('memos.create', {})
  const back = await follow(before)
  expect(await back.next()).toEqual(everything)
  back.end()
})

test('a page that comes back to another run of the program is told that everything changed', async () => {
  const back = await follow('another-0')
  expect(await back.next()).toEqual(everything)
  back.end()
})

test('a page that missed nothing hears the next event first', async () => {
  const page = await follow()
  page.end()
  const back = await follow(page.lastId())
  web.shell.workspaces.host()
  await web.call('shell.openWorkspace', { path: web.shell.workspaces.host().workspace })
  expect(await back.next()).toEqual({ name: 'command', data: { name: 'window.reload' } })
  back.end()
})
