// Code queries with real keys and mouse: terms and relations, results in the Reader, bulk work, the table, kept queries; examples and remarks.
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { TagResult } from '../../src/shared/items.ts'
import { layDesk, tagWords, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk
let remarked: TagResult

const tagWith = (what: string, code: string) => tagWords(page, desk, what, { kind: 'note', changes: { code } })

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await layDesk(page)
  await tagWith('negotiated in good faith', desk.code)
  await tagWith('the key issue of territory', desk.code)
  remarked = await tagWith('How did we get here', desk.code)
  await call(page, 'items.setTag', { tag: remarked.tag, comment: 'A hinge of the whole piece' })
})

const queries = () => page.getByRole('tabpanel', { name: 'Code queries' })
const grid = (): ReturnType<Page['getByRole']> => page.getByRole('grid', { name: 'Passages of the query' })
const quotes = () => grid().locator('.query-quote').allInnerTexts()
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 })
const pick = async (field: string, typed: string, option: RegExp | string) => {
  const box = queries().getByRole('combobox', { name: field, exact: true })
  await box.fill(typed)
  await queries().getByRole('option', { name: option }).first().waitFor()
  await box.press('Enter')
}

describe('a code query', () => {
  it('opens by key and finds the passages of a code, and those that stand with another term or not', async () => {
    await page.keyboard.press('Control+Alt+c')
    await queries().getByText('Choose a code to see its passages').waitFor()
    await pick('Passages tagged with', 'nego', /^Negotiation/)
    await eventually(quotes).toEqual(['negotiated in good faith', 'the key issue of territory', 'How did we get here'])
    await pick('Other passages tagged with', 'claims', /^Claims/)
    await eventually(quotes).toEqual(['negotiated in good faith', 'the key issue of territory'])
    const relation = queries().getByRole('combobox', { name: 'How they stand to' })
    await relation.selectOption('without')
    await eventually(quotes).toEqual(['How did we get here'])
    await relation.selectOption('near')
    await eventually(quotes).toEqual(['negotiated in good faith', 'the key issue of territory'])
    await queries().getByText('2 passages', { exact: true }).waitFor()
  })

  it('has no fault that axe knows in both themes, wide and narrow, and nothing is cut off', async () => {
    await grid().focus()
    await page.keyboard.press('Home')
    for (const [width, colorScheme, view] of [[1440, 'light', 'Passages'], [1024, 'dark', 'Passages'], [1440, 'dark', 'Table'], [1024, 'light', 'Table']] as const) {
      await page.setViewportSize({ width, height: width === 1024 ? 700 : 900 })
      await page.emulateMedia({ colorScheme })
      await queries().getByText(view, { exact: true }).first().click()
      await (view === 'Table' ? page.getByRole('grid', { name: 'How often codes stand together' }) : grid()).waitFor()
      const { violations } = await axeOn(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      expect(await queries().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/queries-${view}-${width}-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await queries().getByText('Passages', { exact: true }).first().click()
  })

  it('opens a passage in its source with Enter, the list staying beside the text, and goes on by key', async () => {
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const found = page.getByRole('region', { name: 'Passages found' })
    await found.getByText('Negotiation in a paragraph with Claims').waitFor()
    await eventually(() => page.locator('[role="document"]').evaluate((text) => text.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('F4')
    await eventually(() => found.getByRole('row', { selected: true }).innerText()).toContain('the key issue of territory')
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/queries-dock.png` })
    const { violations } = await axeOn(page).analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    await grid().focus()
    await page.keyboard.press('Escape')
    await found.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+Alt+c')
    await grid().waitFor()
  })

  it('gives its results to the bulk operations, also after another list of passages came and went', async () => {
    await page.getByRole('tab', { name: 'Codes', exact: true }).click()
    await page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Negotiation/ }).click()
    await page.getByRole('region', { name: 'Inspector' }).getByRole('checkbox', { name: /^Choose “/ }).first().waitFor()
    await page.getByRole('tab', { name: 'Claims', exact: true }).click()
    await page.getByRole('grid', { name: 'Claims', exact: true }).getByRole('row', { name: /^Putin has never/ }).click()
    await page.getByRole('region', { name: 'Inspector' }).getByRole('checkbox', { name: /^Choose “/ }).first().waitFor({ state: 'detached' })
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+a')
    await queries().getByText('2 chosen').waitFor()
    await page.keyboard.press('Alt+m')
    await page.getByRole('combobox', { name: 'Move 2 passages to' }).fill('terr')
    await page.getByRole('option', { name: 'Territory Code' }).waitFor()
    await page.keyboard.press('Enter')
    await queries().getByText('No passage stands so.').waitFor()
    await queries().getByRole('button', { name: 'Keep this query' }).focus()
    await page.keyboard.press('Control+z')
    await eventually(quotes).toEqual(['negotiated in good faith', 'the key issue of territory'])
  })

  it('is kept under its words, opened again and forgotten', async () => {
    await queries().getByRole('button', { name: 'Keep this query' }).click()
    const kept = queries().getByRole('combobox', { name: 'Kept queries' })
    await kept.waitFor()
    await queries().getByRole('combobox', { name: 'How they stand to' }).selectOption('and')
    await kept.selectOption('Negotiation in a paragraph with Claims')
    expect(await queries().getByRole('combobox', { name: 'How they stand to' }).inputValue()).toBe('near')
    await queries().getByRole('button', { name: 'Forget' }).click()
    await kept.waitFor({ state: 'detached' })
  })

  it('has a table whose cells open what they count, by arrow keys', async () => {
    await queries().getByText('Table', { exact: true }).click()
    const table = page.getByRole('grid', { name: 'How often codes stand together' })
    await table.getByRole('button', { name: 'Negotiation and Claims: 2' }).waitFor()
    await table.getByRole('button', { name: 'Negotiation: 3' }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await eventually(quotes).toEqual(['negotiated in good faith', 'the key issue of territory'])
  })
})

describe('examples of a code', () => {
  it('are chosen by button and by key, stand first in the codebook, and are undone', async () => {
    await page.getByRole('tab', { name: 'Codes', exact: true }).click()
    await page.getByRole('treegrid', { name: 'Codes' }).getByRole('row', { name: /^Negotiation/ }).click()
    const boxes = page.getByRole('region', { name: 'Inspector' }).getByRole('checkbox', { name: /^Choose “/ })
    await boxes.nth(2).focus()
    await page.keyboard.press('*')
    const examples = () => call<string[]>(page, 'codes.examples', { code: desk.code })
    await eventually(examples).toEqual([remarked.tag])
    await page.getByRole('button', { name: 'Choose as an example of this code' }).first().click()
    await eventually(async () => (await examples()).length).toBe(2)
    await page.getByRole('button', { name: 'Show the codebook' }).click()
    const book = page.getByRole('region', { name: 'Codebook' })
    await eventually(() => book.getByRole('blockquote').first().innerText()).toContain('negotiated in good faith')
    await eventually(() => book.getByRole('blockquote').nth(1).innerText()).toContain('How did we get here')
    expect(await book.getByText('Chosen example').count()).toBe(2)
    await page.keyboard.press('Control+z')
    await eventually(examples).toEqual([remarked.tag])
  })

  it('are chosen by key on a passage in the Reader', async () => {
    await page.getByRole('tablist', { name: 'Open sources' }).getByRole('tab', { name: /^Why the U.S./ }).click()
    await call(page, 'codes.setExample', { tag: remarked.tag, example: false })
    await page.keyboard.press('Control+k')
    await page.keyboard.type('kind:passage How did we get here')
    await page.getByRole('group', { name: 'Passages' }).getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await eventually(() => page.locator('[role="document"]').evaluate((text) => text.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('*')
    await eventually(() => call<string[]>(page, 'codes.examples', { code: desk.code })).toEqual([remarked.tag])
  })
})

describe('a remark on a tag', () => {
  it('is found by the search box and opens its passage', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('hinge whole')
    const remarks = page.getByRole('group', { name: 'Remarks' })
    await remarks.getByRole('option', { name: /A hinge of the whole piece/ }).waitFor()
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/remarks.png` })
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Remark' }).waitFor()
    expect(await page.getByRole('region', { name: 'Inspector' }).getByRole('textbox', { name: 'Remark' }).inputValue()).toBe('A hinge of the whole piece')
    expect(window.problems).toEqual([])
  })
})
