// Citations in the window: several passages in one, edited by keyboard, renumbered as they come and go, written in any style.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { parseDocument, citationsOf } from '../../src/shared/memo-document.ts'
import type { Item } from '../../src/shared/items.ts'
import type { Memo } from '../../src/shared/memos.ts'
import { textOf } from '../core/exports/poppler.ts'
import { wordsIn, zipParts } from '../core/exports/read-docx.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { findWords } from './keyboard.ts'

let window: Window
let page: Page
let desk: Desk
let folder = ''

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  ;({ folder } = opened.place)
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

  const chip = () => body().locator('.cite').first()
  /** Saves the memo in a form by the menu and answers where. */
  const exported = async (form: string, ending: string): Promise<string> => {
    await page.getByRole('button', { name: 'Format and options' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: `Export memo as ${form}`, exact: true }).click()
    const path = join(folder, `memo.${ending}`)
    await (await download).saveAs(path)
    return path
  }

  it('what is typed before and after, a locator and a left-out author stay through all of them, on screen and on paper', async () => {
    await caretBehindCitation()
    await page.keyboard.press('F2')
    const fields = (at: number) => card().getByRole('group').nth(at)
    await fields(1).waitFor()
    // The first leaves its author out and has its own paragraph; the second has `see` and page 12.
    await fields(0).getByLabel('Locator').selectOption('paragraph')
    await fields(0).getByLabel('Paragraph number').fill('4')
    await page.keyboard.press('Enter')
    await fields(1).getByLabel('After').fill('emphasis added')
    await page.keyboard.press('Enter')
    const set = async () => (await stored())[0]?.cites.map(({ prefix, suffix, locator, suppressAuthor }) => [prefix, locator?.label, locator?.value, suffix, suppressAuthor])
    const wanted = [
      ['', 'paragraph', '4', '', true],
      ['see', 'page', '12', 'emphasis added', false],
    ]
    await expect.poll(set).toEqual(wanted)
    await page.keyboard.press('Escape')
    await card().waitFor({ state: 'detached' })

    // In a style of notes the chip is a number: its name and its card say the rest.
    await expect.poll(() => chip().getAttribute('aria-label')).toMatch(/^Citation 1: “.+”, TIME, paragraph 4; see “.+”, TIME, page 12, emphasis added$/)
    await chip().hover()
    await card().getByText('Cited as: ¶ 4 · without its author').waitFor()
    await card().getByText('Cited as: see … · p. 12 · … emphasis added').waitFor()
    await page.mouse.move(0, 0)
    expect(textOf(await exported('PDF', 'pdf'))).toMatch(/¶ 4.*see TIME.*p\. 12.*emphasis added/)

    await choose('House notes', 'Chicago, author and date')
    await expect.poll(() => chip().innerText()).toMatch(/^\(.*para\. 4; see .*12, emphasis added\)$/)
    await expect.poll(() => chip().getAttribute('aria-label')).toMatch(/^\(.*emphasis added\) Citation 1: /)
    const inLine = await chip().innerText()
    const markdown = readFileSync(await exported('Markdown', 'md'), 'utf8').replaceAll('\\', '').replaceAll(/<\/?em>|[*_]/g, '')
    expect(markdown).toContain(inLine)
    const parts = await zipParts(readFileSync(await exported('Word document', 'docx')))
    expect(wordsIn(parts['word/document.xml'] ?? '')).toContain(inLine)
    expect(textOf(await exported('PDF', 'pdf'))).toContain('emphasis added)')

    await choose('Chicago, author and date', 'IEEE, numbers')
    await expect.poll(() => chip().innerText()).toMatch(/^\[1.*12.*emphasis added/)
    await choose('IEEE, numbers', 'House notes')
    await expect.poll(() => chip().innerText()).toBe('1')
    expect(await set()).toEqual(wanted)
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

describe('what rests on a passage and on an item', () => {
  const inspector = () => page.getByRole('region', { name: 'Inspector' })
  const cited = () => inspector().getByRole('region', { name: 'Cited in' }).getByRole('button')
  const sentence = 'Five hours in the Kremlin produced no agreed text.'

  it('is counted from the first citation on, stands sentence by sentence, and opens there', async () => {
    // A second memo rests on the same claim: both are listed, each with its title.
    const { passages } = await call<Item>(page, 'items.get', { item: desk.claim })
    const passage = passages[0]?.passage
    const other = await call<Memo>(page, 'memos.create', { head: { title: 'Another view' } })
    const citation = { type: 'citation', attrs: { id: '01900000-0000-7000-8000-0000000000aa', cites: [{ ...(await stored())[0]?.cites[0], passage: passage?.id }] } }
    const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Nobody signed. ' }, { type: 'text', text: 'So it was said' }, citation, { type: 'text', text: '.' }] }]
    await call(page, 'memos.save', { memo: other.id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
    await page.getByRole('tab', { name: 'Claims', exact: true }).click()
    await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: 'No compromise' }).first().click()
    await expect.poll(() => cited().allInnerTexts()).toEqual([expect.stringContaining('So it was said.'), expect.stringContaining(sentence)])
    expect((await cited().allInnerTexts()).map((text) => text.split('\n').at(-1))).toEqual(['Another view', 'Pressure before proposals'])

    // A claim that no memo cites has no such section.
    await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: 'Putin offered nothing' }).first().click()
    await inspector().getByText('Evidence').first().waitFor()
    await expect.poll(() => cited().count()).toBe(0)

    await page.getByRole('grid', { name: 'Claims' }).getByRole('row', { name: 'No compromise' }).first().click()
    await expect.poll(() => cited().count()).toBe(2)
    await cited().filter({ hasText: 'So it was said.' }).click()
    await page.getByRole('tab', { name: 'Another view', selected: true }).waitFor()
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
    // The sentence goes, and with it the line.
    await page.keyboard.press('Delete')
    await page.keyboard.press('Control+s')
    await expect.poll(() => cited().allInnerTexts()).toEqual([expect.stringContaining(sentence)])
    await cited().first().press('Enter')
    await page.getByRole('tab', { name: 'Pressure before proposals', selected: true }).waitFor()
    await body().locator('.cite.ProseMirror-selectednode').waitFor()

    // A passage that is cited and bears no tag is shown itself, with the sentence that rests on it.
    await page.keyboard.press('Control+End')
    await page.getByRole('region', { name: 'Reader' }).getByRole('document').focus()
    await findWords(page, 'unproductive summit in Anchorage')
    await page.keyboard.press('m')
    await expect.poll(() => body().locator('.cite').count()).toBe(2)
    await body().locator('.cite').nth(1).hover()
    await page.getByRole('dialog', { name: 'Citation 2' }).getByRole('button', { name: 'Open in the Reader' }).click()
    await inspector().getByText('Not tagged.').waitFor()
    await expect.poll(() => cited().allInnerTexts()).toEqual([expect.stringContaining('the assets should be settled first.')])
    await cited().first().click()
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
  })
})

describe('the page', () => {
  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
