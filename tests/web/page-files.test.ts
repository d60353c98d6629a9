import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWebShell, bodyOf } from './a-web-shell.ts'

let web: Awaited<ReturnType<typeof aWebShell>>
beforeAll(async () => {
  web = await aWebShell()
})
afterAll(() => web.close())

test('the page comes with a policy that lets it load its own files and nothing else', async () => {
  const answer = await web.ask()
  expect(answer.body).toBe('<!doctype html><title>the page</title>')
  expect([answer.headers['content-type'], answer.headers['content-security-policy'], answer.headers['cache-control']]).toEqual([
    'text/html; charset=utf-8',
    "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; font-src 'self'; " +
      "img-src 'self' data: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    'no-store',
  ])
})

test('assets, which are named by their content, are kept', async () => {
  const answer = await web.ask({ path: '/assets/main.js?v=1' })
  expect([answer.body, answer.headers['content-type'], answer.headers['cache-control']]).toEqual([
    'export {}',
    'text/javascript; charset=utf-8',
    'private, max-age=31536000, immutable',
  ])
})

describe('nothing outside the page’s folder is found', () => {
  test.each([
    '/../secret.js',
    '/assets/../../secret.js',
    '/%2e%2e/secret.js',
    '/assets/%2E%2E/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/%2e%2e%2fsecret.js',
    '/%252e%252e/secret.js',
    '/..\\secret.js',
    '/..%5csecret.js',
    '/assets\\main.js',
    '/assets/main.js%00',
    '/index.html%00.js',
    '/../page-beside/secret.js',
    '/link.js',
    '/up/secret.js',
    '/assets/readme',
    '/assets',
    '/assets/',
    '/%',
    '/%ff',
    '/etc/passwd',
    '/C:/Windows/win.ini',
    '/missing.js',
  ])('%s', async (path) => {
    const answer = await web.ask({ path })
    expect(answer.status).toBe(404)
    expect(bodyOf(answer)).not.toContain('secret')
  })
})
