// The board with real keys: a page beside the sources, still there after a restart; filtered, sorted, grouped, graded.
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { TagResult } from '../../src/shared/items.ts'
import type { ImportReport, SourceText } from '../../src/shared/sources.ts'
import { layDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await layDesk(page)
})

const board = () => page.getByRole('tabpanel', { name: 'Claims board' })
const grid = () => board().getByLabel('Claims on the board')
const statements = () => grid().locator('.board-statement').allInnerTexts()
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

  it('filters by words and by status, and says how many fit', async () => {
    const shown = (one: string) => expect.poll(statements).toEqual([one])
    await board().getByRole('searchbox', { name: 'Filter by words' }).fill('faith')
    await shown('Putin has never negotiated in good faith')
    await board().getByText('1 claim', { exact: true }).waitFor()
    await board().getByRole('button', { name: 'Clear filters' }).click()
    await board().getByRole('combobox', { name: 'Status' }).selectOption('corroborated')
    await shown('No compromise on a peace settlement was found in Moscow')
    await board().getByText('1 claim', { exact: true }).waitFor()
    await board().getByRole('button', { name: 'Clear filters' }).click()
    await board().getByText('3 claims', { exact: true }).waitFor()
  })

  it('sorts by a column, and the other way on a second click', async () => {
    const first = () => expect.poll(async () => (await statements())[0], { timeout: 15_000 })
    await first().toBe('No compromise on a peace settlement was found in Moscow')
    await board().getByRole('button', { name: /^Claim/ }).click()
    await first().toBe('Putin offered nothing on territory')
    await board().getByRole('button', { name: /^Claim/ }).click()
    await first().toBe('No compromise on a peace settlement was found in Moscow')
  })

  it('shows a claim with Space, gives many a status by key in one step, and takes it back', async () => {
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.getByRole('region', { name: 'Inspector' }).getByRole('combobox', { name: 'Speaker' }).waitFor()
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+3')
    const contested = () => expect.poll(() => grid().locator('.board-status', { hasText: 'contested' }).count(), { timeout: 15_000 })
    await contested().toBe(2)
    await page.keyboard.press('Control+z')
    await contested().toBe(0)
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await board().getByText('2 claims', { exact: true }).waitFor()
    await page.keyboard.press('Control+z')
    await board().getByText('3 claims', { exact: true }).waitFor()
  })

  it('links the selected claim by key to another item with a type, seen from both and undone', async () => {
    const links = page.getByRole('region', { name: 'Links' })
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await page.keyboard.press('Alt+l')
    await expect.poll(() => links.getByRole('combobox', { name: 'Link to' }).evaluate((field) => field === document.activeElement), { timeout: 15_000 }).toBe(true)
    await page.keyboard.type('offered nothing')
    await links.getByRole('option', { name: /offered nothing/ }).waitFor()
    await page.keyboard.press('Enter')
    await links.getByRole('combobox', { name: /^How it is linked/ }).waitFor()
    await page.keyboard.type('contra')
    await links.getByRole('option', { name: 'contradicts', exact: true }).waitFor()
    await page.keyboard.press('Enter')
    await links.getByRole('button', { name: 'Putin offered nothing on territory', exact: true }).click()
    await links.getByRole('button', { name: 'No compromise on a peace settlement was found in Moscow', exact: true }).waitFor()
    await links.getByText('The other one').waitFor()
    await page.getByRole('region', { name: 'Standing' }).getByText('Contradicted by: No compromise').waitFor()
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/links.png` })
    await grid().focus()
    await page.keyboard.press('Control+z')
    await links.getByText('The other one').waitFor({ state: 'detached' })
  })

  it('groups by key under headings that close and open, and comes back grouped after a restart', async () => {
    const lines = () => expect.poll(() => grid().getByRole('row').allInnerTexts().then((texts) => texts.map((text) => text.split('\n')[0])), { timeout: 15_000 })
    await grid().focus()
    await page.keyboard.press('Alt+g')
    await lines().toEqual(['Yuri Ushakov', 'No compromise on a peace settlement was found in Moscow', 'No speaker', 'Putin has never negotiated in good faith', 'Putin offered nothing on territory'])
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowLeft')
    await lines().toEqual(['Yuri Ushakov', 'No speaker', 'Putin has never negotiated in good faith', 'Putin offered nothing on territory'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Alt+g')
    await grid().getByRole('row', { name: /^corroborated/ }).waitFor()
    await page.keyboard.press('Alt+v')
    await page.reload()
    await board().getByRole('treegrid', { name: 'Claims on the board' }).waitFor()
    expect(await board().getByRole('radio', { name: 'Cards' }).isChecked()).toBe(true)
    expect(await board().getByRole('combobox', { name: 'Group' }).inputValue()).toBe('status')
    await grid().focus()
    await page.keyboard.press('Alt+v')
  })

  it('shows recommendations by addressee and by instrument with the claims they rest on', async () => {
    await page.keyboard.press('Alt+r')
    const advice = board().getByRole('treegrid', { name: 'Recommendations on the board' })
    await advice.getByRole('row', { name: /^No addressee/ }).waitFor()
    await advice.getByText('No compromise on a peace settlement was found in Moscow').waitFor()
    await advice.focus()
    await page.keyboard.press('Alt+g')
    await advice.getByRole('row', { name: /^sanctions/ }).waitFor()
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await page.getByRole('region', { name: 'Inspector' }).getByRole('combobox', { name: 'Addressee' }).waitFor()
    await board().getByRole('searchbox', { name: 'Filter by words' }).fill('nowhere')
    await board().getByText('No recommendation has these words.').waitFor()
    await board().getByRole('searchbox', { name: 'Filter by words' }).fill('')
    await advice.focus()
    await page.keyboard.press('Alt+r')
    await grid().waitFor()
  })

  it('grades the source that is read by key, and the board shows the grade', async () => {
    await tab(/^Why the U.S./).click()
    await page.locator('[role="document"]').focus()
    await page.keyboard.press('Alt+Shift+B')
    await tab('Claims board').click()
    await expect.poll(() => grid().locator('.board-grade').first().innerText(), { timeout: 15_000 }).toMatch(/B$/)
  })

  it('adds up the evidence for and against a claim with grades, and counts copies of one text once', async () => {
    const agency = ['The talks in the Kremlin ended after five hours without a settlement, the agency reported on Wednesday morning.', 'Both delegations said that they would meet again, though neither of them named a day or a place for it.', 'Diplomats in two capitals described what was agreed as thin, and expected more pressure before the winter ends.']
    for (const title of ['Agency report', 'Copy of the report']) {
      const report = await call<ImportReport>(page, 'sources.importText', { text: `${title}\n\n${agency.join('\n\n')}`, format: 'plain', title })
      const source = report.outcomes[0]?.source ?? ''
      const { text, version } = await call<SourceText>(page, 'sources.text', { source })
      const start = text.indexOf('The talks')
      await call<TagResult>(page, 'items.tag', { source, version, spans: [{ start, end: text.indexOf('\n', start) }], item: desk.claim, role: 'supports' })
      await call(page, 'sources.update', { source, metadata: {}, reliability: title === 'Agency report' ? 'A' : 'C' })
    }
    // Grouped by now: the first row is a heading.
    await grid().getByRole('row', { name: /^No compromise/ }).click()
    const inspector = page.getByRole('region', { name: 'Inspector' })
    const standing = inspector.getByRole('region', { name: 'Standing' })
    const sum = () => expect.poll(() => standing.locator('p').innerText(), { timeout: 15_000 })
    await sum().toBe('2 independent sources · best reliability A')
    await standing.getByText('For: Copy of the report, reliability C').waitFor()
    expect(await standing.getByText('near-identical to one above').count()).toBe(1)
    await inspector.getByRole('combobox', { name: 'Passage' }).last().selectOption('contradicts')
    await sum().toMatch(/ · 1 against$/)
    await standing.getByText(/^Against: /).waitFor()
    await grid().focus()
    await page.keyboard.press('Control+z')
    await sum().toBe('2 independent sources · best reliability A')
  })

  it('has no fault that axe knows, wide and narrow, in both themes, and nothing is cut off', async () => {
    for (const [width, colorScheme, shown] of [[1440, 'light', 'Table'], [800, 'dark', 'Table'], [1024, 'light', 'Cards'], [1440, 'dark', 'Recommendations']] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ colorScheme })
      await board().getByText(shown, { exact: true }).first().click()
      const axe = axeOn(page)
      const { violations } = await (shown === 'Table' ? axe : axe.include('.board')).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      expect(await board().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/board-${shown}-${width}-${colorScheme}.png` })
    }
    expect(window.problems).toEqual([])
  })
})
