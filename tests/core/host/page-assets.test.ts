import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { findPageAsset } from '../../../src/core/host/page-assets.ts'

/** A page's folder with a secret beside it, links of all kinds, and a file that no page is made of. */
function aPage() {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-page-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  mkdirSync(join(folder, 'page-beside'))
  writeFileSync(join(folder, 'secret.js'), 'secret')
  writeFileSync(join(folder, 'page-beside', 'secret.js'), 'secret')
  writeFileSync(join(page, 'index.html'), '<!doctype html>')
  writeFileSync(join(page, 'assets', 'plain.js'), 'plain')
  writeFileSync(join(page, 'assets', 'notes.txt'), 'of no type that a page is made of')
  writeFileSync(join(page, 'assets', 'readme'), 'without an ending')
  symlinkSync(join(folder, 'secret.js'), join(page, 'link.js'))
  symlinkSync(folder, join(page, 'up'))
  symlinkSync(join(page, 'assets', 'plain.js'), join(page, 'inside.js'))
  return { page, find: (path: string) => findPageAsset(page, path) }
}

test('a file of the page is found with its type and size, by its own name or a link inside', async () => {
  const { page, find } = aPage()
  const index = { path: join(page, 'index.html'), mediaType: 'text/html; charset=utf-8', size: 15, isPage: true }
  const script = { path: join(page, 'assets', 'plain.js'), mediaType: 'text/javascript; charset=utf-8', size: 5, isPage: false }
  expect(await Promise.all(['/', '/index.html', '/assets/plain.js', '/assets/%70lain.js', '/inside.js'].map(find))).toEqual([
    index,
    index,
    script,
    script,
    script,
  ])
})

test.each([
  '/link.js',
  '/up/secret.js',
  '/../secret.js',
  '/..%2fsecret.js',
  '/%2e%2e/secret.js',
  '/%252e%252e/secret.js',
  '/../page-beside/secret.js',
  '/assets/../index.html',
  '/./index.html',
  '/..\\secret.js',
  '/assets%5cplain.js',
  '//index.html',
  '/assets//plain.js',
  '/index.html%00',
  '/index.html%00.js',
  '/index.html%0a',
  '/index.html::$DATA',
  '/C:/index.html',
  '/C%3a/index.html',
  '/assets',
  '/assets/',
  '/assets/notes.txt',
  '/assets/readme',
  '/%',
  '/%ff',
  'index.html',
  '',
  '/missing.js',
])('“%s” names none', async (path) => {
  expect(await aPage().find(path)).toBeNull()
})
