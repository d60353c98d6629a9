// Operations on many rows of the board, of a dossier and of what a search finds, and the list of passages beside the text.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Item, ItemSummary } from '../../src/shared/items.ts'
import { layDesk, tagWords, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

const tag = (what: string, rest: object) => tagWords(page, desk, what, rest)

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await layDesk(page)
  await tag('the five-hour meeting', { item: desk.claim, role: 'supports' })
})

const board = () => page.getByRole('tabpanel', { name: 'Claims board' })
const grid = () => board().getByLabel('Claims on the board')
const bar = () => page.getByRole('group', { name: 'Chosen rows' })
const found = () => page.getByRole('region', { name: 'Passages found' })
const list = () => found().getByRole('grid')
const claims = () => call<ItemSummary[]>(page, 'items.list', { kind: 'claim' })
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 })
const said = (text: string | RegExp) => bar().getByRole('status').filter({ hasText: text }).waitFor()
const faults = async (within = 'body') => {
  const { violations } = await axeOn(page).include(within).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
/** Undo as the line in the status bar offers it. */
const undoSaid = () => page.locator('.link-button', { hasText: 'Undo' }).click()
const exported = async (name: string): Promise<string> => {
  const download = page.waitForEvent('download')
  await page.getByRole('menuitem', { name }).click()
  return readFileSync(await (await download).path(), 'utf8')
}

describe('rows chosen on the board', () => {
  it('are counted with their passages, and get a status from the bar', async () => {
    await page.keyboard.press('Control+Alt+b')
    await grid().getByRole('row', { name: /^No compromise/ }).waitFor()
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Control+a')
    await said('3 claims · 4 passages')
    await bar().getByRole('button', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: 'contested' }).click()
    await eventually(async () => (await claims()).map(({ status }) => status)).toEqual(['contested', 'contested', 'contested'])
    await grid().focus()
    await page.keyboard.press('Control+z')
    await eventually(async () => (await claims()).map(({ status }) => status)).toEqual(['corroborated', 'open', 'open'])
  })

  it('are exported, and so are their passages', async () => {
    await page.keyboard.press('Alt+x')
    const rows = await exported('Rows as a table (CSV)')
    expect(rows).toContain('"Putin offered nothing on territory"')
    await page.keyboard.press('Alt+x')
    const passages = await exported('Passages as text (Markdown)')
    expect(passages).toContain('> the five-hour meeting')
    expect(passages).toContain('Putin has never negotiated in good faith since')
  })

  it('give their passages another role and another item, each undone in one', async () => {
    const evidence = async () => (await call<Item>(page, 'items.get', { item: desk.claim })).passages.map(({ role }) => role)
    await grid().focus()
    await page.keyboard.press('Home')
    await said('1 claim · 2 passages')
    await page.keyboard.press('Alt+k')
    await page.getByRole('menuitem', { name: 'contradicts' }).click()
    await eventually(evidence).toEqual(['contradicts', 'contradicts'])
    await grid().focus()
    await page.keyboard.press('Control+z')
    await eventually(evidence).toEqual(['states', 'supports'])
    await page.keyboard.press('Shift+End')
    await said('3 claims · 4 passages')
    await page.keyboard.press('Alt+m')
    await page.getByRole('combobox', { name: 'Move 4 passages to' }).fill('terr')
    await page.getByRole('option', { name: 'Territory Code' }).waitFor()
    await page.keyboard.press('Enter')
    await eventually(async () => (await call<ItemSummary[]>(page, 'items.list', { kind: 'note' })).length).toBe(4)
    await grid().or(page.getByText('No claims yet')).first().waitFor()
    await undoSaid()
    await eventually(async () => (await claims()).length).toBe(3)
  })

  it('become one, are deleted, and come back', async () => {
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await said('2 claims · 3 passages')
    await page.keyboard.press('Alt+j')
    await page.getByRole('menuitem', { name: 'No compromise' }).click()
    await eventually(async () => (await claims()).map(({ passages }) => passages)).toEqual([3, 1])
    await undoSaid()
    await eventually(async () => (await claims()).length).toBe(3)
    await grid().focus()
    await page.keyboard.press('Control+a')
    await said(/^3 claims/)
    await bar().getByRole('button', { name: 'Delete' }).click()
    await page.getByText('No claims yet').waitFor()
    await undoSaid()
    await grid().getByRole('row', { name: /^Putin offered/ }).waitFor()
    expect(await claims()).toHaveLength(3)
  })
})

