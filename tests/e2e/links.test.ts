// Links between items, by dragging rows and cards onto each other and by key with a passage in hand.
import { describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Link } from '../../src/shared/links.ts'
import { layDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { findWords } from './keyboard.ts'

let window: Window
let page: Page
let desk: Desk

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await layDesk(page)
  await page.getByRole('tab', { name: 'Claims', exact: true }).click()
})

const form = () => page.getByRole('dialog', { name: 'Link items' })
const claim = (name: RegExp) => page.getByRole('grid', { name: 'Claims', exact: true }).getByRole('row', { name })
const links = async () => (await call<Link[]>(page, 'links.of', { item: desk.claim })).map(({ type, note, outward, statement }) => ({ type, note, outward, statement }))
const eventually = <T>(value: () => Promise<T>) => expect.poll(value, { timeout: 15_000 })
const undo = async () => {
  await page.locator('[role="document"]').focus()
  await page.keyboard.press('Control+z')
}

describe('a link by drag', () => {
  it('goes from row to row in the Library, with the type and a note in a small form', async () => {
    await claim(/^No compromise/).dragTo(claim(/^Putin offered nothing/))
    await form().waitFor()
    const type = form().getByRole('combobox', { name: 'Type of link' })
    await eventually(() => type.evaluate((field) => field === document.activeElement)).toBe(true)
    expect(await type.inputValue()).toBe('supports')
    await page.keyboard.type('contra')
    await form().getByRole('option', { name: 'contradicts' }).waitFor()
    await page.keyboard.press('Enter')
    await form().getByRole('textbox', { name: 'Note on the link' }).fill('See both paragraphs')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/link-form-${colorScheme}.png` })
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await form().getByRole('textbox', { name: 'Note on the link' }).focus()
    await page.keyboard.press('Enter')
    await eventually(links).toEqual([{ type: 'contradicts', note: 'See both paragraphs', outward: true, statement: 'Putin offered nothing on territory' }])
    await undo()
    await eventually(links).toEqual([])
  })

  it('goes from a card of the evidence to a row, and nothing happens with Escape', async () => {
    await claim(/^No compromise/).click()
    const card = page.getByRole('region', { name: 'Inspector' }).getByRole('article', { name: /^Passage from/ }).first()
    await card.dragTo(claim(/^Putin has never/))
    await form().waitFor()
    await page.keyboard.press('Escape')
    await form().waitFor({ state: 'detached' })
    expect(await links()).toEqual([])
    await card.dragTo(claim(/^Putin has never/))
    await form().getByRole('button', { name: 'Link', exact: true }).click()
    await eventually(links).toMatchObject([{ type: 'supports', outward: true, statement: 'Putin has never negotiated in good faith' }])
    await undo()
    await eventually(links).toEqual([])
  })

  it('goes from row to row on the board, and can be turned round', async () => {
    await page.keyboard.press('Control+Alt+b')
    const row = (name: RegExp) => page.getByRole('grid', { name: 'Claims on the board' }).getByRole('row', { name })
    await row(/^Putin offered/).dragTo(row(/^No compromise/))
    await form().waitFor()
    await form().getByRole('button', { name: 'Turn the link round' }).click()
    await form().getByRole('combobox', { name: 'Type of link' }).press('Enter')
    await eventually(links).toMatchObject([{ type: 'supports', outward: true, statement: 'Putin offered nothing on territory' }])
    await page.getByRole('tablist', { name: 'Open sources' }).getByRole('tab', { name: /^Why the U.S./ }).click()
    await undo()
    await eventually(links).toEqual([])
  })
})

describe('a link by key', () => {
  it('goes from the passage in hand to an item that is found by its words', async () => {
    await page.locator('[role="document"]').focus()
    await findWords(page, 'no compromise version of a peace')
    await page.keyboard.press('l')
    await page.keyboard.type('ushakov')
    if (process.env.PICTURES) await page.screenshot({ path: `${process.env.PICTURES}/link-key.png` })
    await form().getByRole('option', { name: /Yuri Ushakov/ }).waitFor()
    await page.keyboard.press('Enter')
    await eventually(() => form().getByRole('combobox', { name: 'Type of link' }).inputValue()).toBe('said by')
    await eventually(() => form().getByRole('combobox', { name: 'Type of link' }).evaluate((field) => field === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    await eventually(links).toMatchObject([{ type: 'said by', outward: true, statement: 'Yuri Ushakov' }])
    await eventually(() => page.locator('[role="document"]').evaluate((text) => text.contains(document.activeElement))).toBe(true)
    await page.keyboard.press('Control+z')
    await eventually(links).toEqual([])
    expect(window.problems).toEqual([])
  })
})
