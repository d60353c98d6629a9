// Two windows on one workspace: what is tagged, moved and undone in one is painted in the other.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Shell, type Window } from './a-window.ts'
import { findWords } from './keyboard.ts'

let shell: Shell
let window: Window
let page: Page
let other: Page

aSharedWindow(async (opened) => {
  ({ page, shell, window } = opened)
  other = await window.context.newPage()
  await other.goto(new URL(shell.url).origin)
  for (const each of [page, other]) {
    each.setDefaultTimeout(15_000)
    await each.locator('[role="document"]').waitFor()
  }
})

/** The words that a kind of highlight covers in a window. */
const painted = (on: Page, kind: string): Promise<string[]> =>
  on.evaluate((prefix) => [...CSS.highlights].filter(([name]) => name.startsWith(prefix)).flatMap(([, ranges]) => [...ranges].map(String)), `reader-${kind}`)
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const counted = (on: Page) => on.locator('.status-bar').getByText(/^\d+ passages?$/).innerText()

describe('a second window on the same source', () => {
  it('paints what is tagged, moved and undone in the first one, and the first what is undone in the second', async () => {
    await page.bringToFront()
    await findWords(page, 'unproductive summit')
    await page.keyboard.press('r')
    await page.getByRole('dialog', { name: 'Recommendation' }).waitFor()
    await page.keyboard.press('Escape')
    await eventually(() => painted(page, 'recommendation')).toEqual(['unproductive summit'])
    await eventually(() => painted(other, 'recommendation')).toEqual(['unproductive summit'])
    await eventually(() => counted(other)).toBe('1 passage')
    await page.keyboard.press('}')
    for (const each of [page, other]) await eventually(() => painted(each, 'recommendation')).toEqual(['unproductive'])
    await other.bringToFront()
    await other.locator('[role="document"]').focus()
    await other.keyboard.press('Control+z')
    await eventually(() => painted(page, 'recommendation')).toEqual(['unproductive summit'])
    await other.keyboard.press('Control+z')
    for (const each of [page, other]) await eventually(() => painted(each, 'recommendation')).toEqual([])
    await eventually(() => call<unknown[]>(other, 'items.list', { kind: 'recommendation' })).toEqual([])
    await other.keyboard.press('Control+Shift+z')
    for (const each of [page, other]) await eventually(() => painted(each, 'recommendation')).toEqual(['unproductive summit'])
    expect(window.problems).toEqual([])
  })
})
