import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWebShell } from './a-web-shell.ts'
import { followEvents } from './follow-events.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

const everything = { name: 'changed', data: { features: expect.arrayContaining(['sources', 'memos', 'history']) } }

test('a change made by one page reaches every page', async () => {
  const [first, second] = [await followEvents(web), await followEvents(web)]
  expect(first.type).toBe('text/event-stream; charset=utf-8')
  await web.call('memos.create', {})
  const memosChanged = { name: 'changed', data: expect.objectContaining({ features: expect.arrayContaining(['memos']) }) }
  expect([await first.next(), await second.next()]).toEqual([memosChanged, memosChanged])
  first.end()
  second.end()
})

test('a page that comes back after events it missed is told that everything changed', async () => {
  const page = await followEvents(web)
  const before = page.lastId()
  page.end()
  await web.call('memos.create', {})
  const back = await followEvents(web, before)
  expect(await back.next()).toEqual(everything)
  back.end()
})

test('a page that comes back to another run of the program is told that everything changed', async () => {
  const back = await followEvents(web, 'another-0')
  expect(await back.next()).toEqual(everything)
  back.end()
})

test('a page that missed nothing hears the next event first', async () => {
  const page = await followEvents(web)
  page.end()
  const back = await followEvents(web, page.lastId())
  await web.call('shell.openWorkspace', { path: web.shell.workspaces.host().workspace })
  expect(await back.next()).toEqual({ name: 'command', data: { name: 'window.reload' } })
  back.end()
})
