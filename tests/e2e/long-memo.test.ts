// A memo so long that what is out of sight is not laid out: typed in, walked through and saved by keys.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import type { DocumentNode, Memo } from '../../src/shared/memos.ts'
import { openDesk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'

let window: Window
let page: Page
let memo = ''

/** A word that stands once in the middle, and one at the end. */
const [middle, end] = ['Xyzzy', 'Plugh']

const sentence = (at: number) => `Paragraph ${at} says that the talks went on for hours and that nobody gave way on territory, on money or on guarantees. `

function aLongDocument(): DocumentNode {
  const texts = Array.from({ length: 400 }, (_, at) => sentence(at).repeat(3).trim())
  texts[200] = `${middle} ${texts[200]}`
  texts[399] = `${end} ${texts[399]}`
  return { type: 'doc', content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) }
}

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  await openDesk(page)
  memo = (await call<Memo>(page, 'memos.create', { head: { title: 'A long memo' } })).id
  await call(page, 'memos.save', { memo, revision: 0, document: JSON.stringify(aLongDocument()) })
  await call(page, 'workspace.saveDesk', { desk: { readers: [], activeReader: null, memos: [memo], activeMemo: memo, welcomed: true } })
  await page.goto(new URL(page.url()).origin)
  await page.locator('.memo-sheet.is-long').waitFor()
})

const body = () => page.getByRole('textbox', { name: 'Memo body' })
const paragraph = (words: string) => body().locator('p').filter({ hasText: words })
const goTo = async (word: string) => {
  await body().focus()
  await page.keyboard.press('Control+f')
  await page.keyboard.type(word)
  await page.getByText('1 of 1').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowRight')
}
/** How a paragraph stands: its box, what its words need, and where the next one begins. In CSS pixels. */
const standing = (words: string) =>
  paragraph(words).evaluate((element) => {
    const range = document.createRange()
    range.selectNodeContents(element)
    const [box, needed, next] = [element.getBoundingClientRect(), range.getBoundingClientRect(), element.nextElementSibling?.getBoundingClientRect()]
    return { height: Math.round(box.height), spare: box.bottom - needed.bottom, free: (next?.top ?? Infinity) - needed.bottom, given: (element as HTMLElement).style.height }
  })
const storedWords = async () => (await call<Memo>(page, 'memos.get', { memo })).document

it('a paragraph grows and shrinks with the lines one types, and never over the next one', async () => {
  await goTo(middle)
  const before = await standing(middle)
  expect(before.given).toBe('')
  await page.keyboard.type(' a')
  expect((await standing(middle)).given).not.toBe('')
  // Each stretch is longer than a line of the column.
  for (let stretch = 0; stretch < 2; stretch += 1) {
    await page.keyboard.type(' and so it went on and on until the very last of the delegates had left the room')
    const { spare, free } = await standing(middle)
    expect(spare).toBeGreaterThanOrEqual(0)
    expect(free).toBeGreaterThanOrEqual(0)
  }
  const grown = await standing(middle)
  expect(grown.height).toBeGreaterThanOrEqual(before.height + 26)
  await expect.poll(async () => (await standing(middle)).given).toBe('')
  expect((await standing(middle)).height).toBe(grown.height)
  for (let times = 0; times < 2 * 80 + 2; times += 1) await page.keyboard.press('Backspace')
  expect((await standing(middle)).height).toBeLessThan(grown.height)
  await expect.poll(async () => (await standing(middle)).given).toBe('')
  expect((await standing(middle)).height).toBe(before.height)
})

it('a letter in a long text lays out its own paragraph alone', async () => {
  await goTo(middle)
  await page.keyboard.type('x')
  const devtools = await page.context().newCDPSession(page)
  const roots = async (keys: string) => {
    const found: { depth: number }[] = []
    const done = new Promise<void>((resolve) => devtools.once('Tracing.tracingComplete', () => resolve()))
    devtools.on('Tracing.dataCollected', ({ value }) => {
      for (const event of value as { name?: string; args?: { endData?: { layoutRoots?: { depth: number }[] } } }[]) {
        if (event.name === 'Layout') found.push(...(event.args?.endData?.layoutRoots ?? []))
      }
    })
    await devtools.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline'] } })
    await page.keyboard.type(keys)
    await devtools.send('Tracing.end')
    await done
    return found
  }
  const found = await roots('yz')
  await devtools.detach()
  const depth = await paragraph(middle).evaluate((element) => {
    let count = 1
    for (let above = element.parentElement; above; above = above.parentElement) count += 1
    return count
  })
  // The document itself is above the outermost element.
  expect(found.some((root) => root.depth === depth + 1)).toBe(true)
  expect(found.some((root) => root.depth > 6 && root.depth < depth + 1)).toBe(false)
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
})

it('Enter, arrows and the end of the text work beyond what is laid out, and a letter there is stored', async () => {
  await goTo(middle)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Split here: ')
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' The end.')
  await expect.poll(() => body().locator('p').last().evaluate((element) => element.getBoundingClientRect().bottom < innerHeight)).toBe(true)
  await expect.poll(storedWords).toContain('guarantees. The end."')
  await page.keyboard.press('Control+Home')
  for (let line = 0; line < 40; line += 1) await page.keyboard.press('ArrowDown')
  await page.keyboard.type('Down here ')
  await expect.poll(storedWords).toContain('Down here ')
  const words = await body().evaluate((element) => getSelection()?.anchorNode?.textContent?.includes('Down here ') && element.contains(getSelection()?.anchorNode ?? null))
  expect(words).toBe(true)
})

it('Ctrl+A takes the whole text, also where it was never laid out', async () => {
  await body().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('All gone.')
  await expect.poll(async () => JSON.parse(await storedWords()).content.length).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => JSON.parse(await storedWords()).content.length).toBeGreaterThan(399)
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
