// A memo so long that what is out of sight is not laid out: typed in, walked through and saved by keys.
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { nodesOf } from '../../src/shared/memo-document.ts'
import type { DocumentNode, Memo } from '../../src/shared/memos.ts'
import { pagesOf, textOf } from '../core/exports/poppler.ts'
import { openDesk, showDesk, type Desk } from './a-desk.ts'
import { aSharedWindow } from './a-shared-window.ts'
import { call, type Window } from './a-window.ts'
import { anInputMethod } from './input-method.ts'

let window: Window
let page: Page
let memo = ''
let desk: Desk
let folder = ''

/** A word that stands once in the middle, and one at the end. */
const [middle, end] = ['Xyzzy', 'Plugh']

const sentence = (at: number) => `Paragraph ${at} says that the talks went on for hours and that nobody gave way on territory, on money or on guarantees. `

function aLongDocument(): DocumentNode {
  const texts = Array.from({ length: 400 }, (_, at) => sentence(at).repeat(3).trim())
  texts[200] = `${middle} ${texts[200]}`
  texts[399] = `${end} ${texts[399]}`
  const content = texts.flatMap((text, at): DocumentNode[] => {
    const block: DocumentNode = { type: 'paragraph', content: [{ type: 'text', text }] }
    return at % 9 === 4 ? [{ type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: `Part ${at}` }] }, block] : [block]
  })
  return { type: 'doc', content }
}

aSharedWindow(async (opened) => {
  ({ page, window } = opened)
  ;({ folder } = opened.place)
  desk = await openDesk(page)
  memo = (await call<Memo>(page, 'memos.create', { head: { title: 'A long memo' } })).id
  await call(page, 'memos.save', { memo, revision: 0, document: JSON.stringify(aLongDocument()) })
  await showDesk(page, { memo })
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
    return { height: Math.round(box.height), spare: box.bottom - needed.bottom, free: (next?.top ?? Infinity) - needed.bottom }
  })
const storedWords = async () => (await call<Memo>(page, 'memos.get', { memo })).document

