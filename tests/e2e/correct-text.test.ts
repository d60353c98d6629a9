// Correcting the words of a source: with keys and mouse, what becomes of its passages, the review, undo, the memo.
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { PassageDetail, PassageReview } from '../../src/shared/passages.ts'
import type { Source, SourceText } from '../../src/shared/sources.ts'
import { layDesk, type Desk } from './a-desk.ts'
import { aPlace, call, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { findWords } from './keyboard.ts'

let place: ReturnType<typeof aPlace>
let shell: Shell
let window: Window
let page: Page
let desk: Desk

beforeEach(async () => {
  place = aPlace()
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(15_000)
  await page.getByRole('heading', { name: 'Why the U.S.-Russia Ukraine Talks Failed' }).waitFor()
  desk = await layDesk(page)
  await page.locator('[role=document]').focus()
})

afterEach(async () => {
  await window.close()
  await shell.stop()
  place.remove()
})

afterAll(closeWindows)

const editor = () => page.getByRole('textbox', { name: 'Text of the source' })
const review = () => page.getByRole('region', { name: 'Passages to review' })
const text = async () => (await call<SourceText>(page, 'sources.text', { source: desk.source })).text
const version = async () => (await call<Source>(page, 'sources.get', { source: desk.source })).version
const waiting = () => call<PassageReview[]>(page, 'passages.review', { source: desk.source })

async function faults(): Promise<string[]> {
  const { violations } = await axeOn(page).analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`))
}

/** Opens the correction with found words selected in it, and types over them. */
async function typeOver(words: string, corrected: string): Promise<void> {
  await findWords(page, words)
  await page.keyboard.press('e')
  await editor().waitFor()
  if (corrected === '') await page.keyboard.press('Delete')
  else await page.keyboard.type(corrected)
}

describe('correcting a text', () => {
  it('is a word typed over and saved by keys; tags follow, the memo says so, and undo takes it back', async () => {
    const before = await text()
    await typeOver('peace settlement has been', 'peace agreement has been')
    expect(await faults()).toEqual([])
    await page.keyboard.press('Control+Enter')
    await editor().waitFor({ state: 'detached' })
    await page.getByText(/^Saved the correction: \d+ passages moved along, 1 changed$/).waitFor()
    expect(await text()).toBe(before.replace('peace settlement has been', 'peace agreement has been'))
    await review().getByText('1 passage to review').waitFor()
    expect(await faults()).toEqual([])
    const [changed] = await waiting()
    expect(changed).toMatchObject({ state: 'placed', after: { quote: 'So far, no compromise version of a peace agreement has been found' } })
    const memo = page.getByRole('region', { name: 'Memo', exact: true })
    await page.getByRole('tab', { name: 'Memos', exact: true }).click()
    await page.getByRole('grid', { name: 'Memos' }).getByRole('row', { name: 'Pressure' }).first().click()
    await page.keyboard.press('Enter')
    await expect.poll(() => memo.getByRole('link', { name: /^Citation/ }).first().getAttribute('aria-label')).toMatch(/the passage was changed/)

    await review().getByRole('article').first().focus()
    await page.keyboard.press('y')
    await review().waitFor({ state: 'detached' })
    expect(await waiting()).toEqual([])
    await page.locator('[role=document]').focus()
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await waiting()).length).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(text).toBe(before)
    await expect.poll(() => memo.getByRole('link', { name: /^Citation/ }).first().getAttribute('aria-label')).not.toMatch(/changed/)
    expect(window.problems).toEqual([])
  })

  it('left with Escape or Cancel changes nothing, and what was typed can be taken up again', async () => {
    const before = await text()
    await typeOver('Yuri Ushakov', 'Juri Uschakow')
    await page.keyboard.press('Escape')
    await editor().waitFor({ state: 'detached' })
    expect([await text(), await version()]).toEqual([before, 1])
    await page.getByRole('button', { name: 'Take it up again' }).click()
    await expect.poll(() => editor().innerText()).toContain('Juri Uschakow')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await editor().waitFor({ state: 'detached' })
    expect([await text(), await version()]).toEqual([before, 1])
  })

  it('lists a passage whose words are gone; it is moved to other words with a key, or detached', async () => {
    const words = 'it appears Putin again offered nothing on the key issue of territory'
    await typeOver(words, 'nobody would say more')
    await page.getByRole('button', { name: 'Save correction' }).click()
    await review().getByText(/to review/).waitFor()
    const [lost] = (await waiting()).filter(({ state }) => state === 'review')
    expect(lost?.before.quote).toBe(words)
    const entry = review().getByRole('article', { name: /Putin again offered nothing/ })
    await entry.click()
    await page.locator('[role=document]').focus()
    await findWords(page, 'nobody would say more')
    await page.keyboard.press('p')
    await expect.poll(async () => (await call<PassageDetail>(page, 'passages.get', { passage: lost?.passage })).quote).toBe('nobody would say more')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await waiting()).some(({ passage }) => passage === lost?.passage)).toBe(true)
    await entry.focus()
    await page.keyboard.press('x')
    await expect.poll(async () => (await waiting()).some(({ passage }) => passage === lost?.passage)).toBe(false)
    expect(window.problems).toEqual([])
  })
})
