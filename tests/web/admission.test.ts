import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWebShell, bodyOf, sendRaw, type Ask } from './a-web-shell.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

const json = { 'Content-Type': 'application/json' }
const anId = '01a20a62-46c7-7611-9699-962c9a9fd1f6'

/** Every route of the server, asked as it wants to be asked. */
const everyRoute: Ask[] = [
  { path: '/' },
  { path: '/index.html' },
  { path: '/assets/main.js' },
  { path: '/assets/missing.js' },
  { path: '/events' },
  { path: `/files/${anId}` },
  { method: 'POST', path: '/files?name=a.txt', headers: { 'Content-Type': 'application/octet-stream' }, body: 'text' },
  { method: 'POST', path: '/api/sources.list', headers: json, body: '{}' },
  { method: 'POST', path: '/api/shell.capabilities', headers: json, body: '{}' },
  { method: 'POST', path: '/api/no.such', headers: json, body: '{}' },
  { path: '/nothing/here' },
]

describe('Host', () => {
  test('the address itself is admitted', async () => {
    expect((await web.ask()).status).toBe(200)
  })

  test.each([
    'localhost',
    'localhost.evil.com',
    '127.0.0.1.nip.io',
    '127.0.0.1',
    '127.0.0.1:1',
    '0.0.0.0',
    '[::1]',
    '127.1',
    '2130706433',
    '127.0.0.1.',
    'evil.example@127.0.0.1',
    '',
  ])('“%s” with our port or without is refused', async (name) => {
    const named = await web.ask({ headers: { Host: name } })
    const withPort = await web.ask({ headers: { Host: `${name}:${web.port}`.replace('127.0.0.1:1:', '127.0.0.1:1') } })
    // 127.0.0.1 with our port is the address itself.
    expect([named.status, withPort.status]).toEqual([403, name === '127.0.0.1' ? 200 : 403])
  })

  test('a missing one is refused', async () => {
    expect((await web.ask({ headers: { Host: null } })).status).toBe(403)
    expect((await sendRaw(web.port, `GET / HTTP/1.0\r\nCookie: ${web.session}\r\n\r\n`)).status).toBe(403)
  })

  test('a second one is refused, whichever comes first', async () => {
    const twice = (first: string, second: string) =>
      sendRaw(web.port, `GET / HTTP/1.1\r\nHost: ${first}\r\nHost: ${second}\r\nCookie: ${web.session}\r\nConnection: close\r\n\r\n`)
    const answers = await Promise.all([twice(web.address, 'evil.example'), twice('evil.example', web.address), twice(web.address, web.address)])
    expect(answers.map((answer) => answer.status >= 400)).toEqual([true, true, true])
  })

  test('a request line with a whole address, an authority or a star is refused', async () => {
    const lines = [`GET http://${web.address}/ HTTP/1.1`, `GET //evil.example/ HTTP/1.1`, 'OPTIONS * HTTP/1.1', `CONNECT ${web.address} HTTP/1.1`]
    const answers = await Promise.all(
      lines.map((line) => sendRaw(web.port, `${line}\r\nHost: ${web.address}\r\nCookie: ${web.session}\r\nConnection: close\r\n\r\n`)),
    )
    // To CONNECT the server says nothing and hangs up.
    expect(answers.map((answer) => answer.status)).toEqual([400, 400, 400, Number.NaN])
  })
})

describe('Origin', () => {
  test.each(everyRoute.filter((route) => route.path !== '/events'))('our own passes the door at $path', async (route) => {
    const answer = await web.ask({ ...route, headers: { ...route.headers, Origin: `http://${web.address}` } })
    expect([401, 403]).not.toContain(answer.status)
  })

  const foreign = () => [
    'null',
    'http://127.0.0.1',
    `http://127.0.0.1:${web.port + 1}`,
    `https://${web.address}`,
    `http://localhost:${web.port}`,
    `http://${web.address}.evil.example`,
    `http://${web.address}@evil.example`,
    'https://evil.example',
    'file://',
    '',
  ]
  test.each(everyRoute)('any other is refused at $method $path', async (route) => {
    const answers = await Promise.all(foreign().map((Origin) => web.ask({ ...route, headers: { ...route.headers, Origin } })))
    expect(answers.map((answer) => answer.status)).toEqual(foreign().map(() => 403))
  })

  test('what the browser says about another page’s request is believed', async () => {
    const from = (site: string, more: Ask = {}) => web.ask({ ...more, headers: { 'Sec-Fetch-Site': site, ...more.headers } })
    const navigation = { headers: { 'Sec-Fetch-Mode': 'navigate' } }
    const asset = { path: '/assets/main.js' }
    expect([
      (await from('same-origin', asset)).status,
      (await from('none', asset)).status,
      (await from('same-site', asset)).status,
      (await from('cross-site', asset)).status,
      (await from('cross-site', { ...asset, ...navigation })).status,
      (await from('cross-site', navigation)).status,
    ]).toEqual([200, 200, 403, 403, 403, 200])
  })
})

