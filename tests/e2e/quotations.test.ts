// Block quotations of passages: from the Reader by key and by the clipboard, from the memo by the slash, cut and filled by key.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Memo } from '../../src/shared/memos.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import type { SourceText } from '../../src/shared/sources.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  await body().getByText('Pressure should come before').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const quotations = () => body().locator('.passage-quotation')
const words = (at = 0) => quotations().nth(at).locator('p > span').first().innerText()
const stored = async () => {
  await page.keyboard.press('Control+s')
  const { document } = await call<Memo>(page, 'memos.get', { memo: desk.memo })
  return document
}

describe('a block quotation of a passage', () => {
  it('comes from the list behind the slash, and the writing goes on behind it', async () => {
    await page.keyboard.type('/quotation of')
    await page.getByRole('option', { name: 'Quotation of a passage' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('offered nothing')
    await page.getByRole('option', { name: /offered nothing/ }).first().waitFor()
    await page.keyboard.press('Enter')
    await quotations().waitFor()
    expect(await words()).toBe('it appears Putin again offered nothing on the key issue of territory')
    await page.keyboard.type('And so on.')
    await expect.poll(stored).toContain('{"type":"text","text":"And so on."}')
    expect(await stored()).toContain('{"type":"passageQuotation","attrs":{"edits":null},"content":[{"type":"citation"')
  })

  it('is not typed into, and is cut and filled in by key', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await body().locator('.passage-quotation.ProseMirror-selectednode').waitFor()
    await page.keyboard.press('Enter')
    const field = page.getByRole('textbox', { name: 'Words of the passage' })
    await field.waitFor()
    await page.keyboard.press('Control+Home')
    for (let at = 0; at < 'it appears '.length; at += 1) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('x')
    await expect.poll(() => words()).toBe('[…] Putin again offered nothing on the key issue of territory')
    await field.evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(element.value.length, element.value.length))
    await page.keyboard.press('i')
    await page.keyboard.type('in Moscow')
    await page.keyboard.press('Enter')
    await expect.poll(() => words()).toBe('[…] Putin again offered nothing on the key issue of territory [in Moscow]')
    const { violations } = await axeOn(page).include('.memo').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-editor.png` })
    await page.keyboard.press('Escape')
    await expect.poll(stored).toContain('"edits":[{"start":0,"end":10,"text":""}')
  })

  it('fills itself anew when its passage was re-bounded and the change accepted; its cuts stay', async () => {
    const document = JSON.parse(await stored()) as { content: { type: string; content: { attrs: { cites: { passage: string }[] } }[] }[] }
    const id = document.content.find(({ type }) => type === 'passageQuotation')?.content[0]?.attrs.cites[0]?.passage ?? ''
    const passage = await call<PassageDetail>(page, 'passages.get', { passage: id })
    const [segment] = passage.segments
    if (!segment) throw new Error('the passage has no segment')
    await call(page, 'passages.setBounds', { passage: id, spans: [{ start: segment.start, end: segment.end - ' of territory'.length }] })
    await page.getByRole('button', { name: '1 to review' }).waitFor()
    await page.keyboard.press('Control+Alt+r')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('region', { name: 'Before and after' }).waitFor()
    await page.keyboard.press('a')
    await expect.poll(() => words()).toBe('[…] Putin again offered nothing on the key issue [in Moscow]')
  })

  it('comes by Shift+M from the Reader, and goes as a whole', async () => {
    await body().getByText('And so on.').click()
    await page.keyboard.press('End')
    await page.getByRole('region', { name: 'Reader' }).getByText('So far, no compromise').click()
    await page.keyboard.press('Shift+M')
    await expect.poll(() => quotations().count()).toBe(2)
    const { text } = await call<SourceText>(page, 'sources.text', { source: desk.source })
    expect(text).toContain(await words(1))
    await quotations().nth(1).click()
    await page.keyboard.press('Delete')
    await expect.poll(() => quotations().count()).toBe(1)
  })

  it('is what copied words of the Reader become on an empty line', async () => {
    await page.getByRole('region', { name: 'Reader' }).getByText('So far, no compromise').click()
    await page.keyboard.press('Control+c')
    await body().getByText('And so on.').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+v')
    await expect.poll(() => quotations().count()).toBe(2)
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-memo.png` })
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
