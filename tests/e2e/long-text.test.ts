// A text that is laid out in stretches: words far down are found, tagged and marked where they stand, after every scroll.
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { aSharedWindow } from './a-shared-window.ts'
import { call } from './a-window.ts'
import { findWords } from './keyboard.ts'

let page: Page

const paragraphs = Array.from({ length: 240 }, (_, at) => {
  const sentence = `Minister ${at} spoke of the harbour at length, and of the grain that was stored there since the autumn.`
  return at % 12 === 0 ? `## Part ${at}` : at % 12 === 5 ? `> ${sentence}` : Array.from({ length: (at % 5) + 1 }, () => sentence).join(' ')
})

aSharedWindow(async (opened) => {
  page = opened.page
  await call(page, 'sources.importText', { text: paragraphs.join('\n\n'), format: 'markdown', title: 'A long report' })
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: /A long report/ }).click()
  await page.getByRole('heading', { name: 'A long report' }).waitFor()
  await page.getByRole('document', { name: 'A long report' }).focus()
})

/** The words painted as a claim, whether they are in sight, and how far the bracket is from their first line, in pixels. */
const marked = () =>
  page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('reader-claim-0') ?? [])] as Range[]
    const bracket = document.querySelector('.reader-bracket[data-paint="claim"]:not([hidden])')
    const scroller = document.querySelector('.reader-scroller')
    if (!range || !bracket || !scroller) return null
    const first = range.getClientRects()[0] as DOMRect
    const sight = scroller.getBoundingClientRect()
    return { words: range.toString().slice(0, 12), inSight: first.top >= sight.top && first.bottom <= sight.bottom, off: Math.round(Math.abs(bracket.getBoundingClientRect().top - first.top)) }
  })

const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 15_000 })

it('marks what is tagged far down beside its words, also after leaps to other places and back', async () => {
  expect(await page.locator('.stretch').count()).toBeGreaterThan(20)
  await findWords(page, 'Minister 199 spoke')
  await page.keyboard.press('s')
  await page.keyboard.press('c')
  await page.getByRole('dialog', { name: 'Claim' }).waitFor()
  await page.keyboard.press('Escape')
  const there = { words: 'Minister 199', inSight: true, off: 0 }
  await eventually(marked).toEqual(there)
  const place = await page.locator('.reader-scroller').evaluate((scroller) => scroller.scrollTop)
  for (const away of [0, 1, 0.4]) {
    await page.locator('.reader-scroller').evaluate((scroller, part) => (scroller.scrollTop = part * scroller.scrollHeight), away)
    await eventually(async () => (await marked())?.inSight ?? false).toBe(false)
    await page.locator('.reader-scroller').evaluate((scroller, top) => (scroller.scrollTop = top), place)
    await findWords(page, 'Minister 199 spoke')
    await eventually(marked).toEqual(there)
  }
})
