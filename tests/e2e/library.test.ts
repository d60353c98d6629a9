// The Library with real keys and mouse: narrowed, sorted, marked, collected, put into the trash and out of it.
import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { SourceSummary } from '../../src/shared/sources.ts'
import { layDesk } from './a-desk.ts'
import { aPlace, call, closeBrowser, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page

const story = 'The ministers of both countries met on Monday in the capital to discuss the terms of a ceasefire. They agreed to meet again before the end of the month, and to exchange lists of prisoners in the meantime, the spokesman said.'

beforeAll(async () => {
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(15_000)
  await layDesk(page)
  const add = (title: string, text: string) => call(page, 'sources.importText', { text, title, format: 'plain' })
  await add('Ceasefire terms discussed', `${story}\n\nPrinted in the morning.`)
  await add('Ministers meet in the capital', `${story}\n\nPrinted in the evening, with a correction.`)
  await add('Grain corridor reopens', 'Ships left the harbour on Tuesday for the first time since spring.')
  const [grain] = (await call<SourceSummary[]>(page, 'sources.list')).filter(({ title }) => title.startsWith('Grain'))
  await call(page, 'sources.update', { source: grain?.id, metadata: { containerTitle: 'Le Monde', issued: '2025-03', language: 'fr', authors: [{ family: 'Lind', given: 'Ada' }] }, reliability: 'B' })
})

afterAll(async () => {
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
})

const pane = () => page.getByRole('region', { name: 'Library', exact: true })
const list = () => pane().getByRole('grid', { name: 'Sources' })
const wide = () => page.getByRole('tabpanel', { name: 'Library', exact: true })
const table = () => wide().getByRole('grid', { name: 'Table of sources' })
const titles = (grid = list()) => expect.poll(() => grid.locator('.row-title, .source-title .source-cell-text').allInnerTexts(), { timeout: 15_000 })
const picture = (name: string) => (process.env.PICTURES ? page.screenshot({ path: `${process.env.PICTURES}/${name}.png` }) : null)
const all = ['Grain corridor reopens', 'Ministers meet in the capital', 'Ceasefire terms discussed', 'Oil sanctions and Russian export revenue', 'Why the U.S.-Russia Ukraine Talks Failed']
const progressOf = async (title: string) => {
  const { sources } = await call<{ sources: string }>(page, 'library.order', { filter: {}, sort: { by: 'added', descending: true } })
  const rows = await call<{ title: string; progress: string }[]>(page, 'library.rows', { sources: sources.match(/.{36}/g) })
  return rows.find((row) => row.title === title)?.progress
}

describe('the list of sources', () => {
  it('goes by arrows, Home, End and typing, and chooses with Space and Shift', async () => {
    await titles().toEqual(all)
    await list().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+ArrowDown')
    await pane().getByRole('status').getByText('2 sources').waitFor()
    await page.keyboard.type('oil')
    const chosen = () => expect.poll(() => list().locator('[aria-selected="true"] .row-title').allInnerTexts(), { timeout: 15_000 })
    await chosen().toEqual(['Oil sanctions and Russian export revenue'])
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Control+a')
    await pane().getByText('5 sources', { exact: true }).waitFor()
    await picture('library-pane')
    await page.keyboard.press('Home')
    await chosen().toEqual(['Grain corridor reopens'])
    await page.keyboard.press('Space')
    await chosen().toEqual([])
    await page.keyboard.press('Space')
  })

  it('marks by key how far a source was read, many at once, and takes it back', async () => {
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Alt+p')
    await expect.poll(() => progressOf('Ministers meet in the capital')).toBe('reading')
    await list().locator('[data-progress="reading"]').nth(1).waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => progressOf('Ministers meet in the capital')).toBe('unread')
  })

  it('narrows by words and by the panel, says by what, and widens again', async () => {
    await pane().getByRole('searchbox', { name: 'Filter sources' }).fill('minist')
    await titles().toEqual(['Ministers meet in the capital'])
    await page.keyboard.press('Escape')
    await titles().toEqual(all)
    await pane().getByRole('button', { name: 'Filters' }).click()
    const panel = page.getByRole('dialog', { name: 'Filters' })
    await panel.getByRole('combobox', { name: 'Published in' }).fill('mon')
    await panel.getByRole('option', { name: /Le Monde/ }).click()
    await titles().toEqual(['Grain corridor reopens'])
    await picture('library-filters')
    const found = await new AxeBuilder({ page }).include('.filter-panel').analyze()
    expect(found.violations).toEqual([])
    await page.keyboard.press('Escape')
    await pane().getByRole('button', { name: 'No longer: Le Monde' }).click()
    await titles().toEqual(all)
  })

  it('shows copies of one text as one story that opens and closes', async () => {
    await page.keyboard.press('Alt+Shift+G')
    await titles().toEqual(all.filter((title) => !title.startsWith('Ceasefire')))
    await pane().getByText('2 copies').waitFor()
    await list().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await titles().toEqual(all)
    await picture('library-stories')
    await page.keyboard.press('ArrowLeft')
    await titles().toEqual(all.filter((title) => !title.startsWith('Ceasefire')))
    await page.keyboard.press('Alt+Shift+G')
    await titles().toEqual(all)
  })
})

