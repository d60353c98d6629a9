// The living memo in the window: what changed beneath a sentence is listed, and decided by one key each.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/shared/items.ts'
import type { PassageDetail } from '../../src/shared/passages.ts'
import { openDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let desk: Desk
let passage: PassageDetail

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  desk = await openDesk(page)
  const { passages } = await call<Item>(page, 'items.get', { item: desk.claim })
  passage = await call<PassageDetail>(page, 'passages.get', { passage: passages[0]?.passage.id ?? '' })
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const chip = () => body().locator('.cite')
const rows = () => page.getByRole('grid', { name: 'Needs review' }).getByRole('row')
const count = () => page.getByRole('button', { name: /^\d+ to review$/ })
const grade = (reliability: string | null) => call(page, 'sources.update', { source: desk.source, reliability })

/** Moves the end of the cited passage by some code units. */
const rebound = (by: number) => {
  const [segment] = passage.segments
  if (!segment) throw new Error('the passage has no segment')
  return call(page, 'passages.setBounds', { passage: passage.id, spans: [{ start: segment.start, end: segment.end + by }] })
}

async function choose(): Promise<void> {
  await page.keyboard.press('Control+Alt+r')
  await page.keyboard.press('ArrowDown')
  await page.getByRole('region', { name: 'Before and after' }).waitFor()
}

describe('a sentence that rests on what changed', () => {
  it('is counted in the head, marked at its citation and listed with before and after', async () => {
    expect(await count().count()).toBe(0)
    await rebound(-6)
    await count().waitFor()
    expect(await chip().getAttribute('aria-label')).toContain('needs review')
    await choose()
    expect(await rows().count()).toBe(1)
    expect(await rows().innerText()).toContain('Five hours in the Kremlin produced no agreed text.')
    const detail = await page.getByRole('region', { name: 'Before and after' }).innerText()
    expect(detail).toContain(`“${passage.quote}”`)
    expect(detail).toContain(`“${passage.quote.slice(0, -6)}”`)
  })

  it('is accepted by A, so that the memo quotes the new words, and comes back with undo', async () => {
    await page.keyboard.press('a')
    await count().waitFor({ state: 'detached' })
    const quoted = () => chip().getAttribute('aria-label')
    await expect.poll(quoted).toContain(`“${passage.quote.slice(0, -6)}”`)
    await page.keyboard.press('Control+z')
    await count().waitFor()
    await expect.poll(quoted).toContain(`“${passage.quote}”`)
    await rebound(0)
    await count().waitFor({ state: 'detached' })
  })

  it('is kept as written by K with a reason, and waits again when something else changes', async () => {
    await grade('D')
    await count().waitFor()
    await choose()
    await page.keyboard.press('k')
    await page.getByRole('textbox', { name: 'Why the sentence is kept as written' }).waitFor()
    await page.keyboard.type('Seen by others, too')
    await page.keyboard.press('Enter')
    await rows().filter({ hasText: 'Kept as written: Seen by others, too' }).waitFor()
    await count().waitFor({ state: 'detached' })
    await grade('E')
    await count().waitFor()
    await rows().filter({ hasText: 'Reliability not judged → E' }).waitFor()
  })

  it('loses its citation by D, and has it back with undo', async () => {
    await choose()
    await page.keyboard.press('d')
    await chip().waitFor({ state: 'detached' })
    await count().waitFor({ state: 'detached' })
    await page.keyboard.press('Control+z')
    await chip().waitFor()
    await count().waitFor()
  })

  it('is gone to by Enter', async () => {
    await choose()
    await page.keyboard.press('Enter')
    await body().locator('.cite.ProseMirror-selectednode').waitFor()
  })

  it('has no fault that axe knows, in light and dark, wide and narrow', async () => {
    await choose()
    for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'dark']] as const) {
      await page.setViewportSize({ width, height: width === 1024 ? 700 : 900 })
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).include('.memo').analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
      expect(await page.locator('.review-list').evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-panel-${width}-${colorScheme}.png` })
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.emulateMedia({ colorScheme: 'light' })
  })
})

describe('a source', () => {
  const inspector = () => page.getByRole('region', { name: 'Inspector' })

  it('tells beforehand which sentences a retraction would bring to review', async () => {
    await grade(null)
    await count().waitFor({ state: 'detached' })
    await page.getByRole('tab', { name: 'Sources', exact: true }).click()
    await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: 'Why the U.S.' }).first().click()
    await inspector().getByRole('combobox', { name: 'What would change if' }).selectOption('it were retracted')
    await inspector().getByText('1 sentence would come to review.').waitFor()
    await inspector().getByRole('region', { name: 'What would change if …' }).getByText('Five hours in the Kremlin').waitFor()
    expect(await count().count()).toBe(0)
    if (process.env.SCREENSHOT) await page.screenshot({ path: `${process.env.SCREENSHOT}-foresee.png` })
  })

  it('is retracted with a date and a note; exactly those sentences are then to be reviewed', async () => {
    await inspector().getByRole('textbox', { name: 'Retracted', exact: true }).fill('2026-11-02')
    await page.keyboard.press('Enter')
    await count().waitFor()
    expect(await count().innerText()).toBe('1 to review')
    await inspector().getByRole('textbox', { name: 'Reason', exact: true }).fill('Withdrawn by the editors')
    await page.keyboard.press('Enter')
    await choose()
    await rows().filter({ hasText: 'Source retracted' }).waitFor()
    await page.getByRole('region', { name: 'Reader' }).getByRole('button', { name: /^Retracted/ }).waitFor()
    const { violations } = await axeOn(page).include('.inspector').analyze()
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    await page.keyboard.press('a')
    await count().waitFor({ state: 'detached' })
  })

  it('complained of nothing', () => expect(window.problems).toEqual([]))
})
