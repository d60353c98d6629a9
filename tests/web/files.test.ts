import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { randomBytes } from 'node:crypto'
import { uuidFrom } from '../../src/shared/identifiers.ts'
import { aWebShell, bodyOf, sendRaw } from './a-web-shell.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

const aJob = () => uuidFrom(Date.now(), randomBytes(10))
const bytes = { 'Content-Type': 'application/octet-stream' }
const upload = (name: string, body: string) =>
  web.ask({ method: 'POST', path: `/files?name=${encodeURIComponent(name)}`, headers: bytes, body })
const uploadsOnDisk = () => readdirSync(web.shell.workspaces.host().uploadFolder).filter((name) => name.startsWith('upload-'))

describe('a file on its way in', () => {
  test('is staged, imported, and takes no more room then', async () => {
    const text = 'The talks failed in Geneva.\n\nNobody said why.'
    const staged = JSON.parse(bodyOf(await upload('Відкритий лист.txt', text))).value
    expect(staged).toEqual({ id: expect.any(String), name: 'Відкритий лист.txt', size: Buffer.byteLength(text) })
    expect(uploadsOnDisk()).toHaveLength(1)
    const report = await web.call('sources.importFiles', { files: [staged.id], job: aJob() })
    expect(report).toEqual({ value: expect.objectContaining({ imported: 1, duplicates: 0, failed: 0 }) })
    expect(uploadsOnDisk()).toEqual([])
  })

  test.each(['text/plain', 'multipart/form-data; boundary=x', 'application/x-www-form-urlencoded', null])(
    'declared as %s is refused, since any page may send it',
    async (type) => {
      const answer = await web.ask({ method: 'POST', path: '/files?name=a.txt', headers: { 'Content-Type': type }, body: 'text' })
      expect(answer.status).toBe(415)
    },
  )

  test('declared larger than 2 GB is refused before it is sent', async () => {
    const headers = { ...bytes, 'Content-Length': String(2 * 1024 ** 3 + 1) }
    const answer = await web.ask({ method: 'POST', path: '/files?name=big.bin', headers })
    expect([answer.status, JSON.parse(bodyOf(answer)).error]).toEqual([
      413,
      { code: 'source.too-large', message: '“big.bin” is larger than the 2,048 MB that a file may have. It was not imported.' },
    ])
    expect(uploadsOnDisk()).toEqual([])
  })

  test('that breaks off half-way leaves nothing behind', async () => {
    const head = `POST /files?name=a.txt HTTP/1.1\r\nHost: ${web.address}\r\nCookie: ${web.session}\r\nContent-Type: application/octet-stream\r\n`
    await sendRaw(web.port, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nbroken\r\n`)
    await expect.poll(uploadsOnDisk).toEqual([])
  })
})

describe('a file on its way out', () => {
  async function anOriginal(name: string, text: string): Promise<string> {
    const staged = JSON.parse(bodyOf(await upload(name, text))).value
    const report = await web.call('sources.importFiles', { files: [staged.id], job: aJob() })
    const source = (report.value as { outcomes: { source: string }[] }).outcomes[0]?.source
    return ((await web.call('sources.original', { source })).value as { file: string }).file
  }

  test('is a download under its own name, byte for byte, that can run nothing', async () => {
    const html = '<html><body><script>alert(1)</script><p>Ein “Wort” zu viel, sagte sie über die Gespräche.</p></body></html>'
    const answer = await web.ask({ path: `/files/${await anOriginal('Gespräche “2025”.html', html)}` })
    expect(answer.status).toBe(200)
    expect(answer.body).toBe(html)
    expect(answer.headers['content-disposition']).toBe(
      `attachment; filename="Gespr_che _2025_.html"; filename*=UTF-8''Gespr%C3%A4che%20%E2%80%9C2025%E2%80%9D.html`,
    )
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; sandbox;/)
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(html)))
  })

  test('is shown to be read, a page as the text that it is made of', async () => {
    const html = '<!doctype html><html><body><script>alert(1)</script><p>Words of a page that nobody is to run, said the envoys.</p></body></html>'
    const answer = await web.ask({ path: `/files/${await anOriginal('Page.html', html)}/shown` })
    expect([answer.status, answer.body]).toEqual([200, html])
    expect(answer.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': expect.stringMatching(/^inline; /),
      'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox;/),
      'x-content-type-options': 'nosniff',
    })
  })

  test('is never shown when it is no original of a kind that a browser may show', async () => {
    const codebook = (await web.call('codes.exportCodebook', {})).value as { file: string }
    expect((await web.ask({ path: `/files/${codebook.file}` })).status).toBe(200)
    for (const id of [codebook.file, crypto.randomUUID(), 'x', '..%2fx']) {
      expect((await web.ask({ path: `/files/${id}/shown` })).status, id).toBe(404)
    }
  })

  test.each(['01a20a62-46c7-7611-9699-962c9a9fd1f6', 'x', '', '..%2f..%2fsecret.js', '%00'])('“%s” is not there', async (id) => {
    const answer = await web.ask({ path: `/files/${id}` })
    expect(answer.status).toBe(404)
    expect(bodyOf(answer)).toContain('This file is no longer available')
  })
})
