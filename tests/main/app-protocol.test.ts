// The app's own scheme, asked through the handler that the built main process registers.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pagePolicy } from '../../src/core/host/security-headers.ts'
import { build } from '../built-program.ts'
import { aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

const nowhere = [
  '/../package.json',
  '/..%2fpackage.json',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/%2e%2e%2f%2e%2e%2fetc/passwd',
  '/%252e%252e%252fetc/passwd',
  '/assets/../../main/index.js',
  '/assets/..%2f..%2fmain/index.js',
  '/..\\..\\etc\\passwd',
  '/%5c%5cserver%5cshare',
  '/assets%5c..%5c..%5cmain%5cindex.js',
  '//server/share/x.js',
  '/index.html%00.js',
  '/index.html%00',
  '/%00',
  '/%',
  '/%ff',
  '/C:/Windows/win.ini',
  '/C%3a/Windows/win.ini',
  '/index.html::$DATA',
  '/etc/passwd',
  '/assets',
  '/assets/',
  '/main/index.js',
  '/INDEX.HTML/',
]

describe('a file of the page', () => {
  it('comes with its type, the policy and nothing to sniff', async () => {
    const electron = theElectron()
    const page = await electron.fetch('app://groundwork/index.html')
    expect({ ...page, body: text(page.body) }).toEqual({
      status: 200,
      headers: {
        'cache-control': 'no-store',
        'content-security-policy': pagePolicy,
        'content-type': 'text/html; charset=utf-8',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
      },
      body: readFileSync(join(build, 'renderer/index.html'), 'utf8'),
    })
    expect((await electron.fetch('app://groundwork/')).body).toEqual(page.body)
    const script = readdirSync(join(build, 'renderer/assets')).find((name) => name.endsWith('.js'))
    const served = await electron.fetch(`app://groundwork/assets/${script}`)
    expect(served.status).toBe(200)
    expect(served.headers['content-type']).toBe('text/javascript; charset=utf-8')
  })

  it('is never one outside the page’s folder, whatever the address', async () => {
    const electron = theElectron()
    for (const path of nowhere) {
      const found = await electron.fetch(`app://groundwork${path}`)
      expect({ path, status: found.status, body: text(found.body) }).toEqual({ path, status: 404, body: 'Nothing here.' })
      expect(found.headers['x-content-type-options'], path).toBe('nosniff')
    }
    for (const host of ['evil', 'groundwork@evil', 'groundwork:1', 'GROUNDWORK', '']) {
      expect((await electron.fetch(`app://${host}/index.html`)).status, host).toBe(404)
    }
  })

  it('is empty while one workspace takes the place of another, and still a page under the policy', async () => {
    const { status, headers, body } = await theElectron().fetch('app://groundwork/blank.html')
    expect([status, headers['content-type'], headers['content-security-policy'], text(body)]).toEqual([
      200,
      'text/html; charset=utf-8',
      pagePolicy,
      '<!doctype html><title>Groundwork</title>',
    ])
  })

  it('answers no other method', async () => {
    const electron = theElectron()
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD']) {
      expect((await electron.fetch('app://groundwork/index.html', { method })).status, method).toBe(405)
    }
  })
})

describe('an upload', () => {
  const octets = { 'content-type': 'application/octet-stream' }
  const article = new TextEncoder().encode('Talks resume\n\nThe delegations met again on Tuesday in Geneva.\n')

  it('is staged under its name and imports as the page’s own file', async () => {
    const electron = theElectron()
    const url = 'app://groundwork/files?name=Talks%20resume.txt'
    const answer = await electron.fetch(url, { method: 'POST', headers: octets, body: article })
    const { value } = JSON.parse(text(answer.body))
    expect(value).toEqual({ id: expect.any(String), name: 'Talks resume.txt', size: article.length })
    const report = await electron.call('sources.importFiles', { files: [value.id], job: crypto.randomUUID() })
    expect(report).toMatchObject({ imported: 1, failed: 0 })
    const temporary = readdirSync(join(electron.folder, 'data', 'temporary'), { recursive: true, encoding: 'utf8' })
    expect(temporary.filter((name) => name.includes('upload-'))).toEqual([])
  })

  it('loses every path in its name', async () => {
    const electron = theElectron()
    const name = encodeURIComponent('../../../etc/cron.d/x.txt')
    const url = `app://groundwork/files?name=${name}`
    const answer = await electron.fetch(url, { method: 'POST', headers: octets, body: article })
    expect(JSON.parse(text(answer.body)).value.name).not.toMatch(/[/\\]|\.\./)
  })

  it('is taken from the page alone, and as bytes alone', async () => {
    const electron = theElectron()
    const post = (headers: Record<string, string>) =>
      electron.fetch('app://groundwork/files?name=x.txt', { method: 'POST', headers, body: article })
    expect((await post({ ...octets, origin: 'https://evil.example' })).status).toBe(403)
    expect((await post({ ...octets, origin: 'null' })).status).toBe(403)
    expect((await post({ 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post({ ...octets, origin: 'app://groundwork' })).status).toBe(200)
  })
})

describe('a finished file', () => {
  it('comes as a download under its own name and type', async () => {
    const electron = theElectron()
    const sources = await electron.call<{ id: string; title: string }[]>('sources.list')
    const source = sources.find(({ title }) => title.startsWith('Why the U.S.-Russia'))
    const { file } = await electron.call<{ file: string }>('sources.original', { source: source?.id })
    const served = await electron.fetch(`app://groundwork/files/${file}`)
    const original = readFileSync(join(import.meta.dirname, '../../resources/why-the-us-russia-ukraine-talks-failed.txt'))
    expect(Buffer.from(served.body).equals(original)).toBe(true)
    expect(served.headers).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="/),
      'content-length': String(original.length),
      'content-security-policy': expect.stringContaining("default-src 'none'; sandbox"),
    })
  })

  it('is not found when it is gone or its name is no id', async () => {
    const electron = theElectron()
    for (const id of [crypto.randomUUID(), 'x', '..%2f..%2fetc%2fpasswd', '%00']) {
      expect((await electron.fetch(`app://groundwork/files/${id}`)).status, id).toBe(404)
    }
  })
})
