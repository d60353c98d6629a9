// Key judgments, callouts and footnotes in the window, by key and by the list behind the slash.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Memo } from '../../src/shared/memos.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  await body().getByText('Pressure should come before').click()
  await page.keyboard.press('Control+End')
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const judgments = () => body().getByRole('group', { name: 'Key judgment' })
const likelihood = (of = judgments()) => of.getByRole('combobox', { name: 'Likelihood' })
const stored = async () => {
  await page.keyboard.press('Control+s')
  const { document } = await call<Memo>(page, 'memos.get', { memo: desk.memo })
  return document
}

describe('a key judgment', () => {
  it('is begun by key, written, and its controls write the words around it', async () => {
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+j')
    await page.keyboard.type('the talks will fail again this winter.')
    await likelihood().selectOption('very likely')
    await judgments().getByRole('combobox', { name: 'Confidence' }).selectOption('moderate confidence')
    const around = () =>
      judgments().locator('p').evaluate((words) => ['::before', '::after'].map((part) => getComputedStyle(words, part).content))
    expect(await around()).toEqual(['"It is very likely that "', '" We have moderate confidence in this judgment."'])
    await expect.poll(stored).toContain('"type":"keyJudgment","attrs":{"likelihood":"very likely","confidence":"moderate"}')
  })

  it('holds the memo to the row of terms chosen first, which is changed for all at once', async () => {
    await likelihood().press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Alt+j')
    await page.keyboard.type('no text will be signed.')
    const second = judgments().nth(1)
    await likelihood(second).focus()
    const offered = await likelihood(second).locator('option').allInnerTexts()
    expect(offered).toContain('likely')
    expect(offered).not.toContain('probable')
    await likelihood(second).selectOption('almost certain')
    await likelihood(second).focus()
    await likelihood(second).selectOption('use the other row of terms')
    await expect.poll(stored).toContain('"likelihood":"highly probable"')
    expect(await stored()).toContain('"likelihood":"nearly certain"')
  })
})

describe('a callout and a footnote', () => {
  it('come from the list behind the slash; the callout says what it is for', async () => {
    await likelihood(judgments().nth(1)).press('Escape')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/call')
    await page.getByRole('option', { name: 'Callout' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('Nobody saw the text')
    await body().getByRole('combobox', { name: 'Kind of callout' }).selectOption('Intelligence gap')
    await body().getByRole('note', { name: 'Intelligence gap' }).waitFor()
    await body().getByRole('combobox', { name: 'Kind of callout' }).press('Escape')
    await expect.poll(() => body().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('End')
    await expect.poll(() => page.evaluate(() => getSelection()?.focusOffset)).toBe('Nobody saw the text'.length)
  })

  it('is written beside its mark, kept by Enter and gone when it says nothing', async () => {
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
    await page.keyboard.type('Asked on 2 December.')
    await page.keyboard.press('Enter')
    await page.keyboard.type('.')
    await body().getByRole('link', { name: 'Footnote: Asked on 2 December.' }).waitFor()
    await expect.poll(stored).toContain('{"type":"footnote","attrs":{"text":"Asked on 2 December."}},{"type":"text","text":"."}')
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => body().locator('.own-footnote').count()).toBe(1)
    // What was typed is not lost by Escape.
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
    await page.keyboard.type('And again.')
    await page.keyboard.press('Escape')
    await body().getByRole('link', { name: 'Footnote: And again.' }).waitFor()
    await page.keyboard.press('Backspace')
    await expect.poll(() => body().locator('.own-footnote').count()).toBe(1)
    // Undone while its field is open, the field goes with it.
    await page.keyboard.press('Control+Alt+l')
    await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('textbox', { name: 'Text of the footnote' }).waitFor({ state: 'detached' })
    await expect.poll(() => body().locator('.own-footnote').count()).toBe(1)
    await body().locator('.own-footnote').click()
    await page.getByRole('textbox', { name: 'Text of the footnote' }).fill('Asked twice.')
    await page.getByRole('group', { name: 'Footnote' }).getByRole('button', { name: 'Done' }).click()
    await body().getByRole('link', { name: 'Footnote: Asked twice.' }).waitFor()
    // Numbered with the citations before it, as on paper.
    const notes = body().locator('.cite, .own-footnote')
    await expect.poll(() => notes.allTextContents()).toEqual(Array.from({ length: await notes.count() }, (_, at) => String(at + 1)))
  })

  it('have no fault that axe knows, in light and dark, wide and narrow', async () => {
    for (const [width, scheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'dark']] as const) {
      await page.setViewportSize({ width, height: width === 1024 ? 700 : 900 })
      await page.emulateMedia({ colorScheme: scheme })
      expect(await page.locator('.memo-scroll').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      const { violations } = await axeOn(page).include('.memo').analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-${width}-${scheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})

describe('an evidence table and a source list', () => {
  it('come from the list behind the slash and fill themselves, the list below the text giving way', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/evidence')
    await page.getByRole('option', { name: 'Evidence table' }).waitFor()
    await page.keyboard.press('Enter')
    const table = body().getByRole('group', { name: 'Evidence' })
    await table.getByRole('cell', { name: /So far, no compromise/ }).waitFor()
    expect(await table.getByRole('row').count()).toBe(2)
    await page.getByRole('heading', { name: 'Sources' }).waitFor()
    await body().getByText('Five hours in the Kremlin').click()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.type('/source')
    await page.getByRole('option', { name: 'Source list' }).waitFor()
    await page.keyboard.press('Enter')
    await body().getByRole('group', { name: 'Sources' }).getByText(/TIME/).waitFor()
    await page.getByRole('heading', { name: 'Sources' }).waitFor({ state: 'detached' })
    const { violations } = await axeOn(page).include('.memo').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    await expect.poll(stored).toContain('{"type":"sourceList"}')
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-listings.png` })
    expect(window.problems).toEqual([])
  })
})
