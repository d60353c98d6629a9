// The code tree with real keys and the mouse: nested, moved, merged, split, found, put on by keys, read as a codebook.
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { Code } from '../../src/shared/codes.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  for (const name of ['Alpha', 'Beta', 'Gamma']) await call(page, 'codes.create', { name })
})

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })
const codes = () => call<Code[]>(page, 'codes.list')
const paths = async () => (await codes()).map(({ path }) => path)
const uses = async () => Object.fromEntries((await codes()).map(({ name, uses: count }) => [name, count]))
const tree = () => page.getByRole('treegrid', { name: 'Codes' })
const row = (name: string) => tree().getByRole('row', { name: new RegExp(`^${name}`) })
const inspector = () => page.getByRole('region', { name: 'Inspector' })
const picker = () => page.getByRole('dialog', { name: 'Code', exact: true })
const undo = () => page.keyboard.press('Control+z')

/** Selects the next sentence of the text and presses a key on it. */
async function onNextSentence(key: string): Promise<void> {
  await page.locator('[role="document"]').focus()
  await page.keyboard.press('j')
  await page.keyboard.press(key)
}

describe('the code tree', () => {
  it('is moved, nested and opened by keys, each step undone', async () => {
    await page.getByRole('tab', { name: 'Codes' }).click()
    await row('Beta').click()
    await page.keyboard.press('Alt+ArrowUp')
    await eventually(paths).toEqual(['Beta', 'Alpha', 'Gamma'])
    await page.keyboard.press('Alt+ArrowDown')
    await eventually(paths).toEqual(['Alpha', 'Beta', 'Gamma'])
    await page.keyboard.press('Alt+ArrowRight')
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Gamma'])
    await eventually(() => row('Beta').getAttribute('aria-level')).toBe('2')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await row('Beta').waitFor({ state: 'detached' })
    expect(await row('Alpha').getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowRight')
    await row('Beta').waitFor()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Alt+ArrowLeft')
    await eventually(paths).toEqual(['Alpha', 'Beta', 'Gamma'])
    await undo()
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Gamma'])
  })

  it('takes a new code below the one in hand, named at once', async () => {
    await row('Gamma').click()
    await page.keyboard.press('Alt+Enter')
    await page.getByRole('textbox', { name: 'Name of the code' }).fill('Delta')
    await page.keyboard.press('Enter')
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Gamma', 'Gamma / Delta'])
  })

  it('is renamed, coloured and described in the Inspector, by keys', async () => {
    await row('Delta').click()
    await inspector().locator('.colours').getByRole('radio', { checked: true }).focus()
    const colour = async () => (await codes()).find(({ path }) => path.startsWith('Gamma /'))?.colour
    const before = await colour()
    await page.keyboard.press('ArrowRight')
    await eventually(colour).not.toBe(before)
    await undo()
    await eventually(colour).toBe(before)
    const name = inspector().getByRole('textbox', { name: 'Name', exact: true })
    await name.fill('Estuary')
    await name.press('Enter')
    await row('Estuary').waitFor()
    await inspector().getByRole('textbox', { name: 'What this code means' }).fill('Where a river meets the sea')
    await page.keyboard.press('Tab')
    await eventually(async () => (await codes()).find(({ name: one }) => one === 'Estuary')?.description).toBe('Where a river meets the sea')
    await tree().focus()
    await undo()
    await undo()
    await row('Delta').waitFor()
  })

  it('is moved by drag', async () => {
    await row('Delta').dragTo(row('Alpha'), { targetPosition: { x: 80, y: 2 } })
    await eventually(paths).toEqual(['Delta', 'Alpha', 'Alpha / Beta', 'Gamma'])
    await undo()
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Gamma', 'Gamma / Delta'])
  })
})

describe('putting codes on', () => {
  it('finds by any part of a path and makes a path that is not there', async () => {
    await onNextSentence('t')
    await picker().getByRole('combobox').fill('elt gam')
    await eventually(() => picker().getByRole('option').first().innerText()).toContain('Gamma / Delta')
    await page.keyboard.press('Enter')
    await eventually(uses).toMatchObject({ Delta: 1 })
    await onNextSentence('t')
    await picker().getByRole('combobox').fill('Gamma / Epsilon')
    await page.keyboard.press('Enter')
    await eventually(uses).toMatchObject({ Epsilon: 1 })
  })

  it('goes by a key of the analyst’s own, which `?` shows and which no command may have', async () => {
    await row('Delta').click()
    const key = inspector().getByRole('textbox', { name: 'Key' })
    await key.press('c')
    await page.getByRole('alert').getByText('taken by “Tag as claim”').waitFor()
    await key.press('Alt+Shift+y')
    await eventually(async () => (await codes()).find(({ name }) => name === 'Delta')?.shortcut).toBe('Alt+Shift+Y')
    await row('Delta').locator('kbd').waitFor()
    await onNextSentence('Alt+Shift+Y')
    await eventually(uses).toMatchObject({ Delta: 2 })
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Tag with “Gamma / Delta”').waitFor()
    await page.keyboard.press('Escape')
  })
})

describe('merging and splitting', () => {
  it('moves chosen passages to another code, undone in one', async () => {
    await row('Delta').click()
    await inspector().getByRole('checkbox', { name: /^Choose “/ }).first().check()
    await page.keyboard.press('Alt+m')
    await page.getByRole('combobox', { name: 'Move 1 passage to' }).fill('bet')
    await page.getByRole('option', { name: 'Alpha / Beta' }).waitFor()
    await page.keyboard.press('Enter')
    await eventually(uses).toMatchObject({ Delta: 1, Beta: 1 })
    await page.locator('[role="document"]').focus()
    await undo()
    await eventually(uses).toMatchObject({ Delta: 2, Beta: 0 })
  })

  it('merges one code into another, undone in one', async () => {
    await row('Gamma').click()
    await inspector().getByRole('combobox', { name: 'Merge into' }).fill('alp')
    await page.getByRole('option', { name: 'Alpha', exact: false }).first().waitFor()
    await page.keyboard.press('Enter')
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Alpha / Delta', 'Alpha / Epsilon'])
    await page.locator('[role="document"]').focus()
    await undo()
    await eventually(paths).toEqual(['Alpha', 'Alpha / Beta', 'Gamma', 'Gamma / Delta', 'Gamma / Epsilon'])
  })
})

describe('the codebook', () => {
  it('shows meanings, counts and passages, is written to Markdown, and has no fault that axe knows', async () => {
    await row('Gamma').click()
    await inspector().getByRole('textbox', { name: 'What this code means' }).fill('Whatever comes third.')
    await page.getByRole('button', { name: 'Show the codebook' }).click()
    const book = page.getByRole('region', { name: 'Codebook' })
    await book.getByText('Whatever comes third.').waitFor()
    await book.getByText('0 passages, 3 with the codes below').waitFor()
    expect(await book.getByRole('blockquote').count()).toBe(3)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      const { violations } = await axeOn(page).analyze()
      expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))).toEqual([])
    }
    const downloading = page.waitForEvent('download')
    await book.getByRole('button', { name: 'Export as Markdown' }).click()
    const written = await readFile(await (await downloading).path(), 'utf8')
    expect(written).toContain('## Gamma\n\n*0 passages, 3 with the codes below*\n\nWhatever comes third.')
    expect(window.problems).toEqual([])
  })
})
