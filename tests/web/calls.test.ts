import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWebShell, bodyOf } from './a-web-shell.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

const post = (name: string, body: string, type: string | null = 'application/json') =>
  web.ask({ method: 'POST', path: `/api/${name}`, headers: { 'Content-Type': type }, body })

test('a call answers its value', async () => {
  const answer = await post('sources.list', '{}', 'application/json; charset=utf-8')
  expect(answer.status).toBe(200)
  expect(JSON.parse(bodyOf(answer))).toEqual({ value: [expect.objectContaining({ words: expect.any(Number) })] })
})

test('a failure of a call is an answer like any other: its code and its sentence', async () => {
  const source = '01a20a62-46c7-7611-9699-962c9a9fd1f6'
  const answer = await post('sources.get', JSON.stringify({ source }))
  expect([answer.status, JSON.parse(bodyOf(answer)).error.code]).toEqual([200, 'source.gone'])
})

test.each([
  ['sources.unknown', '{}', 'call.unknown'],
  ['constructor.name', '{}', 'call.unknown'],
  ['sources.__proto__', '{}', 'call.unknown'],
  ['sources.list.more', '{}', 'call.unknown'],
  ['shell.unknown', '{}', 'call.unknown'],
  ['shell.toString', '{}', 'call.unknown'],
  ['sources', '{}', 'call.unknown'],
  ['sources.get', '{"source":7}', 'call.invalid'],
  ['sources.get', '"text"', 'call.invalid'],
  ['sources.get', '[]', 'call.invalid'],
  ['sources.get', '{"__proto__":{"source":"x"}}', 'call.invalid'],
  ['shell.openExternal', '{"url":7}', 'call.invalid'],
])('%s with %s is %s', async (name, body, code) => {
  expect(JSON.parse(bodyOf(await post(name, body))).error.code).toBe(code)
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', 'application/jsonp', 'application/json, text/plain', null])(
  'JSON declared as %s is refused, since any page may send it',
  async (type) => {
    const answer = await post('sources.list', '{}', type)
    expect([answer.status, JSON.parse(bodyOf(answer)).error.code]).toEqual([415, 'call.refused'])
  },
)

test.each(['', '{', 'undefined', "{'a':1}", '{}{}'])('“%s” is no JSON', async (body) => {
  const answer = await post('sources.list', body)
  expect([answer.status, JSON.parse(bodyOf(answer)).error.code]).toEqual([400, 'call.invalid'])
})

test('arguments nested a hundred thousand deep are refused, and the next call is answered', async () => {
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  expect(JSON.parse(bodyOf(await post('sources.get', deep)))).toHaveProperty('error')
  expect((await web.call('history.state', {})).error).toBeUndefined()
})

describe('too much for one call', () => {
  const limit = 64 * 1024 * 1024

  test('is refused by its declared length before it is sent', async () => {
    const headers = { 'Content-Type': 'application/json', 'Content-Length': String(limit + 1) }
    expect((await web.ask({ method: 'POST', path: '/api/sources.list', headers })).status).toBe(413)
  })

  test('is refused when it turns out too long in the sending', async () => {
    const answer = await fetch(`http://${web.address}/api/sources.list`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: web.session },
      body: new Blob([' '.repeat(limit + 1)]).stream(),
      duplex: 'half',
    } as RequestInit).catch(() => null)
    // The server may hang up before the client has read the refusal.
    expect(answer?.status ?? 413).toBe(413)
    expect((await web.call('history.state', {})).error).toBeUndefined()
  })
})

describe('the feature shell', () => {
  test('says what a browser can do', async () => {
    expect(await web.call('shell.capabilities', {})).toEqual({
      value: {
        saveDialog: false,
        openPrograms: false,
        openDialog: false,
        menu: false,
        switchWorkspace: true,
        platform: process.platform === 'darwin' ? 'mac' : process.platform === 'win32' ? 'windows' : 'linux',
        version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      },
    })
    expect(await web.call('shell.chooseFiles', {})).toEqual({ value: [] })
    expect(await web.call('shell.saveFile', { file: '01a20a62-46c7-7611-9699-962c9a9fd1f6', name: 'a.pdf' })).toEqual({ value: null })
  })

  test.each(['https://example.org/a?b#c', 'http://example.org', 'mailto:desk@example.org'])('%s may be opened', async (url) => {
    expect(await web.call('shell.openExternal', { url })).toEqual({ value: null })
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'smb://host/share', 'data:text/html,x', 'search-ms:query=x', '//host', '\\\\host\\share', 'example.org', ' ', ''])(
    '“%s” may not be opened',
    async (url) => {
      expect((await web.call('shell.openExternal', { url })).error?.code).toBe('shell.refused')
    },
  )
})
