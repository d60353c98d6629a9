// Board: 10,000 claims scrolled, filtered, sorted and grouped.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { createCore } from '../../src/core/core.ts'
import { claimStatuses } from '../../src/shared/items.ts'
import { randomFrom } from '../campaigns/random.ts'
import { aMeasuredShell, aProbedWindow } from './a-measured-shell.ts'
import { reading, type Bench, type Figure } from './figure.ts'
import { eventToPaint, percentile, scrolledFrames } from './frames.ts'
import { aSentence } from './generated-text.ts'
import { theLongSource, type LongSource } from './long-source.ts'
import { windowOnArticle } from './open.ts'
import { servePlainly } from './plain-server.ts'

const claimCount = 10_000

/** Gives the workspace so many claims, with speakers and of every status. */
function fillBoard(long: LongSource, seed: number): void {
  const core = createCore({ path: long.workspace, resources: join(import.meta.dirname, '../../resources'), filesFolder: join(long.folder, 'files') })
  try {
    const random = randomFrom(seed)
    const speakers = core.api.items.list({ kind: 'actor' }).map(({ id }) => id)
    for (let count = core.api.items.list({ kind: 'claim' }).length; count < claimCount; count += 1) {
      const claim = { speaker: random.oneOf(speakers), status: random.oneOf(claimStatuses), credibility: random.whole(1, 6) }
      core.api.items.create({ kind: 'claim', statement: aSentence(random), changes: { claim } })
    }
  } finally {
    core.close()
  }
}

/** How many claims the board says there are. */
const countShown = (page: Page): Promise<string> => page.locator('.board-count').innerText()

/** The first row and how many there are: what changes when the board was answered. */
const firstRow = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('[aria-label="Claims on the board"] [role="row"]')?.textContent ?? '')
const isAnother = (before: string): boolean => {
  const row = document.querySelector('[aria-label="Claims on the board"] [role="row"]')
  return row !== null && !row.querySelector('.board-waiting') && row.textContent !== before
}

async function filterByWord(page: Page): Promise<number> {
  const field = page.getByRole('searchbox', { name: 'Filter by words' })
  await field.focus()
  const before = await countShown(page)
  const taken = await eventToPaint(page, 'keydown', (was: string) => document.querySelector('.board-count')?.textContent !== was, before, () => page.keyboard.press('z'))
  await page.waitForTimeout(300)
  await page.keyboard.press('Backspace')
  await page.waitForTimeout(600)
  return taken
}

async function sortBySpeaker(page: Page): Promise<number> {
  const before = await firstRow(page)
  const taken = await eventToPaint(page, 'click', isAnother, before, () => page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Speaker' }).click())
  await page.waitForTimeout(600)
  return taken
}

async function groupByNext(page: Page): Promise<number> {
  const before = await firstRow(page)
  const taken = await eventToPaint(page, 'keydown', isAnother, before, () => page.keyboard.press('Alt+g'))
  await page.waitForTimeout(600)
  return taken
}

async function measure({ browser, runs, seed, say }: Bench) {
  const figure = 'board'
  const long = await theLongSource(seed)
  say('board: making 10,000 claims')
  fillBoard(long, seed)
  const plain = await servePlainly(long.text)
  const measured = await aMeasuredShell(browser, long)
  const { context, page } = await windowOnArticle(measured, long.article)
  const floorPage = await aProbedWindow(browser)
  await floorPage.page.goto(`${plain.origin}/key`)
  await page.bringToFront()
  await page.locator('[role="document"]').focus()
  await page.keyboard.press('Control+Alt+b')
  await page.getByRole('grid', { name: 'Claims on the board' }).getByRole('row').first().waitFor()
  await page.waitForTimeout(1500)
  const taken = { scroll: [] as number[], filter: [] as number[], sort: [] as number[], group: [] as number[], key: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    say(`board: run ${run}`)
    const scroll = percentile(await scrolledFrames(page, '[aria-label="Claims on the board"]'), 95)
    const filter = await filterByWord(page)
    const sort = await sortBySpeaker(page)
    await page.getByRole('group', { name: 'Sort by' }).getByRole('button', { name: 'Speaker' }).focus()
    const group = await groupByNext(page)
    // Back to no groups, so that every run is alike.
    for (let again = 0; again < 4; again += 1) await groupByNext(page)
    await floorPage.page.bringToFront()
    await floorPage.page.evaluate(() => CSS.highlights.clear())
    const key = await eventToPaint(floorPage.page, 'keydown', () => CSS.highlights.size > 0, null, () => floorPage.page.keyboard.press('c'))
    await page.bringToFront()
    if (run === 0) continue
    for (const [name, value] of Object.entries({ scroll, filter, sort, group, key })) taken[name as keyof typeof taken].push(value)
  }
  await context.close()
  await floorPage.context.close()
  await measured.stop()
  await plain.close()
  return [
    reading({ figure, what: 'frame to frame in scrolling, 95 of 100', unit: 'ms' }, taken.scroll),
    reading({ figure, what: 'key to filtered', unit: 'ms' }, taken.filter, taken.key),
    reading({ figure, what: 'click to sorted', unit: 'ms' }, taken.sort, taken.key),
    reading({ figure, what: 'key to grouped', unit: 'ms' }, taken.group, taken.key),
  ]
}

export const board: Figure = {
  method:
    'A workspace with 10,000 claims, its board open. Scroll: by script, 90 pixels a frame for 240 frames. Filtered: from a letter typed into the ' +
    'words until the new count is painted; sorted and grouped: from the click or key until another first row is painted whole. Floor: a page whose ' +
    'key handler sets one highlight over one word.',
  measure,
}
