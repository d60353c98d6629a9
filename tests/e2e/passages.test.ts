// Lists of passages with real keys and mouse: many chosen, moved, re-tagged, exported and untagged, each undone in one.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Item } from '../../src/shared/items.ts'
import { layDesk, tagWords, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

const words = ['Five hours of talks', 'negotiated in good faith', 'the key issue of territory']

const tag = (what: string, rest: object) => tagWords(page, desk, what, rest)

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await layDesk(page)
  for (const each of words.slice(1)) await tag(each, { item: desk.claim, role: 'supports' })
  for (const each of words.slice(1)) await tag(each, { kind: 'note', changes: { code: desk.code } })
  await page.getByRole('tab', { name: 'Claims', exact: true }).click()
  await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: /^No compromise/ }).click()
})

const inspector = () => page.getByRole('region', { name: 'Inspector' })
const bar = () => inspector().getByRole('group', { name: 'Chosen passages' })
const boxes = () => inspector().getByRole('checkbox', { name: /^Choose “/ })
const chosen = () => bar().getByRole('status')
const evidence = async () => (await call<Item>(page, 'items.get', { item: desk.claim })).passages
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 })
const undo = async () => {
  await page.locator('[role="document"]').focus()
  await page.keyboard.press('Control+z')
}

describe('choosing passages in a list', () => {
  it('goes by Space, by arrows with Shift, by Ctrl+A, and by clicks with Shift', async () => {
    await boxes().nth(2).waitFor()
    await boxes().first().focus()
    await page.keyboard.press('Space')
    await eventually(() => chosen().innerText()).toBe('1 chosen')
    await page.keyboard.press('Shift+ArrowDown')
    await eventually(() => chosen().innerText()).toBe('2 chosen')
    await page.keyboard.press('Escape')
    await eventually(() => chosen().innerText()).toBe('Choose all 3')
    await page.keyboard.press('Control+a')
    await eventually(() => chosen().innerText()).toBe('3 chosen')
    await page.keyboard.press('Escape')
    await boxes().nth(0).click()
    await boxes().nth(2).click({ modifiers: ['Shift'] })
    await eventually(() => chosen().innerText()).toBe('3 chosen')
    await boxes().nth(0).click()
    await eventually(() => chosen().innerText()).toBe('2 chosen')
  })

  it('has no fault that axe knows, in both themes and in a narrow window', async () => {
    for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'dark']] as const) {
      await page.setViewportSize({ width, height: width === 1024 ? 700 : 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      expect(await inspector().locator('.inspector').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/bulk-${width}-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe('the passages in hand', () => {
  it('get a role together', async () => {
    await page.keyboard.press('Alt+k')
    await page.getByRole('menuitem', { name: 'contradicts' }).click()
    await eventually(async () => (await evidence()).filter(({ role }) => role === 'contradicts').length).toBe(2)
    await undo()
    await eventually(async () => (await evidence()).filter(({ role }) => role === 'contradicts').length).toBe(0)
  })

  it('are exported as CSV and as Markdown', async () => {
    for (const [name, ending] of [['As a table (CSV)', 'csv'], ['As text (Markdown)', 'md']] as const) {
      await page.keyboard.press('Alt+x')
      const download = page.waitForEvent('download')
      await page.getByRole('menuitem', { name }).click()
      const file = await download
      expect(file.suggestedFilename()).toMatch(new RegExp(`^No compromise.*\\.${ending}$`, 'u'))
      const text = readFileSync(await file.path(), 'utf8')
      expect(text).toContain('negotiated in good faith')
      expect(text).toContain('the key issue of territory')
      expect(text).not.toContain('So far, no compromise')
    }
  })

  it('move to a code that is named on the way, and come back with one undo', async () => {
    await page.keyboard.press('Alt+m')
    await page.getByRole('combobox', { name: 'Move 2 passages to' }).fill('Fresh')
    await page.getByRole('option', { name: 'New code “Fresh”' }).waitFor()
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/bulk-move.png` })
    await page.keyboard.press('Enter')
    await eventually(async () => (await evidence()).length).toBe(1)
    await undo()
    await eventually(async () => (await evidence()).length).toBe(3)
  })

  it('become an item of another kind', async () => {
    await boxes().nth(1).check()
    await page.keyboard.press('Alt+k')
    await page.getByRole('menuitem', { name: 'Recommendation' }).click()
    await eventually(async () => (await evidence()).length).toBe(2)
    await page.getByRole('tab', { name: 'Recommendations', exact: true }).click()
    await page.getByRole('grid', { name: 'Recommendations' }).getByRole('row', { name: /^No compromise/ }).waitFor()
    await undo()
    await eventually(async () => (await evidence()).length).toBe(3)
  })

  it('are untagged with Delete, the keyboard staying in the list, and come back with one undo', async () => {
    await boxes().nth(0).focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await page.keyboard.press('Delete')
    await eventually(async () => (await evidence()).length).toBe(1)
    await undo()
    await eventually(async () => (await evidence()).length).toBe(3)
  })

  it('are chosen and exported from a source and from a code as well', async () => {
    await page.getByRole('tab', { name: 'Codes', exact: true }).click()
    await page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Negotiation/ }).click()
    await boxes().nth(1).waitFor()
    await bar().getByRole('checkbox').check()
    await eventually(() => chosen().innerText()).toBe('2 chosen')
    await page.getByRole('tab', { name: 'Sources', exact: true }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Why the U.S.' }).first().click()
    await boxes().nth(10).waitFor()
    expect(await chosen().innerText()).toMatch(/^Choose all \d+$/)
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/bulk-source.png` })
    expect(window.problems).toEqual([])
  })
})