describe('collections', () => {
  it('are made, filled by key, by menu and by drag, shown, and left', async () => {
    const tree = pane().getByRole('treegrid', { name: 'Collections' })
    await pane().getByRole('button', { name: 'Add sources' }).click()
    await page.getByRole('menuitem', { name: 'New collection' }).click()
    await page.getByRole('textbox', { name: 'Name of the collection' }).fill('Talks')
    await page.keyboard.press('Enter')
    await tree.getByRole('row', { name: /Talks 0/ }).waitFor()
    await list().getByRole('row', { name: /Ministers/ }).click()
    await list().focus()
    await page.keyboard.press('Alt+Shift+L')
    const dialog = page.getByRole('dialog', { name: 'Add 1 source to a collection' })
    await dialog.getByRole('combobox', { name: 'Collection' }).fill('tal')
    await dialog.getByRole('option', { name: /^Talks/ }).waitFor()
    await page.keyboard.press('Enter')
    await tree.getByRole('row', { name: /Talks 1/ }).waitFor()
    await list().getByRole('row', { name: /Grain/ }).dragTo(tree.getByRole('row', { name: /Talks/ }))
    await tree.getByRole('row', { name: /Talks 2/ }).waitFor()
    await tree.getByRole('row', { name: /Talks/ }).click()
    await titles().toEqual(['Grain corridor reopens', 'Ministers meet in the capital'])
    await picture('library-collections')
    await list().getByRole('row', { name: /Grain/ }).click()
    await list().focus()
    await page.keyboard.press('Alt+Shift+O')
    await titles().toEqual(['Ministers meet in the capital'])
    await tree.getByRole('row', { name: /All sources/ }).click()
    await titles().toEqual(all)
  })

  it('nest by key, are named anew, removed and brought back by undo', async () => {
    const tree = pane().getByRole('treegrid', { name: 'Collections' })
    await tree.getByRole('row', { name: /Talks/ }).click()
    await tree.focus()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('textbox', { name: 'Name of the collection' }).fill('Drafts')
    await page.keyboard.press('Enter')
    const drafts = tree.getByRole('row', { name: /Drafts/ })
    await expect.poll(() => drafts.getAttribute('aria-level'), { timeout: 15_000 }).toBe('2')
    await drafts.click()
    await tree.focus()
    await page.keyboard.press('Alt+ArrowLeft')
    await expect.poll(() => drafts.getAttribute('aria-level'), { timeout: 15_000 }).toBe('1')
    await page.keyboard.press('Delete')
    await drafts.waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await drafts.waitFor()
    await tree.getByRole('row', { name: /All sources/ }).click()
  })
})

