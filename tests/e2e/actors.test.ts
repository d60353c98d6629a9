// Actors with real keys: every mention found and tagged at once, and several actors made one.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Item } from '../../src/shared/items.ts'
import { aPlace, call, closeBrowser, openWindow, startShell, type Shell, type Window } from './a-window.ts'

const place = aPlace()
let shell: Shell
let window: Window
let page: Page
let putin: string

beforeAll(async () => {
  shell = await startShell(place)
  window = await openWindow(shell.url)
  page = window.page
  page.setDefaultTimeout(15_000)
  const made = await call<Item>(page, 'items.create', { kind: 'actor', statement: 'Vladimir Putin', changes: { actor: { actorKind: 'person', aliases: ['Putin'] } } })
  putin = made.id
})

afterAll(async () => {
  await window.close()
  await closeBrowser()
  await shell.stop()
  place.remove()
})

/** What becomes so in a while; a loaded machine may take long. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const actor = (name: string) => page.getByRole('grid', { name: 'Actors' }).getByRole('row', { name })
const dialog = (name: string) => page.getByRole('dialog', { name })
const mentions = () => dialog('Mentions of Vladimir Putin')
const counts = async () => ((await mentions().getByRole('status').innerText()).match(/\d+/g) ?? []).map(Number)
const passages = async (item: string) => (await call<Item>(page, 'items.get', { item })).passages.length

async function faults(): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`)))
  }
  return found
}

describe('all mentions of an actor', () => {
  it('are listed in their sentences, with the keyboard in the list', async () => {
    await page.getByRole('tab', { name: 'Actors', exact: true }).click()
    await actor('Vladimir Putin').click()
    await page.keyboard.press('Control+Alt+f')
    await mentions().getByRole('grid', { name: 'Mentions' }).waitFor()
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Mentions')
    const [all, chosen] = await counts()
    expect(all).toBeGreaterThan(5)
    expect(chosen).toBe(all)
    expect(await mentions().locator('mark').allInnerTexts()).toContain('Putin')
    expect(await faults()).toEqual([])
  })

  it('are let go with Space, left out with X and accepted one by one with Enter', async () => {
    const [all = 0] = await counts()
    await page.keyboard.press('Space')
    await eventually(counts).toEqual([all, all - 1])
    await page.keyboard.press('x')
    await eventually(counts).toEqual([all - 1, all - 1])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await eventually(counts).toEqual([all - 2, all - 2])
    expect(await passages(putin)).toBe(1)
  })

  it('are all accepted with Shift+Enter, as one step of undo', async () => {
    const [, chosen = 0] = await counts()
    await page.keyboard.press('Shift+Enter')
    await mentions().waitFor({ state: 'detached' })
    expect(await passages(putin)).toBe(chosen + 1)
    await page.keyboard.press('Control+z')
    await eventually(() => passages(putin)).toBe(1)
    await page.keyboard.press('Control+Shift+z')
    await eventually(() => passages(putin)).toBe(chosen + 1)
    expect(window.problems).toEqual([])
  })
})