describe('the list of passages beside the text', () => {
  it('shows the passages of what is chosen on the board, by key, in the Library’s place', async () => {
    await grid().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await said('2 claims · 3 passages')
    await page.keyboard.press('Alt+e')
    await found().getByText('Passages of 2 claims').waitFor()
    await eventually(() => list().evaluate((element) => element === document.activeElement)).toBe(true)
    expect(await list().getByRole('row').count()).toBe(3)
  })

  it('stays left of the text while Enter, Space and F4 open its passages, wide and at 1024 × 700', async () => {
    for (const [width, height, colorScheme] of [[1440, 900, 'light'], [1024, 700, 'dark']] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme })
      await list().focus()
      await page.keyboard.press('Home')
      await page.keyboard.press('Enter')
      await eventually(() => page.locator('[role="document"]').evaluate((text) => text.contains(document.activeElement))).toBe(true)
      await page.keyboard.press('F4')
      await eventually(() => list().getByRole('row', { selected: true }).innerText()).toContain('the five-hour meeting')
      const [left, text] = [await found().boundingBox(), await page.locator('[role="document"]').boundingBox()]
      expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(text?.x ?? 0)
      expect(text?.width ?? 0).toBeGreaterThan(300)
      expect(await found().evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      expect(await faults()).toEqual([])
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/found-${width}-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
    await list().focus()
    await page.keyboard.press('End')
    await page.keyboard.press('Space')
    await eventually(() => list().evaluate((element) => element === document.activeElement)).toBe(true)
  })

  it('takes the operations on many passages, and gives the place back to the Library with Escape', async () => {
    await page.keyboard.press('Control+a')
    await found().getByText('3 chosen').waitFor()
    await page.keyboard.press('Delete')
    await found().getByText('No passage stands here any longer.').waitFor()
    await undoSaid()
    await list().getByText('the five-hour meeting').waitFor()
    await list().focus()
    await page.keyboard.press('Escape')
    await found().waitFor({ state: 'detached' })
    await page.getByRole('grid', { name: 'Sources' }).waitFor()
  })

  it('shows a change that takes its time with Cancel, which is for that change alone', async () => {
    await page.keyboard.press('Shift+F4')
    await list().focus()
    await page.keyboard.press('Control+a')
    await found().getByText('3 chosen').waitFor()
    let release = () => {}
    const gate = new Promise<void>((resolve) => (release = resolve))
    let job = ''
    await page.route('**/api/items.setRoles', async (route) => {
      job = (route.request().postDataJSON() as { job: string }).job
      await gate
      await route.continue()
    })
    await page.keyboard.press('Alt+k')
    await page.getByRole('menuitem', { name: 'mentions' }).click()
    const card = page.getByRole('region', { name: 'Changing roles' })
    await card.getByRole('progressbar', { name: 'Changing roles' }).waitFor()
    expect(await faults('.float-card')).toEqual([])
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/long-change.png` })
    const cancelled = page.waitForRequest('**/api/jobs.cancel')
    await card.getByRole('button', { name: 'Cancel' }).click()
    expect((await cancelled).postDataJSON()).toEqual({ job })
    release()
    await card.waitFor({ state: 'detached' })
    await page.unroute('**/api/items.setRoles')
    await undoSaid()
    await eventually(async () => (await call<Item>(page, 'items.get', { item: desk.claim })).passages.map(({ role }) => role)).toEqual(['states', 'supports'])
  })

  it('goes when a list of the Library is asked for', async () => {
    await page.keyboard.press('F4')
    await found().waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('>show codes')
    await page.getByRole('option', { name: /^Show codes/ }).waitFor()
    await page.keyboard.press('Enter')
    await found().waitFor({ state: 'detached' })
    await page.getByRole('treegrid', { name: 'Codes' }).waitFor()
  })
})

describe('what a search finds', () => {
  it('opens as a list with the operations on many passages', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('putin')
    await page.getByRole('group', { name: 'Passages' }).getByRole('option', { name: /^All tagged passages as a list/ }).waitFor()
    await page.keyboard.press('Control+Enter')
    await found().getByText('Passages with “putin”').waitFor()
    await list().getByRole('row').nth(2).waitFor()
    await eventually(() => list().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Control+a')
    await found().getByText(/^\d+ chosen$/).waitFor()
    await page.keyboard.press('Alt+m')
    await page.getByRole('combobox', { name: /^Move \d+ passages to/ }).fill('good')
    await page.getByRole('option', { name: 'Negotiation / Good faith Code' }).waitFor()
    await page.keyboard.press('Enter')
    await eventually(async () => (await call<ItemSummary[]>(page, 'items.list', { kind: 'note' })).length).toBeGreaterThan(2)
    await undoSaid()
    await eventually(async () => (await call<ItemSummary[]>(page, 'items.list', { kind: 'note' })).length).toBe(0)
    await found().getByRole('button', { name: 'Back to the Library' }).click()
  })
})

describe('lines chosen in a dossier', () => {
  it('get a status and are deleted, each undone in one', async () => {
    await call(page, 'items.create', { kind: 'claim', statement: 'Talks go on', changes: { claim: { speaker: desk.actor } } })
    await page.getByRole('tab', { name: 'Actors', exact: true }).click()
    await page.getByRole('grid', { name: 'Actors' }).getByRole('row', { name: /^Yuri Ushakov/ }).click()
    await page.keyboard.press('Enter')
    const dossier = page.getByRole('article', { name: 'Yuri Ushakov' })
    await dossier.getByRole('heading', { name: 'Says 2' }).waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await said('1 claim · 2 passages')
    await page.keyboard.press('Shift+ArrowDown')
    await said(/^2 claims/)
    await page.keyboard.press('Alt+4')
    await eventually(async () => (await claims()).filter(({ status }) => status === 'refuted').length).toBe(2)
    expect(await faults()).toEqual([])
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/dossier-chosen.png` })
    await page.keyboard.press('Control+z')
    await eventually(async () => (await claims()).filter(({ status }) => status === 'refuted').length).toBe(0)
    await page.keyboard.press('Delete')
    await eventually(async () => (await claims()).length).toBe(2)
    await undoSaid()
    await dossier.getByRole('heading', { name: 'Says 2' }).waitFor()
  })

  it('list their passages beside the text', async () => {
    const dossier = page.getByRole('article', { name: 'Yuri Ushakov' })
    await dossier.getByRole('checkbox', { name: /No compromise/ }).check()
    await said('1 claim · 2 passages')
    await bar().getByRole('button', { name: 'List their passages' }).click()
    await list().getByText('the five-hour meeting').waitFor()
    await found().getByRole('button', { name: 'Back to the Library' }).click()
    expect(window.problems).toEqual([])
  })
})

