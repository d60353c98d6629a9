// The memo's text by trusted keys and the mouse: tables, quotation marks, tabs, what is pasted from the web, dragged in and styled.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DocumentNode, Memo, MemoSummary } from '../../src/shared/memos.ts'
import { nodesOf } from '../../src/shared/memo-document.ts'
import { openDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await openDesk(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const memoPane = () => page.getByRole('region', { name: 'Memo', exact: true })
const tab = (name: string) => page.getByRole('tablist', { name: 'Open memos' }).getByRole('tab', { name })
const stored = async (title: string): Promise<DocumentNode> => {
  const listed = (await call<MemoSummary[]>(page, 'memos.list')).find((each) => each.title === title)
  return JSON.parse((await call<Memo>(page, 'memos.get', { memo: listed?.id })).document) as DocumentNode
}
const newMemo = async (title: string) => {
  await page.keyboard.press('Control+Alt+n')
  await page.getByRole('textbox', { name: 'Memo title' }).and(page.locator(':focus')).waitFor()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await tab(title).waitFor()
  await expect.poll(() => body().evaluate((element) => element === document.activeElement)).toBe(true)
}

it('quotation marks and apostrophes become those of the language, and Backspace gives the plain one back', async () => {
  await newMemo('Marks')
  await page.keyboard.type(`He said "it's over" and 'left'.`)
  await expect.poll(() => body().innerText()).toBe('He said “it’s over” and ‘left’.')
  await page.keyboard.type(' "')
  await expect.poll(() => body().innerText()).toContain('. “')
  await page.keyboard.press('Backspace')
  await expect.poll(() => body().innerText()).toContain('. "')
})

it('is spell-checked in its language', async () => {
  expect(await body().getAttribute('spellcheck')).toBe('true')
  expect(await body().getAttribute('lang')).toBe('en')
})

it('a table comes by the slash, is filled by Tab, grows and shrinks by its menu, and is undone', async () => {
  await newMemo('A table')
  await page.keyboard.type('/table')
  await page.getByRole('option', { name: 'Table', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await body().locator('table').waitFor()
  for (const word of ['Who', 'Says', 'Grade', 'TIME', 'No agreement', 'B2']) {
    await page.keyboard.type(word)
    await page.keyboard.press('Tab')
  }
  const rows = () => body().locator('tr').evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent)))
  const filled = [['Who', 'Says', 'Grade'], ['TIME', 'No agreement', 'B2'], ['', '', '']]
  await expect.poll(rows).toEqual(filled)
  const change = async (title: string) => {
    await page.keyboard.press('Alt+F10')
    await page.getByRole('toolbar', { name: 'Format' }).getByRole('button', { name: 'Table …' }).click()
    await page.getByRole('menuitem', { name: title }).click()
  }
  await change('Add a column after')
  await expect.poll(async () => (await rows()).map((row) => row.length)).toEqual([4, 4, 4])
  await body().locator('td').first().click()
  await change('Delete the row')
  await expect.poll(async () => (await rows()).length).toBe(2)
  await body().locator('td').first().click()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await rows()).length).toBe(3)
  // What was done fast one after the other is undone in one.
  if ((await rows())[0]?.length === 4) await page.keyboard.press('Control+z')
  await expect.poll(rows).toEqual(filled)
  // The end of the text is behind a table that ends it, not in its last cell.
  await page.keyboard.press('Control+End')
  await page.keyboard.type('/key')
  await page.getByRole('option', { name: 'Key judgment' }).waitFor()
  await page.keyboard.press('Enter')
  await page.keyboard.type('Behind the table')
  const blocks = () => body().evaluate((text) => [...text.children].slice(-2).map((block) => [block.querySelector('table') !== null, block.textContent.includes('Behind')]))
  await expect.poll(blocks).toEqual([[true, false], [false, true]])
  await expect.poll(rows).toEqual(filled)
  expect((await axeOn(page).include('.memo').analyze()).violations.map(({ id }) => id)).toEqual([])
})

it('a paste from a page of the web keeps its form and none of its dress', async () => {
  await newMemo('From the web')
  const html = `<meta charset="utf-8"><h2 style="color:red;font-family:Arial">Talks</h2><div class="ad"><script>window.hit = 1</script></div>
    <p style="margin:40px"><span style="font-weight:700">No deal</span>, said <a href="https://example.org/a?utm=1" onclick="hit()">the paper</a>.</p>
    <ul><li>Territory</li><li>Money</li></ul><p><a href="javascript:alert(1)">More</a><img src="https://example.org/track.gif" onerror="window.hit = 2"></p>`
  await body().evaluate((element, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', pasted)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
  await expect.poll(() => body().locator('h2').innerText()).toBe('Talks')
  expect(await body().locator('li').allInnerTexts()).toEqual(['Territory', 'Money'])
  expect(await body().locator('strong').innerText()).toBe('No deal')
  expect(await body().locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(['https://example.org/a?utm=1'])
  expect(await body().locator('[style], [class*="ad"], img').count()).toBe(0)
  expect(await page.evaluate(() => (globalThis as { hit?: number }).hit ?? null)).toBeNull()
})

it('several memos stand in tabs that arrows go along, each where it was left', async () => {
  await tab('Marks').click()
  await expect.poll(() => body().innerText()).toContain('it’s over')
  await tab('Marks').press('ArrowRight')
  await expect.poll(() => tab('A table').getAttribute('aria-selected')).toBe('true')
  await body().locator('table').waitFor()
  await page.keyboard.press('Delete')
  await tab('A table').waitFor({ state: 'detached' })
  await tab('From the web').and(page.locator(':focus')).or(tab('Marks').and(page.locator(':focus'))).waitFor()
})

it('a passage dragged from the Inspector is cited where it is dropped', async () => {
  await newMemo('Dropped')
  await page.keyboard.type('They said so')
  await page.getByRole('tab', { name: 'Claims', exact: true }).click()
  await page.getByRole('region', { name: 'Library', exact: true }).getByRole('gridcell', { name: /No compromise/ }).first().click()
  const card = page.getByRole('region', { name: 'Inspector' }).getByRole('article', { name: /^Passage from/ }).first()
  await card.getByText('So far, no compromise').waitFor()
  await card.dragTo(body().getByText('They said so'))
  await body().locator('.cite').waitFor()
  await expect.poll(async () => [...nodesOf(await stored('Dropped'))].filter(({ type }) => type === 'citation').length).toBe(1)
})

it('a style of one’s own is added from its file, and used at once', async () => {
  const own = readFileSync(join(import.meta.dirname, '../../resources/csl/styles/apa.csl'), 'utf8')
    .replace(/<title>[^<]*<\/title>/, '<title>House of the Ministry</title>')
    .replace(/<id>[^<]*<\/id>/, '<id>https://example.org/styles/ministry</id>')
  await memoPane().getByRole('button', { name: /^Citation style:/ }).click()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('menuitem', { name: 'Add citation style …' }).click()])
  await chooser.setFiles({ name: 'ministry.csl', mimeType: 'application/xml', buffer: Buffer.from(own) })
  await memoPane().getByRole('button', { name: 'Citation style: House of the Ministry' }).waitFor()
  await expect.poll(() => body().locator('.cite').innerText()).toMatch(/^\(.*n\.d\..*\)$/)
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
