// The search box: filters with completion, kept searches, and words that every source has.
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { layDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await layDesk(page)
})

afterAll(async () => {
  expect(window.problems).toEqual([])
})

const box = () => page.getByRole('searchbox', { name: 'Search everything' })
const options = () => page.getByRole('option')
const typeAfresh = async (text: string) => {
  await page.keyboard.press('Control+k')
  await box().fill('')
  await page.keyboard.type(text)
}

describe('the search box', () => {
  it('completes a filter by keyboard, and shows only what it lets through', async () => {
    await typeAfresh('putin kind:cl')
    await page.getByRole('group', { name: 'Filter' }).getByRole('option', { name: 'kind:claim' }).waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => box().inputValue()).toBe('putin kind:claim ')
    await expect.poll(() => page.getByRole('group', { name: 'Claims' }).getByRole('option').count()).toBe(2)
    await expect.poll(() => page.getByRole('group').count()).toBe(1)
  })

  it('offers the names of filters behind what is found, and goes on with their values', async () => {
    await typeAfresh('xylophone kin')
    await page.getByRole('group', { name: 'Filter' }).getByRole('option', { name: 'kind:' }).waitFor()
    await page.keyboard.press('Tab')
    await expect.poll(() => box().inputValue()).toBe('xylophone kind:')
    await page.getByRole('group', { name: 'Filter' }).getByRole('option', { name: 'kind:claim' }).waitFor()
    await typeAfresh('in')
    await expect.poll(() => page.getByRole('group').last().getByRole('option').allInnerTexts()).toEqual(['in:'])
    expect(await page.getByRole('group').count()).toBeGreaterThan(1)
  })

  it('knows the actors of the workspace', async () => {
    await typeAfresh('kind:claim actor:usha')
    await page.getByRole('option', { name: 'actor:"Yuri Ushakov"' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => options().count()).toBe(1)
    await page.getByRole('group', { name: 'Claims' }).getByRole('option', { name: 'No compromise' }).waitFor()
  })

  it('says when the newest come first, and when nothing has the words', async () => {
    await typeAfresh('pu')
    await page.getByText('Very common words: the newest come first.').waitFor()
    await typeAfresh('xylophone')
    await page.getByText('Nothing has these words.').waitFor()
  })

  it('keeps a search, offers it in the empty box, and forgets it with undo', async () => {
    await typeAfresh('pressure kind:recommendation')
    await options().first().waitFor()
    await page.keyboard.press('Control+s')
    await expect.poll(() => call<{ name: string }[]>(page, 'search.saved')).toMatchObject([{ query: 'pressure kind:recommendation' }])
    await box().fill('')
    const kept = page.getByRole('group', { name: 'Kept searches' }).getByRole('option')
    await kept.waitFor()
    expect((await axeOn(page).include('.search').analyze()).violations).toEqual([])
    await page.keyboard.press('Enter')
    await expect.poll(() => box().inputValue()).toBe('pressure kind:recommendation')
    await box().fill('')
    await kept.waitFor()
    await page.keyboard.press('Delete')
    await kept.waitFor({ state: 'detached' })
    await call(page, 'history.undo')
    await kept.waitFor()
    await page.keyboard.press('Escape')
  })

  it('opens a memo at the words that were found in it', async () => {
    // Enter before the answer: what is shown until then answers to other words and must not be opened.
    await typeAfresh('kind:memo settled')
    await page.keyboard.press('Enter')
    const body = page.getByRole('textbox', { name: 'Memo body' })
    await expect.poll(() => body.evaluate((element) => element === document.activeElement || element.contains(document.activeElement))).toBe(true)
    await expect.poll(() => page.evaluate(() => document.getSelection()?.toString())).toBe('settled')
  })
})