describe('the Library as a page', () => {
  it('opens by key, sorts by its headings, and shows the columns that are chosen', async () => {
    await page.keyboard.press('Control+Alt+l')
    await titles(table()).toEqual(all)
    await wide().getByRole('button', { name: 'Title' }).click()
    await titles(table()).toEqual(all.toSorted())
    expect(await wide().getByRole('columnheader', { name: 'Title' }).getAttribute('aria-sort')).toBe('ascending')
    await page.keyboard.press('Enter')
    await titles(table()).toEqual(all.toSorted().toReversed())
    await picture('library-page')
    await wide().getByRole('button', { name: 'Columns' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Language' }).click()
    await page.getByRole('menuitemcheckbox', { name: 'Actors' }).click()
    await page.keyboard.press('Escape')
    expect(await table().getByRole('columnheader').allInnerTexts()).toEqual(['Title', 'Published in', 'Date', 'Grade', 'Language', 'Claims', 'Recs'])
    const found = await new AxeBuilder({ page }).include('.library-page').analyze()
    expect(found.violations).toEqual([])
    await page.reload()
    await titles(table()).toEqual(all.toSorted().toReversed())
  })

  it('grades and marks all that is chosen in one step', async () => {
    await table().focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Shift+End')
    await wide().getByText('5 sources', { exact: true }).last().waitFor()
    await wide().getByRole('button', { name: 'Change' }).click()
    await page.getByRole('menuitem', { name: /^C/ }).click()
    const grades = () => expect.poll(() => table().locator('.source-grade').allInnerTexts(), { timeout: 15_000 })
    await grades().toEqual(['C', 'C', 'C', 'C', 'C'])
    await table().focus()
    await page.keyboard.press('Control+z')
    await grades().toEqual(['–', '–', '–', 'B', '–'])
    await page.keyboard.press('Control+Alt+l')
  })
})

describe('the trash', () => {
  it('takes sources by key and gives them back', async () => {
    await list().getByRole('row', { name: /Grain/ }).click()
    await list().focus()
    await page.keyboard.press('Delete')
    await list().getByRole('row', { name: /Grain/ }).waitFor({ state: 'detached' })
    await pane().getByRole('row', { name: /Trash 1/ }).click()
    const bin = pane().getByRole('grid', { name: 'Sources in the trash' })
    await bin.getByRole('row', { name: /Grain/ }).waitFor()
    await bin.getByRole('row', { name: /Grain/ }).click()
    await page.getByText('This source is in the trash.').waitFor()
    await picture('library-trash')
    await bin.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Alt+Shift+R')
    await pane().getByText('The trash is empty.').waitFor()
    await pane().getByRole('row', { name: /All sources 5/ }).click()
    await list().getByRole('row', { name: /Grain/ }).waitFor()
  })

  it('is emptied only after saying which memos lose what, and memos keep their quotations', async () => {
    await list().getByRole('row', { name: /^.*Why the U\.S\./ }).click()
    await list().focus()
    await page.keyboard.press('Delete')
    await pane().getByRole('row', { name: /Trash 1/ }).click()
    await pane().getByRole('button', { name: 'Empty trash…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Empty the trash' })
    await dialog.getByText('Pressure before proposals').waitFor()
    await dialog.getByText('1 citation').waitFor()
    await picture('library-emptying')
    const found = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(found.violations).toEqual([])
    await dialog.getByRole('button', { name: 'Delete for good' }).click()
    await pane().getByText('The trash is empty.').waitFor()
    const [memo] = await call<{ id: string }[]>(page, 'memos.list')
    const kept = await call<{ document: string }>(page, 'memos.get', { memo: memo?.id })
    expect(kept.document).toContain('So far, no compromise version of a peace settlement has been found')
    expect((await call<SourceSummary[]>(page, 'sources.list')).map(({ title }) => title)).toEqual(all.slice(0, 4))
  })
})

it('complains of nothing all the while', () => {
  expect(window.problems).toEqual([])
})
