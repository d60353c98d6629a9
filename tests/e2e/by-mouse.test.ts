// The same job with the mouse: select, tag, inspect, cite, follow a citation, lose a passage and undo.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Item, ItemSummary } from '../../src/shared/items.ts'
import type { PassageMark } from '../../src/shared/passages.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'

let place: ReturnType<typeof aPlace>
let shell: Shell
let window: Window
let page: Page

beforeAll(() => {
  process.setMaxListeners(20)
})

beforeEach(async () => {
  place = aPlace()
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  await page.getByRole('heading', { name: 'Why the U.S.-Russia Ukraine Talks Failed' }).waitFor()
})

afterEach(async () => {
  await window.close()
  await shell.stop()
  place.remove()
})

afterAll(closeWindows)

/** Where words stand in the article, in pixels of the window; scrolls them into view. */
async function placeOf(words: string): Promise<{ left: number; right: number; top: number; bottom: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector('[role=document]') ?? document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      node.parentElement?.scrollIntoView({ block: 'center' })
      const rects = [...range.getClientRects()]
      const first = rects[0]
      const last = rects.at(-1)
      if (first && last) return { left: first.left, top: first.top, right: last.right, bottom: last.bottom }
    }
    throw new Error(`“${wanted}” is not in the text`)
  }, words)
}

/** Where words stand once the panes beside them have come to rest. */
async function restingPlaceOf(words: string): ReturnType<typeof placeOf> {
  for (let before = await placeOf(words); ; ) {
    await page.waitForTimeout(100)
    const now = await placeOf(words)
    if (now.left === before.left && now.top === before.top && now.right === before.right) return now
    before = now
  }
}

async function dragOver(words: string): Promise<void> {
  const { left, top, right, bottom } = await restingPlaceOf(words)
  await page.mouse.move(left + 1, top + 10)
  await page.mouse.down()
  await page.mouse.move((left + right) / 2, (top + bottom) / 2, { steps: 4 })
  await page.mouse.move(right - 1, bottom - 10, { steps: 4 })
  await page.mouse.up()
}

async function clickOn(words: string): Promise<void> {
  const { left, top } = await restingPlaceOf(words)
  await page.mouse.click(left + 6, top + 12)
}

const toolbar = () => page.getByRole('toolbar', { name: 'Tag passage' })
const inspector = () => page.getByRole('region', { name: 'Inspector' })
const chips = () => page.getByRole('textbox', { name: 'Memo body' }).getByRole('link', { name: /^Citation/ })
const itemsOf = (kind: string) => call<ItemSummary[]>(page, 'items.list', { kind })

describe('with the mouse', () => {
  it('a selection offers the toolbar, and a tag opens in the Inspector, where every field can be changed and undone', async () => {
    await dragOver('Witkoff put together an initial 28-point plan')
    await toolbar().waitFor()
    const names = await toolbar().getByRole('button').evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? button.firstChild?.textContent))
    expect(names.slice(0, 5)).toEqual(['Claim', 'Actor', 'Recommendation', 'Code…', 'Cite in memo'])
    const top = await page.locator('[role=document]').evaluate((text) => text.getBoundingClientRect().top)
    await toolbar().getByRole('button', { name: 'Claim' }).click()
    await page.getByRole('dialog', { name: 'Claim' }).waitFor()
    await page.keyboard.type('Ushakov')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: 'Claim' }).waitFor({ state: 'hidden' })
    expect(await page.locator('[role=document]').evaluate((text) => text.getBoundingClientRect().top)).toBe(top)
    const made = { statement: 'Witkoff put together an initial 28-point plan', detail: expect.stringContaining('Ushakov') }
    await expect.poll(() => itemsOf('claim')).toMatchObject([made])
    const [claim] = await itemsOf('claim')

    await clickOn('That’s no surprise')
    await clickOn('initial 28-point')
    await inspector().getByText('Claim', { exact: true }).waitFor()
    await inspector().getByRole('combobox', { name: /Credibility/ }).selectOption({ label: '2 · probably true' })
    const credibility = async () => (await call<Item>(page, 'items.get', { item: claim?.id })).claim?.credibility
    await expect.poll(credibility).toBe(2)
    await page.locator('[role=document]').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(credibility).toBe(null)
  })

  it('overlapping passages open one after the other at the same place', async () => {
    for (const [words, kind] of [['advisor to Vladimir Putin, summed up', 'Claim'], ['Vladimir Putin', 'Actor']] as const) {
      await dragOver(words)
      await toolbar().getByRole('button', { name: kind }).click()
      await page.getByRole('dialog', { name: kind }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: kind }).waitFor({ state: 'hidden' })
    }
    await clickOn('five-hour meeting')
    await clickOn('Vladimir Putin')
    // Two clicks in quick succession are a double click, which selects a word.
    await page.waitForTimeout(700)
    const first = await inspector().getByText(/^(Claim|Actor)$/).innerText()
    await clickOn('Vladimir Putin')
    await expect.poll(() => inspector().getByText(/^(Claim|Actor)$/).innerText()).not.toBe(first)
  })

  it('a cited passage is one click away, warns when it is deleted, and comes back with undo', async () => {
    await dragOver('Putin again offered nothing')
    await toolbar().getByRole('button', { name: 'Cite in memo' }).click()
    await expect.poll(() => chips().count()).toBe(1)
    expect(await chips().first().getAttribute('aria-label')).toContain('Putin again offered nothing')

    await page.locator('[role=document]').evaluate((text) => text.lastElementChild?.scrollIntoView())
    await chips().first().click()
    const inSight = async () => {
      const box = await page.evaluate(() => {
        const [range] = [...CSS.highlights].find(([name]) => name.startsWith('reader-cited'))?.[1] ?? []
        return range instanceof Range ? range.getBoundingClientRect().top : null
      })
      return box !== null && box > 80 && box < 860
    }
    await expect.poll(inSight).toBe(true)

    const [source] = await call<{ id: string }[]>(page, 'sources.list')
    const mark = async () => (await call<PassageMark[]>(page, 'passages.list', { source: source?.id }))[0]
    await expect.poll(async () => (await mark())?.citedIn).toBe(1)
    await call(page, 'passages.remove', { passage: (await mark())?.id })
    await expect.poll(() => chips().first().getAttribute('aria-label')).toMatch(/deleted/)
    await page.locator('[role=document]').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(() => chips().first().getAttribute('aria-label')).not.toMatch(/deleted/)
    expect(window.problems).toEqual([])
  })
})
