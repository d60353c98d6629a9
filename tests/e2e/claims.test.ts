// The claims board with real keys: a page beside the sources that is still there after a restart.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { layDesk } from './a-desk.ts'
import { aPlace, closeBrowser, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page

beforeAll(async () => {
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(15_000)
  await layDesk(page)
})

afterAll(async () => {
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
})

const board = () => page.getByRole('tabpanel', { name: 'Claims board' })
const tab = (name: string | RegExp) => page.getByRole('tablist', { name: 'Open sources' }).getByRole('tab', { name })

describe('the claims board', () => {
  it('opens by its keys beside the sources and is still there after a restart', async () => {
    await page.keyboard.press('Control+Alt+b')
    await board().waitFor()
    await tab(/^Why the U.S./).click()
    await page.locator('[role="document"]').waitFor()
    await page.keyboard.press('Alt+PageDown')
    await board().waitFor()
    await page.reload()
    await board().waitFor()
    expect(await tab('Claims board').getAttribute('aria-selected')).toBe('true')
    expect(await tab(/^Why the U.S./).getAttribute('aria-selected')).toBe('false')
  })
})