describe('the link and the cookie', () => {
  test.each(everyRoute)('without a cookie $method $path is refused', async (route) => {
    expect((await web.ask(route, null)).status).toBe(401)
  })

  test.each(['', 'x', `groundwork-1=x`, 'groundwork', '; ;=;', '__proto__=1'])('the cookie “%s” is not enough', async (cookie) => {
    expect((await web.ask({}, cookie)).status).toBe(401)
  })

  test('a session under another name or with a letter changed is not enough', async () => {
    const [name, value = ''] = web.session.split('=')
    const changed = `${name}=${value.startsWith('A') ? 'B' : 'A'}${value.slice(1)}`
    expect((await web.ask({}, `other=${value}`)).status).toBe(401)
    expect((await web.ask({}, changed)).status).toBe(401)
    expect((await web.ask({}, `a=b; ${web.session}; c=d`)).status).toBe(200)
  })

  test('the link is swapped for a cookie that scripts and other sites never see', async () => {
    const answer = await web.ask({ path: web.newLinkPath() }, null)
    expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 303, location: '/' })
    expect(answer.headers['set-cookie']).toMatch(
      new RegExp(`^groundwork-${web.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    )
    expect(answer.headers['referrer-policy']).toBe('no-referrer')
  })

  test('a link works once', async () => {
    const path = web.newLinkPath()
    expect((await web.ask({ path }, null)).status).toBe(303)
    const again = await web.ask({ path }, null)
    expect(again.status).toBe(403)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect(again.body).toContain('Press Enter in that terminal for a fresh link.')
  })

  test('a fresh link voids the one before, and both cookies of two used links stay valid', async () => {
    const voided = web.newLinkPath()
    const fresh = web.newLinkPath()
    expect((await web.ask({ path: voided }, null)).status).toBe(403)
    const cookie = (await web.ask({ path: fresh }, null)).headers['set-cookie']?.split(';')[0] ?? ''
    expect([(await web.ask({}, cookie)).status, (await web.ask()).status]).toEqual([200, 200])
  })

  test('whoever has a cookie loses nothing by a used link: the token leaves the address', async () => {
    const answer = await web.ask({ path: '/?token=used' })
    expect([answer.status, answer.headers.location, answer.headers['set-cookie']]).toEqual([303, '/', undefined])
  })

  test('a link is used up by GET / alone', async () => {
    const path = web.newLinkPath()
    const elsewhere: Ask[] = [
      { method: 'HEAD', path },
      { method: 'POST', path },
      { method: 'OPTIONS', path },
      { path: path.replace('/?', '/index.html?') },
      { path: path.replace('/?', '/events?') },
      { path, headers: { Host: 'evil.example' } },
      { path, headers: { Origin: 'https://evil.example' } },
    ]
    const answers = await Promise.all(elsewhere.map((asked) => web.ask(asked, null)))
    expect(answers.map((answer) => answer.headers['set-cookie'])).toEqual(elsewhere.map(() => undefined))
    expect((await web.ask({ path }, null)).status).toBe(303)
  })

  test('a person at the door reads how to come in', async () => {
    const answer = await web.ask({}, null)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(bodyOf(answer)).toContain('Use the link that Groundwork printed in the terminal')
  })
})

describe('methods', () => {
  test.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND'])('%s is refused everywhere and allows no other page anything', async (method) => {
    const answers = await Promise.all(everyRoute.map((route) => web.ask({ ...route, method })))
    expect(answers.map((answer) => answer.status)).toEqual(everyRoute.map(() => 405))
    expect(answers.flatMap((answer) => Object.keys(answer.headers).filter((name) => name.startsWith('access-control')))).toEqual([])
  })

  test('each route takes its own method only', async () => {
    const wrong = [
      await web.ask({ path: '/api/sources.list' }),
      await web.ask({ path: '/files' }),
      await web.ask({ method: 'POST', path: '/events', body: '' }),
      await web.ask({ method: 'POST', path: '/', body: '' }),
      await web.ask({ path: '/api' }),
      await web.ask({ path: '/files/a/b' }),
    ]
    expect(wrong.map((answer) => [answer.status, answer.headers.allow])).toEqual([
      [405, 'POST'],
      [405, 'POST'],
      [405, 'GET'],
      [405, 'GET'],
      [404, undefined],
      [404, undefined],
    ])
  })
})

test('every answer, refusals and malformed requests included, forbids sniffing, framing and foreign use', async () => {
  const followed = everyRoute.filter((route) => route.path !== '/events')
  const answers = [
    ...(await Promise.all(followed.map((route) => web.ask(route)))),
    ...(await Promise.all(everyRoute.map((route) => web.ask(route, null)))),
    await web.ask({ headers: { Host: 'evil.example' } }),
    await web.ask({ path: web.newLinkPath() }, null),
    await sendRaw(web.port, 'nonsense\r\n\r\n'),
    await sendRaw(web.port, `GET / HTTP/1.1\r\nHost: ${web.address}\r\nCookie: ${'x'.repeat(70_000)}\r\n\r\n`),
  ]
  const policies = answers.map(({ headers }) => ({
    sniff: headers['x-content-type-options'],
    use: headers['cross-origin-resource-policy'],
    referrer: headers['referrer-policy'],
    loads: headers['content-security-policy']?.startsWith("default-src 'none'; "),
    framed: headers['content-security-policy']?.includes("frame-ancestors 'none'"),
  }))
  const wanted = { sniff: 'nosniff', use: 'same-origin', referrer: 'no-referrer', loads: true, framed: true }
  expect(policies).toEqual(answers.map(() => wanted))
})

test('the server listens on the loopback interface only', () => {
  expect(web.shell.server.http.address()).toEqual({ address: '127.0.0.1', family: 'IPv4', port: web.port })
})
