// Tagging with real keys: statements with their fields, evidence for what is there, segments, bounds, comments, many at once.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item, ItemSummary } from '../../src/shared/items.ts'
import { aPlace, call, closeBrowser, openWindow, startShell, type Shell, type Window } from './a-window.ts'
import { layDesk } from './a-desk.ts'
import { findWords } from './keyboard.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page

beforeAll(async () => {
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(15_000)
  await layDesk(page)
})

afterAll(async () => {
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
})

/** What becomes so in a while; a loaded machine may take long. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const form = (name: string) => page.getByRole('dialog', { name, exact: true })
const claims = () => call<ItemSummary[]>(page, 'items.list', { kind: 'claim' })
const claimed = async (statement: string): Promise<Item> => {
  const found = (await claims()).find((item) => item.statement.includes(statement))
  if (!found) throw new Error(`no claim says “${statement}”`)
  return call<Item>(page, 'items.get', { item: found.id })
}

/** Presses keys one by one and answers how many. */
async function press(keys: string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key)
  return keys.length
}

describe('a statement', () => {
  it('of a known speaker takes at most four keys after the selection, and one undo', async () => {
    await findWords(page, 'unproductive summit')
    await page.keyboard.press('s')
    const before = (await claims()).length
    expect(await press(['c', 'u', 's', 'Enter'])).toBeLessThanOrEqual(4)
    await form('Claim').waitFor({ state: 'detached' })
    await eventually(async () => (await claims()).map((item) => item.detail).filter((name) => name === 'Yuri Ushakov').length).toBe(2)
    await page.keyboard.press('Control+z')
    await eventually(async () => (await claims()).length).toBe(before)
  })

  it('takes stance, likelihood, confidence and credibility by keys', async () => {
    await findWords(page, 'unproductive summit')
    await page.keyboard.press('c')
    await form('Claim').waitFor()
    await press(['Alt+s', 'o', 'Alt+l', 'v', 'Alt+f', 'm', 'Alt+c', '3'])
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([])
    await page.keyboard.press('Enter')
    await eventually(async () => (await claimed('unproductive summit')).claim).toMatchObject({ stance: 'opposes', likelihood: 'very unlikely', confidence: 'moderate', credibility: 3 })
  })

  it('met again becomes evidence for the claim that is there', async () => {
    const before = await claims()
    await findWords(page, 'no compromise version of a peace settlement has been found')
    await page.keyboard.press('c')
    await page.getByRole('button', { name: /^Evidence for No compromise on a peace settlement/ }).waitFor()
    await press(['Alt+e', 'Alt+r'])
    await press(['Enter'])
    await form('Claim').waitFor({ state: 'detached' })
    await eventually(async () => (await claimed('No compromise on a peace')).passages.map(({ role }) => role)).toEqual(['states', 'supports'])
    expect((await claims()).length).toBe(before.length)
  })
})
