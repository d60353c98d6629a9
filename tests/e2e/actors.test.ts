// Actors with real keys: every mention found and tagged at once, and several actors made one.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Item } from '../../src/shared/items.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page
let putin: string

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  const made = await call<Item>(page, 'items.create', { kind: 'actor', statement: 'Vladimir Putin', changes: { actor: { actorKind: 'person', aliases: ['Putin'] } } })
  putin = made.id
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
    const { violations } = await axeOn(page).analyze()
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

describe('several actors that are one', () => {
  it('are chosen in the list and merged by keys, with one undo', async () => {
    await call(page, 'items.create', { kind: 'actor', statement: 'V. Putin' })
    await actor('V. Putin').click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.getByRole('group', { name: 'Chosen actors' }).getByText('2 chosen').waitFor()
    await page.keyboard.press('Control+Alt+m')
    await dialog('Merge actors').getByRole('radio', { name: 'Vladimir Putin' }).waitFor()
    await page.getByRole('button', { name: 'Merge into Vladimir Putin' }).waitFor()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Enter')
    await dialog('Merge actors').waitFor({ state: 'detached' })
    await eventually(async () => (await call<Item>(page, 'items.get', { item: putin })).actor?.aliases).toEqual(['Putin', 'V. Putin'])
    await eventually(() => actor('V. Putin').count()).toBe(0)
  })

  it('are split again: an alias becomes an actor of its own', async () => {
    await actor('Vladimir Putin').click()
    await page.keyboard.press('Control+Alt+s')
    const split = dialog('Split Vladimir Putin')
    await split.getByRole('grid', { name: 'What to move out' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Space')
    await split.getByRole('button', { name: 'Move to V. Putin' }).waitFor()
    expect(await faults()).toEqual([])
    await page.keyboard.press('Shift+Enter')
    await split.waitFor({ state: 'detached' })
    await actor('V. Putin').waitFor()
    await page.keyboard.press('Control+z')
    await eventually(() => actor('V. Putin').count()).toBe(0)
  })
})

describe('a dossier', () => {
  it('opens from the list with Enter and leads with keys to the passages', async () => {
    const { passages: held } = await call<Item>(page, 'items.get', { item: putin })
    const spoken = await call<Item>(page, 'items.create', { kind: 'claim', statement: 'Putin wants more', changes: { claim: { speaker: putin, stance: 'supports' } } })
    await call(page, 'items.tag', { passage: held[0]?.passage.id, item: spoken.id })
    await actor('Vladimir Putin').click()
    await page.keyboard.press('Enter')
    const article = page.getByRole('article', { name: 'Vladimir Putin' })
    await article.getByRole('heading', { name: 'Says 1' }).waitFor()
    await page.getByRole('tab', { name: 'Vladimir Putin' }).waitFor()
    expect(await article.getByRole('button', { name: /^Putin wants more/ }).innerText()).toContain('supports')
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).toBe('ARTICLE')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('tab', { name: 'Why the U.S.', selected: true }).waitFor()
    expect(window.problems).toEqual([])
  })

  it('takes memberships from the Inspector', async () => {
    await actor('Vladimir Putin').click()
    const field = page.getByRole('combobox', { name: 'Member of' })
    await field.fill('Russia')
    await page.getByRole('option', { name: 'New actor “Russia”' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove membership of Russia' }).waitFor()
    await page.keyboard.press('Control+Alt+d')
    await page.getByRole('article', { name: 'Vladimir Putin' }).getByText('Member of Russia').waitFor()
    expect(window.problems).toEqual([])
  })
})
