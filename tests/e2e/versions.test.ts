// Versions of a memo in the window: what changed is shown side by side, a version is named, restored, and undone.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import type { Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const rows = () => page.getByRole('grid', { name: 'Versions' }).getByRole('row')
const changed = () => page.getByRole('region', { name: 'What changed' })
const violations = async () => {
  const found = await axeOn(page).include('.versions').analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
const picture = async (name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}

describe('versions', () => {
  it('are kept of what was written, named by key, and shown side by side', async () => {
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('Control+Alt+Shift+v')
    const name = page.getByRole('textbox', { name: 'Name' })
    await expect.poll(() => name.evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('Sent to the director')
    await page.keyboard.press('Enter')
    await rows().filter({ hasText: 'Sent to the director' }).waitFor()
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('New ')
    await page.keyboard.press('Control+s')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('A paragraph that was not there before.')
    await page.keyboard.press('Control+s')
    await expect.poll(() => rows().count()).toBeGreaterThanOrEqual(3)
    await rows().filter({ hasText: 'Sent to the director' }).click()
    await expect.poll(() => changed().locator('ins').allInnerTexts()).toEqual(['New ', 'A paragraph that was not there before.'])
    await picture('versions')
    expect(await violations()).toEqual([])
  })

  it('lead from change to change by key', async () => {
    await changed().focus()
    await page.keyboard.press('Alt+ArrowDown')
    await page.keyboard.press('Alt+ArrowDown')
    await page.getByText('Change 2 of 2').waitFor()
    await page.keyboard.press('Alt+ArrowUp')
    await page.getByText('Change 1 of 2').waitFor()
  })

  it('compare any two of them', async () => {
    await rows().nth(1).click()
    await page.keyboard.press('Shift+End')
    await expect.poll(() => changed().getByRole('columnheader').allInnerTexts()).toHaveLength(2)
    await expect.poll(async () => (await changed().getByRole('columnheader').first().innerText()).toLowerCase()).toContain('sent to the director')
  })

  it('are restored by key as one change that undo takes back', async () => {
    await rows().filter({ hasText: 'Sent to the director' }).click()
    // The key restores what the page shows as chosen.
    await expect.poll(() => page.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Sent to the director')
    await page.keyboard.press('r')
    await expect.poll(() => body().innerText()).not.toContain('not there before')
    await body().click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => body().innerText()).toContain('not there before')
  })

  it('fit a narrow, dark window', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.keyboard.press('Control+Alt+v')
    await rows().filter({ hasText: 'Sent to the director' }).click()
    await changed().locator('ins').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await picture('versions-narrow')
    expect(await violations()).toEqual([])
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
