// A PDF with page numbers: shown beside the text, on what is tagged, and as the place that a citation names.
import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { aCite } from '../../src/shared/memos.ts'
import type { TagResult } from '../../src/shared/items.ts'
import type { SourceSummary, SourceText } from '../../src/shared/sources.ts'
import { aPdf, printed } from '../core/import/packed-files.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { axeOn } from './axe.ts'
import { dropFiles } from './drop-files.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
})

afterAll(async () => {
  expect(window.problems).toEqual([])
})

const sentence = 'Grain leaves the port again under a deal that few of those who signed it believe will last the winter.'
const texts = [`${sentence} The first page ends here.`, `Coal comes second. ${sentence}`, `Steel is the last of them. ${sentence}`]
const region = (name: string) => page.getByRole('region', { name })

it('page numbers as printed stand in the margin, on the card, in the status bar and in the citation', async () => {
  const pages = texts.map((text, at) => [...printed(text, { x: 72, top: 760, perLine: 60 }), { text: `${at + 31}`, x: 300, y: 25, size: 9 }])
  await dropFiles(page, { 'port.pdf': aPdf({ pages, info: { Title: 'Port report' } }) })
  await region('Reader').getByText('Coal comes second').waitFor()
  await expect.poll(() => page.locator('.reader-page-number').allInnerTexts()).toEqual(['31', '32', '33'])
  await expect.poll(() => page.locator('.status-position').innerText()).toContain('p. 31 · ¶ 1 of 3')

  const source = (await call<SourceSummary[]>(page, 'sources.list')).find(({ title }) => title === 'Port report')?.id ?? ''
  const { text, version } = await call<SourceText>(page, 'sources.text', { source })
  const start = text.indexOf('Coal comes second')
  const { passage } = await call<TagResult>(page, 'items.tag', { source, version, spans: [{ start, end: start + 17 }], kind: 'claim' })
  await page.locator('.reader-bracket').first().click()
  await region('Inspector').getByText('Port report, p. 32').waitFor()

  const memo = await call<{ id: string; revision: number }>(page, 'memos.create', { head: { title: 'Coal' } })
  const citation = { type: 'citation', attrs: { id: '01900000-0000-7000-8000-000000000001', cites: [aCite(passage, version, 'Coal comes second')] } }
  const content = [{ type: 'paragraph', content: [{ type: 'text', text: 'Coal is second.' }, citation] }]
  await call(page, 'memos.save', { memo: memo.id, revision: memo.revision, document: JSON.stringify({ type: 'doc', content }) })
  await page.getByRole('tab', { name: /^Memos/ }).click()
  await page.getByRole('grid', { name: 'Memos' }).getByRole('row').filter({ hasText: 'Coal' }).click()
  const chip = page.getByRole('button', { name: /Citation 1:/ }).or(page.locator('.cite')).first()
  await chip.hover()
  const card = page.getByRole('dialog', { name: 'Citation 1' })
  await card.getByText('p. 32').waitFor()
  await card.getByRole('button', { name: 'Edit citation' }).click()
  await expect.poll(() => card.getByLabel('Locator').locator('option:checked').innerText()).toBe('Its page')
  const { violations } = await axeOn(page).analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
})
