// Checks in the window: they appear as one writes, lead to their place, are fixed and set aside by key.
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
const findings = () => page.getByRole('grid', { name: 'Findings' }).getByRole('row')
const finding = (words: string) => findings().filter({ hasText: words })

describe('checks', () => {
  it('find what is being written, fix it and set it aside by key, and block nothing', async () => {
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' The regime might agree.')
    await page.getByRole('button', { name: /^Checks [1-9]/ }).click()
    await finding('regime').click()
    await page.keyboard.press('f')
    await expect.poll(() => body().innerText()).toContain('The government might agree.')
    await finding('regime').waitFor({ state: 'detached' })
    await finding('might').click()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('might')
    await finding('might').click()
    await page.keyboard.press('x')
    await page.getByRole('textbox', { name: /is set aside$/ }).waitFor()
    await page.keyboard.type('Nobody knows')
    await page.keyboard.press('Enter')
    await finding('Set aside: Nobody knows').waitFor()
  })

  it('have no fault that axe knows', async () => {
    const { violations } = await axeOn(page).include('.memo').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    if (process.env.SCREENSHOT) await page.screenshot({ path: process.env.SCREENSHOT })
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
