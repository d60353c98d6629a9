// A fast typist on a slow machine: what is typed at once after a key goes into the field that the key opens, and nowhere else.
import { expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Memo, MemoSummary } from '../../src/shared/memos.ts'
import { layDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'

let window: Window
let page: Page

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await layDesk(page)
  await page.keyboard.press('Control+Alt+n')
  await page.keyboard.type('Fast')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Some words stand here.')
  const session = await window.context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 6 })
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const inHand = () =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement | null
    return [field?.labels?.[0]?.textContent || field?.getAttribute('aria-label'), field?.value]
  })

/** Where the keyboard is before the key: in the memo, on its last word, or on a tagged sentence of the text. */
const places = {
  memo: async () => {
    await body().focus()
    await page.keyboard.press('Control+End')
  },
  word: async () => {
    await body().focus()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Control+Shift+ArrowLeft')
  },
  text: async () => {
    await page.getByRole('region', { name: 'Reader' }).getByRole('tab').first().click()
    await page.locator('[role="document"]').focus()
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('j')
  },
}

it.each([
  ['memo', 'Control+k', 'putin', 'Search everything'],
  ['memo', 'Control+Alt+t', '777', 'Target in words'],
  ['memo', 'Control+f', 'words', 'Find in this memo'],
  ['memo', 'Control+h', 'words', 'Find in this memo'],
  ['word', 'Control+Alt+k', 'example.org', 'Address'],
  ['word', 'Control+Alt+m', 'What is that?', 'Comment'],
  ['memo', 'Control+Alt+Shift+v', 'My name', 'Name'],
  ['text', 'f', 'Kremlin', 'Find in this source'],
  ['text', 't', 'newcode', 'Find or name a code'],
  ['text', 'c', 'Somebody', 'Said by'],
  ['text', 'o', 'A remark', 'Remark'],
  ['text', 'l', 'Yuri', 'Link to'],
  ['memo', 'Control+Alt+l', 'My own note', 'Text of the footnote'],
] as const)('from the %s: %s, then “%s”', async (place, key, typed, field) => {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await places[place]()
  await page.keyboard.press(key)
  await page.keyboard.type(typed)
  await expect.poll(inHand).toEqual([field, typed])
  await page.keyboard.press('Escape')
})

it('left nothing in the memo but the footnote, which Escape keeps', async () => {
  const fast = (await call<MemoSummary[]>(page, 'memos.list')).find(({ title }) => title === 'Fast')
  const stored = async () => JSON.parse((await call<Memo>(page, 'memos.get', { memo: fast?.id })).document).content
  await expect.poll(stored).toMatchObject([{ type: 'paragraph', content: [{ type: 'text', text: 'Some words stand here.' }, { type: 'footnote', attrs: { text: 'My own note' } }] }])
  expect(window.problems).toEqual([])
})
