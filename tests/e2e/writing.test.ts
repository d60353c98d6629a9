// Writing in the window: comments on ranges, by key and by mouse.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layDesk } from './a-desk.ts'
import { aPlace, call, closeBrowser, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page

beforeAll(async () => {
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(8000)
  const desk = await layDesk(page)
  await call(page, 'workspace.saveDesk', {
    desk: { readers: [{ source: desk.source, offset: 0 }], activeReader: desk.source, memos: [desk.memo], activeMemo: desk.memo, welcomed: true },
  })
  await page.goto(new URL(page.url()).origin)
  await body().locator('.cite').waitFor()
})

afterAll(async () => {
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const violations = async () => {
  const found = await new AxeBuilder({ page }).include('.memo').analyze()
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
const picture = async (name: string) => {
  if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/${name}.png` })
}
const painted = (name: string) => page.evaluate((each) => [...(CSS.highlights.get(each) ?? [])].map(String), name)
const selectWords = async (words: string) => {
  await body().evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1
      if (at < 0) continue
      ;(root as HTMLElement).focus()
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length)
      return
    }
  }, words)
}

describe('comments', () => {
  const threads = () => page.getByRole('grid', { name: 'Comments' }).getByRole('row')

  it('are written on selected words by key, answered, settled and undone', async () => {
    await body().getByText('Pressure should come before').click()
    await selectWords('the assets')
    await page.keyboard.press('Control+Alt+m')
    await page.getByRole('textbox', { name: 'Comment' }).waitFor()
    await page.keyboard.type('Which assets?')
    await page.keyboard.press('Enter')
    await threads().filter({ hasText: 'Which assets?' }).waitFor()
    await expect.poll(() => painted('memo-comment-active')).toEqual(['the assets'])
    await selectWords('Five hours')
    await page.keyboard.press('Control+Alt+m')
    await page.keyboard.type('Says who?')
    await page.keyboard.press('Enter')
    await expect.poll(() => threads().count()).toBe(2)
    await threads().filter({ hasText: 'Which assets?' }).click()
    await page.keyboard.press('r')
    await page.keyboard.type('The frozen ones.')
    await page.keyboard.press('Enter')
    await threads().filter({ hasText: 'The frozen ones.' }).waitFor()
    await picture('comments')
    expect(await violations()).toEqual([])
    await page.keyboard.press('x')
    await expect.poll(() => threads().count()).toBe(1)
    await page.getByRole('button', { name: 'Show 1 settled' }).click()
    await expect.poll(() => threads().count()).toBe(2)
    await page.getByRole('grid', { name: 'Comments' }).focus()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Comments 2' }).waitFor()
  })

  it('are walked through by key and survive a reload', async () => {
    await body().getByText('What happened').click()
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Five hours')
    await page.keyboard.press('F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('the assets')
    await page.keyboard.press('Shift+F8')
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe('Five hours')
    await page.keyboard.press('Control+s')
    await page.reload()
    await page.getByRole('button', { name: 'Comments 2' }).click()
    await threads().filter({ hasText: 'The frozen ones.' }).waitFor()
  })

  it('fit a narrow, dark window', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 1024, height: 700 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    await picture('comments-narrow')
    expect(await violations()).toEqual([])
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1440, height: 900 })
  })
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