it('the browser looks at few elements of the text, lays out those in sight, and is told how high the others may be', async () => {
  await goTo(middle)
  const found = await body().evaluate((element) => {
    const blocks = [...element.querySelectorAll('.memo-stretch > *')]
    const isShown = (block: Element) => block.checkVisibility({ contentVisibilityAuto: true })
    const inSight = blocks.filter((block) => {
      const { top, bottom } = block.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
    const far = [...element.children].filter((stretch) => stretch.firstElementChild && !isShown(stretch.firstElementChild))
    const heights = far.map((stretch) => stretch.getBoundingClientRect().height)
    return { elements: element.children.length, blocks: blocks.length, seen: inSight.every(isShown), far: far.length, lowest: Math.min(...heights) }
  })
  expect(found.elements).toBeLessThan(found.blocks / 5)
  expect(found.seen).toBe(true)
  expect(found.far).toBeGreaterThan(found.elements / 2)
  expect(found.lowest).toBeGreaterThan(300)
})

it('blocks stand as far apart across the edge of a stretch as within it', async () => {
  const edges = await body().evaluate(async (element) => {
    const found: { gap: number; margin: number }[] = []
    for (const stretch of [...element.children].slice(1)) {
      stretch.scrollIntoView()
      // Two frames: the first finds what came in sight, the second shows it.
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
      const [first, last] = [stretch.firstElementChild, stretch.previousElementSibling?.lastElementChild]
      if (!first || !last) continue
      const margin = Math.max(parseFloat(getComputedStyle(first).marginTop), parseFloat(getComputedStyle(last).marginBottom))
      found.push({ gap: first.getBoundingClientRect().top - last.getBoundingClientRect().bottom, margin })
    }
    return found
  })
  expect(edges.length).toBeGreaterThan(10)
  expect(edges.filter(({ gap, margin }) => Math.abs(gap - margin) > 0.5)).toEqual([])
})

it('a paragraph grows and shrinks with the lines one types, and never over the next one', async () => {
  await goTo(middle)
  const before = await standing(middle)
  await page.keyboard.type(' a')
  // Each stretch is longer than a line of the column.
  for (let stretch = 0; stretch < 2; stretch += 1) {
    await page.keyboard.type(' and so it went on and on until the very last of the delegates had left the room')
    const { spare, free } = await standing(middle)
    expect(spare).toBeGreaterThanOrEqual(0)
    expect(free).toBeGreaterThanOrEqual(0)
  }
  const grown = await standing(middle)
  expect(grown.height).toBeGreaterThanOrEqual(before.height + 26)
  for (let times = 0; times < 2 * 80 + 2; times += 1) await page.keyboard.press('Backspace')
  expect((await standing(middle)).height).toBe(before.height)
})

it('a new paragraph and a list stay in their stretch, and nothing of it is stored', async () => {
  const elements = () => body().evaluate((element) => element.children.length)
  await goTo(middle)
  const [count, before] = [await elements(), await storedWords()]
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- In a list')
  expect(await elements()).toBe(count)
  expect(await body().locator('li').filter({ hasText: 'In a list' }).locator('.memo-stretch').count()).toBe(0)
  await expect.poll(storedWords).toContain('In a list')
  expect(await storedWords()).not.toContain('stretch')
  for (let times = 0; times < 8 && (await body().getByText('In a list').count()) > 0; times += 1) await page.keyboard.press('Control+z')
  await page.keyboard.press('Control+z')
  await expect.poll(storedWords).toBe(before)
})

it('words that are composed come in whole, also in place of words from two paragraphs', async () => {
  const devtools = await page.context().newCDPSession(page)
  const compose = async (steps: string[], word: string) => {
    for (const text of steps) await devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await devtools.send('Input.insertText', { text: word })
  }
  await goTo(middle)
  await compose(['に', 'にほ', 'にほん'], '日本')
  await page.keyboard.type(' and on')
  await expect.poll(storedWords).toContain(`${middle}日本 and on`)
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('A line')
  await page.keyboard.press('Shift+ArrowUp')
  await compose(['と', 'とう'], '東')
  await page.keyboard.type('!')
  await expect.poll(storedWords).toContain('東!')
  expect(await storedWords()).not.toContain('A line')
  expect(await storedWords()).not.toContain('stretch')
  await devtools.detach()
})

it('the page follows a caret that was scrolled out of sight, and stays where it is while the caret can be seen', async () => {
  const box = page.locator('.memo-scroll')
  const caret = () =>
    box.evaluate((element) => {
      const [view, line] = [element.getBoundingClientRect(), getSelection()?.getRangeAt(0).getClientRects()[0]]
      const middle = line ? (line.top + line.bottom) / 2 : 0
      return { seen: middle > view.top && middle < view.bottom, scroll: element.scrollTop }
    })
  await goTo(middle)
  await page.keyboard.press('Enter')
  const { seen, scroll } = await caret()
  await page.keyboard.type('abc')
  expect([seen, await caret()]).toEqual([true, { seen: true, scroll }])
  for (const far of [1500, -1500]) {
    await box.evaluate((element, by) => void (element.scrollTop += by), far)
    await expect.poll(async () => (await caret()).seen).toBe(false)
    await page.keyboard.press('Enter')
    expect((await caret()).seen).toBe(true)
  }
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

it('words of an input method stand over several lines, in one undo, and over no other paragraph', async () => {
  await goTo(middle)
  // A letter before: the paragraph is kept steady when the composition begins.
  await page.keyboard.type(' a ')
  await expect.poll(storedWords).toContain(`${middle} a `)
  const before = await paragraph(middle).innerText()
  const method = await anInputMethod(page)
  const long = '交渉は何時間も続いたが、誰も領土についても資金についても保証についても譲らなかった。'.repeat(3)
  for (let length = 10; length <= long.length; length += 20) {
    await method.compose(long.slice(0, length))
    expect((await standing(middle)).free).toBeGreaterThanOrEqual(0)
  }
  await method.choose(long)
  expect(await method.told()).toEqual(['compositionstart', 'compositionend'])
  await expect.poll(async () => (await paragraph(middle).innerText()).includes(` a ${long}`)).toBe(true)
  const { spare, free } = await standing(middle)
  expect(spare).toBeGreaterThanOrEqual(0)
  expect(free).toBeGreaterThanOrEqual(0)
  await expect.poll(storedWords).toContain(long)
  await page.keyboard.press('Control+z')
  await expect.poll(() => paragraph(middle).innerText()).toBe(before)
})

it('Ctrl+A takes the whole text, also where it was never laid out', async () => {
  await body().focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('All gone.')
  await expect.poll(async () => JSON.parse(await storedWords()).content.length).toBe(1)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => JSON.parse(await storedWords()).content.length).toBeGreaterThan(399)
})

it('is printed with every word and every citation, also where it was never laid out', async () => {
  const citation = [...nodesOf(JSON.parse((await call<Memo>(page, 'memos.get', { memo: desk.memo })).document) as DocumentNode)].find(({ type }) => type === 'citation')
  if (!citation) throw new Error('the desk’s memo cites nothing')
  const id = (at: number) => `01900000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`
  const content = Array.from({ length: 300 }, (_, at): DocumentNode => ({
    type: 'paragraph',
    content: [{ type: 'text', text: `Begin${at} ${sentence(at)}End${at}` }, { ...citation, attrs: { ...citation.attrs, id: id(at + 1) } }],
  }))
  const printed = await call<Memo>(page, 'memos.create', { head: { title: 'To be printed' } })
  await call(page, 'memos.save', { memo: printed.id, revision: 0, document: JSON.stringify({ type: 'doc', content }) })
  await showDesk(page, { memo: printed.id })
  await page.locator('.memo-sheet.is-long').waitFor()
  await expect.poll(() => body().locator('.cite').last().textContent()).toBe('300')
  await body().getByText('Begin0 ').click()
  const path = join(folder, 'long.pdf')
  await page.pdf({ path, format: 'A4' })
  const text = textOf(path)
  // The citation's number stands behind the paragraph's last word.
  const missing = content.flatMap((_, at) => [`Begin${at} Paragraph ${at} says that the talks`, `End${at} ?${at + 1}(?!\\d)`]).filter((each) => !new RegExp(each).test(text))
  expect(missing).toEqual([])
  // As many pages as the words fill, and no more: nothing is printed with a height that was only guessed.
  expect(pagesOf(path)).toBeGreaterThan(8)
  expect(pagesOf(path)).toBeLessThan(40)
})

it('complained of nothing', () => expect(window.problems).toEqual([]))
