// Words of Japanese and Chinese come by an input method: nothing that goes on in the window meanwhile breaks them.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ItemSummary } from '../../src/shared/items.ts'
import type { Memo } from '../../src/shared/memos.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { anInputMethod, type InputMethod } from './input-method.ts'
import { findWords, newMemo } from './keyboard.ts'

let window: Window
let page: Page
let desk: Desk
let method: InputMethod

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  method = await anInputMethod(page)
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const blocks = () => body().locator(':scope > *').allInnerTexts()
const stored = async () => (await call<Memo>(page, 'memos.get', { memo: desk.memo })).document
/** Compositions that began and ended, each undisturbed, since the last time this was asked. */
let counted = 0
const compositions = async () => {
  const told = await method.told()
  const [since, now] = [told.slice(counted), told.length]
  counted = now
  return since
}
const whole = ['compositionstart', 'compositionend']

describe('words of an input method', () => {
  it('stand where they are written though the memo is saved and checked while they are chosen; one undo takes them out', async () => {
    await body().getByText('Pressure should come before').click()
    await page.keyboard.press('End')
    const [, , before] = await blocks()
    const answered = (name: string) => page.waitForResponse((response) => response.url().endsWith(`/api/${name}`))
    const [saved, checked] = [answered('memos.saveChange'), answered('checks.run')]
    await method.compose('に', 'にほ', 'にほん')
    await saved
    await checked
    // A finding came or went: the list beside the text was drawn anew.
    await method.compose('日本', '日本が')
    expect((await blocks())[2]).toBe(`${before}日本が`)
    await method.choose('日本側')
    await expect.poll(async () => (await blocks())[2]).toBe(`${before}日本側`)
    expect(await compositions()).toEqual(whole)
    await expect.poll(stored).toContain('settled first.日本側"')
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await blocks())[2]).toBe(before)
    await page.keyboard.press('Control+Shift+z')
    await expect.poll(async () => (await blocks())[2]).toBe(`${before}日本側`)
  })

  it('stand beside a citation, before it and behind it, and the citation stays', async () => {
    await body().getByText('Five hours in the Kremlin').click()
    await page.keyboard.press('End')
    await method.compose('かい', '会談')
    await method.choose('会談')
    await expect.poll(async () => (await blocks())[1]).toBe('Five hours in the Kremlin produced no agreed text.1会談')
    // Over its own two signs, then over the citation, which is selected on the way.
    for (let signs = 0; signs < 4; signs += 1) await page.keyboard.press('ArrowLeft')
    await method.compose('谈', '谈判')
    await method.choose('谈判')
    await expect.poll(async () => (await blocks())[1]).toBe('Five hours in the Kremlin produced no agreed text.谈判1会談')
    expect(await compositions()).toEqual([...whole, ...whole])
    await expect.poll(stored).toMatch(/text\.谈判"\},\{"type":"citation".*"text":"会談"/)
    expect(await body().locator('.cite').count()).toBe(1)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await blocks())[1]).toBe('Five hours in the Kremlin produced no agreed text.1会談')
  })

  it('go behind a citation that is selected, and take nothing’s place', async () => {
    await body().getByText('Five hours in the Kremlin').click()
    await page.keyboard.press('End')
    for (let signs = 0; signs < 3; signs += 1) await page.keyboard.press('ArrowLeft')
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
    await method.compose('こん', '今度')
    await method.choose('今度の')
    await expect.poll(async () => (await blocks())[1]).toBe('Five hours in the Kremlin produced no agreed text.1今度の会談')
    expect(await compositions()).toEqual(whole)
    await page.keyboard.press('Control+z')
    await expect.poll(async () => (await blocks())[1]).toBe('Five hours in the Kremlin produced no agreed text.1会談')
  })

  it('stand in a heading, and Enter that chooses them makes no line', async () => {
    await body().getByText('What happened').click()
    await page.keyboard.press('End')
    const lines = (await blocks()).length
    await method.compose('けつ', '結論')
    await method.key('Enter')
    await method.choose('結論')
    await expect.poll(async () => (await blocks())[0]).toBe('What happened結論')
    expect(await blocks()).toHaveLength(lines)
    expect(await compositions()).toEqual(whole)
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await blocks()).length).toBe(lines + 1)
    await page.keyboard.press('Control+z')
  })

  it('are the first of a memo, its title before them, and take the placeholder away', async () => {
    await newMemo(page, 'From Tokyo')
    await expect.poll(() => body().evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('Shift+Tab')
    const title = page.getByRole('textbox', { name: 'Memo title' })
    await title.focus()
    await page.keyboard.press('End')
    await method.compose('とう', '東京')
    await method.key('Enter')
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true)
    await method.choose('東京')
    await expect.poll(() => title.inputValue()).toBe('From Tokyo東京')
    await page.keyboard.press('Enter')
    await method.compose('こう', '交渉')
    await method.choose('交渉')
    await page.keyboard.type(' failed.')
    await expect.poll(blocks).toEqual(['交渉 failed.'])
    expect(await compositions()).toEqual([...whole, ...whole])
    expect(await body().locator('.memo-placeholder').count()).toBe(0)
  })

  it('search what is cited behind @, and Enter that chooses them cites nothing yet', async () => {
    await page.keyboard.type(' @')
    const offered = page.getByRole('listbox', { name: 'Passages to cite' })
    await offered.waitFor()
    await method.compose('ｐ', 'Ｐｕ')
    await method.key('ArrowDown')
    await method.key('Enter')
    expect(await body().locator('.cite').count()).toBe(0)
    await method.choose('Putin')
    await offered.getByRole('option').first().filter({ hasText: 'Putin' }).waitFor()
    await page.keyboard.press('Enter')
    await expect.poll(() => body().locator('.cite').count()).toBe(1)
    await expect.poll(async () => (await blocks()).map((words) => words.trim())).toEqual(['交渉 failed.1'])
    await compositions()
  })
})

describe('the statement of a claim', () => {
  it('is written by an input method; Enter that chooses its words keeps nothing yet', async () => {
    await page.getByRole('region', { name: 'Reader' }).getByRole('document').focus()
    await findWords(page, 'Jared Kushner')
    await page.keyboard.press('c')
    const form = page.getByRole('dialog', { name: 'Claim' })
    await form.waitFor()
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Control+a')
    await method.compose('ごう', '合意')
    await method.key('Enter')
    await method.key('Escape')
    expect(await form.isVisible()).toBe(true)
    await method.choose('合意なし')
    await compositions()
    await page.keyboard.press('Enter')
    await form.waitFor({ state: 'hidden' })
    await expect.poll(async () => (await call<ItemSummary[]>(page, 'items.list')).map(({ statement }) => statement)).toContain('合意なし')
  })
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
