// Suggestions with real keys: counted quietly, walked with G, accepted, corrected, rejected, undone.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Item, ItemSummary } from '../../src/shared/items.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
})

/** What becomes so in a while; a loaded machine may take long. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const count = () => page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: /suggestions?/ })
const shown = () => page.getByRole('dialog', { name: /^Suggested / })
const counted = async () => Number(/\d+/.exec(await count().innerText())?.[0])
const highlights = () => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => name.startsWith('reader-')))
const items = (kind: string) => call<ItemSummary[]>(page, 'items.list', { kind })

/** Goes on with G until a suggestion of that kind and wording shows. */
async function walkTo(name: string, words: string): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press('g')
    await shown().waitFor()
    const spoken = await page.locator('[aria-live="polite"]').allInnerTexts()
    if ((await shown().getAttribute('aria-label')) === name && spoken.some((text) => text.includes(words))) return
  }
  throw new Error(`G never reached ${name} “${words}”`)
}

/** Whether the popover lies over the words it is about. */
const covers = () =>
  page.evaluate(() => {
    const popover = document.querySelector('.reader-suggestion')?.getBoundingClientRect()
    const ranges = [...(CSS.highlights.get('reader-selection') ?? [])] as Range[]
    const rects = ranges.flatMap((range) => [...range.getClientRects()])
    if (!popover || rects.length === 0) throw new Error('nothing is shown')
    return rects.some((rect) => rect.left < popover.right && popover.left < rect.right && rect.top < popover.bottom && popover.top < rect.bottom)
  })

describe('suggestions', () => {
  it('are counted in the head, and mark nothing before G', async () => {
    await count().waitFor()
    expect(await counted()).toBeGreaterThan(15)
    expect(await highlights()).toEqual([])
    expect(await items('actor')).toEqual([])
  })

  it('show one by one with G, beside their words and with their rule', async () => {
    await page.locator('[role="document"]').focus()
    await page.keyboard.press('g')
    await shown().getByText('By the rule: quotation before “summed up”').waitFor()
    expect(await shown().getByRole('textbox', { name: 'Statement' }).inputValue()).toBe('So far, no compromise version of a peace settlement has been found')
    expect(await shown().getByRole('combobox', { name: 'Said by' }).inputValue()).toBe('Yuri Ushakov')
    expect(await highlights()).toEqual(['reader-selection'])
    expect(await covers()).toBe(false)
    await page.keyboard.press('g')
    await eventually(() => shown().getByRole('combobox', { name: 'Actor', exact: true }).inputValue()).toBe('Yuri Ushakov')
    await page.keyboard.press('Shift+G')
    await shown().getByRole('textbox', { name: 'Statement' }).waitFor()
  })

  it('have no fault that axe knows, in both themes', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
  })

  it('are accepted with Enter: tagged with their fields in one step, and gone from the list', async () => {
    const before = await counted()
    await page.keyboard.press('Enter')
    await eventually(() => items('claim')).toMatchObject([{ statement: 'So far, no compromise version of a peace settlement has been found', detail: 'Yuri Ushakov' }])
    await eventually(counted).toBe(before - 1)
    // The walk went on to the next one, which is the speaker: it is the actor just made, so that no second one comes of it.
    await eventually(() => shown().getByRole('combobox', { name: 'Actor', exact: true }).inputValue()).toBe('Yuri Ushakov')
    await page.keyboard.press('Enter')
    await eventually(() => items('actor')).toMatchObject([{ statement: 'Yuri Ushakov', passages: 1 }])
  })

  it('are rejected with X and come back only by undo', async () => {
    await walkTo('Suggested actor', 'Europeans')
    const before = await counted()
    await page.keyboard.press('x')
    await eventually(counted).toBe(before - 1)
    await page.reload()
    await count().waitFor()
    expect(await counted()).toBe(before - 1)
    await page.locator('[role="document"]').focus()
    await page.keyboard.press('Control+z')
    await eventually(counted).toBe(before)
  })

  it('are corrected by typing before they are accepted', async () => {
    await walkTo('Suggested recommendation', 'needs to strengthen')
    expect(await shown().getByRole('combobox', { name: 'Addressee' }).inputValue()).toBe('United States')
    await page.keyboard.type('Press Russia before proposing again')
    await page.keyboard.press('Enter')
    await eventually(() => items('recommendation')).toMatchObject([{ statement: 'Press Russia before proposing again', detail: 'United States' }])
    const [made] = await items('recommendation')
    const { recommendation, passages } = await call<Item>(page, 'items.get', { item: made?.id })
    expect(recommendation?.instrument).toBe('sanctions')
    expect(passages[0]?.passage.quote).toMatch(/^it needs to strengthen/)
    await page.keyboard.press('Control+z')
    await eventually(() => items('recommendation')).toEqual([])
  })

  it('are left with Escape, and by any other move', async () => {
    await page.keyboard.press('g')
    await shown().waitFor()
    await page.keyboard.press('Escape')
    await shown().waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await shown().waitFor()
    await page.keyboard.press('ArrowDown')
    await shown().waitFor({ state: 'detached' })
    expect(window.problems).toEqual([])
  })
})
