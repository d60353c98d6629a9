// Citations in the window: several passages in one, edited by keyboard, renumbered as they come and go.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { parseDocument, citationsOf } from '../../src/shared/memo-document.ts'
import type { Memo } from '../../src/shared/memos.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const card = () => page.getByRole('dialog', { name: /^Citation \d+$/ })

/** The citations as they are stored. */
async function stored() {
  const { document } = await call<Memo>(page, 'memos.get', { memo: desk.memo })
  const parsed = parseDocument(document)
  return 'document' in parsed ? citationsOf(parsed.document) : []
}

/** Puts the caret right behind the first citation. */
async function caretBehindCitation(): Promise<void> {
  await body().getByText('Five hours').click()
  await page.keyboard.press('End')
}

describe('a citation of several passages', () => {
  it('grows by an @ right behind it', async () => {
    await caretBehindCitation()
    await page.keyboard.type('@strengthen')
    await page.getByRole('option').first().waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored()).map(({ cites }) => cites.length)).toEqual([2])
    expect(await body().locator('.cite').allInnerTexts()).toEqual(['1'])
  })

  it('is edited by keyboard alone, and undone like typing', async () => {
    await page.keyboard.press('F2')
    await card().getByLabel('Before').first().waitFor()
    await page.keyboard.type('see')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await stored())[0]?.cites[0]?.prefix).toBe('see')
    await card().getByLabel('Locator').first().selectOption('page')
    await card().getByLabel('Page number').fill('12')
    await page.keyboard.press('Enter')
    await card().getByRole('checkbox', { name: 'Leave out the author' }).last().check()
    await card().getByRole('button', { name: 'Move down' }).first().press('Enter')
    const fields = async () => (await stored())[0]?.cites.map(({ prefix, locator, suppressAuthor }) => [prefix, locator, suppressAuthor])
    const edited = [
      ['', null, true],
      ['see', { label: 'page', value: '12' }, false],
    ]
    await expect.poll(fields).toEqual(edited)
    await card().getByRole('button', { name: 'Remove from this citation' }).first().press('Enter')
    await expect.poll(async () => (await stored())[0]?.cites.length).toBe(1)
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await expect.poll(fields).toEqual(edited)
  })
})

describe('the style of a memo', () => {
  const head = () => page.getByRole('region', { name: 'Memo', exact: true })
  const choose = async (from: string, to: string) => {
    await head().getByRole('button', { name: `Citation style: ${from}` }).click()
    await page.getByRole('menuitemcheckbox', { name: to }).click()
  }

  it('is switched in its head: the chips and the list of sources follow', async () => {
    const sources = head().getByRole('region', { name: 'Sources' })
    await expect.poll(() => sources.innerText()).toMatch(/Why the U\.S\.-Russia Ukraine Talks Failed, TIME|TIME, Why the U\.S\.-Russia/)
    await choose('House notes', 'Chicago, author and date')
    await expect.poll(() => body().locator('.cite').first().innerText()).toMatch(/^\(.*n\.d\..*\)$/)
    await choose('Chicago, author and date', 'IEEE, numbers')
    await expect.poll(() => body().locator('.cite').first().innerText()).toMatch(/^\[1/)
    await choose('IEEE, numbers', 'House notes')
    await expect.poll(() => body().locator('.cite').allInnerTexts()).toEqual(['1'])
    await page.keyboard.press('Escape')
  })
})

describe('what rests on a source', () => {
  it('stands in its Inspector sentence by sentence, and opens there', async () => {
    await page.getByRole('region', { name: 'Library', exact: true }).getByRole('gridcell').filter({ hasText: 'Why the U.S.' }).first().click()
    const cited = page.getByRole('region', { name: 'Inspector' }).getByRole('region', { name: 'Cited in' })
    await cited.getByRole('button', { name: 'Five hours in the Kremlin produced no agreed text.' }).click()
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
  })
})

describe('the page', () => {
  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
