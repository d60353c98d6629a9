// The worked example: opened from the palette, it shows the tagged article beside its memo.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page

beforeAll(async () => {
  // The example lies in the documents folder: here one of the test's own.
  writeFileSync(join(place.folder, 'user-dirs.dirs'), `XDG_DOCUMENTS_DIR="${place.folder}"\n`)
  shell = await startShell(place, undefined, { XDG_CONFIG_HOME: place.folder })
  window = await openWindow(shell.url)
  page = window.page
})

afterAll(async () => {
  await window.close()
  await closeWindows()
  await shell.stop()
  place.remove()
})

describe('the worked example', () => {
  it('opens by keyboard from the palette, and again as it was left', async () => {
    const open = async () => {
      await page.keyboard.press('Control+Shift+P')
      await page.keyboard.type('worked example')
      await page.getByRole('option', { name: 'Open the worked example' }).waitFor()
      await page.keyboard.press('Enter')
    }
    await open()
    await page.getByRole('button', { name: 'Worked example', exact: true }).waitFor()
    const memo = page.getByRole('textbox', { name: 'Memo body' })
    await memo.getByRole('heading', { name: 'Bottom line' }).waitFor()
    await page.getByRole('region', { name: 'Reader' }).getByRole('heading', { name: 'Why the U.S.-Russia Ukraine Talks Failed' }).waitFor()
    await expect.poll(() => page.evaluate(() => CSS.highlights.has('reader-claim-0'))).toBe(true)
    expect(await call(page, 'workspace.get')).toMatchObject({ name: 'Worked example', sources: 1, memos: 1 })
    await page.evaluate(() => document.body.setAttribute('data-before', ''))
    await open()
    await page.waitForFunction(() => document.body && !document.body.hasAttribute('data-before'))
    await memo.getByRole('heading', { name: 'Bottom line' }).waitFor()
    expect(await call(page, 'workspace.get')).toMatchObject({ name: 'Worked example', memos: 1 })
  })
})