describe('a row of the memo’s evidence', () => {
  const links = async () => (await call<{ type: string; statement: string }[]>(page, 'links.of', { item: desk.claim })).map(({ type, statement }) => ({ type, statement }))
  const row = () => page.locator('.evidence-row', { hasText: 'So far, no compromise' })

  it('is dragged onto a claim to link the two', async () => {
    await page.getByRole('tab', { name: 'Memos', exact: true }).click()
    await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: /^Pressure/ }).click()
    await page.getByRole('button', { name: /^Evidence \d/ }).click()
    await row().waitFor()
    await page.getByRole('tab', { name: 'Claims', exact: true }).click()
    const target = page.getByRole('grid', { name: 'Claims', exact: true }).getByRole('row', { name: /^Putin offered/ })
    await row().dragTo(target)
    const form = page.getByRole('dialog', { name: 'Link items' })
    await form.getByRole('button', { name: 'Link', exact: true }).click()
    await eventually(links).toEqual([{ type: 'supports', statement: 'Putin offered nothing on territory' }])
    await undoSaid()
    await eventually(links).toEqual([])
  })

  it('is linked by L with the keyboard alone', async () => {
    await row().focus()
    await page.keyboard.press('l')
    const form = page.getByRole('dialog', { name: 'Link items' })
    await form.waitFor()
    await eventually(() => form.getByRole('combobox', { name: 'Link to' }).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.type('never negotiated')
    await form.getByRole('option', { name: /never negotiated/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await form.getByRole('button', { name: 'Link', exact: true }).click()
    await eventually(links).toEqual([{ type: 'supports', statement: 'Putin has never negotiated in good faith' }])
    expect(window.problems).toEqual([])
  })
})
