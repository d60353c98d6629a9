// Preview: from a key in the memo until the page with its letter is painted beside it, for a short and a long memo.
import type { Page } from 'playwright-core'
import { randomFrom } from '../campaigns/random.ts'
import { aPlace, call } from '../e2e/a-window.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { reading, type Bench, type Figure, type Reading } from './figure.ts'
import { extentOf, layMemo } from './pdf.ts'

const lengths = [10, 60, 150]

/** Types a letter where the caret is; milliseconds from the key's time stamp until the first page is painted anew. */
async function shown(page: Page): Promise<number> {
  // The page listens before the key is pressed: what it would miss would be counted from its own beginning.
  await page.evaluate(() => {
    const taken = new Promise<number>((resolve) => {
      let began = Number.NaN
      addEventListener('keydown', ({ timeStamp }) => (began = timeStamp), { once: true, capture: true })
      const pages = document.querySelector('.preview-pages')
      const watch = new MutationObserver(() => {
        const image = pages?.querySelector('img')
        if (!image || Number.isNaN(began)) return
        watch.disconnect()
        void image.decode().then(() => requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began))))
      })
      if (pages) watch.observe(pages, { subtree: true, childList: true, attributes: true, attributeFilter: ['src'] })
    })
    Object.assign(window, { taken })
  })
  await page.keyboard.press('x')
  return page.evaluate(() => (window as unknown as { taken: Promise<number> }).taken)
}

async function measureOne({ browser, runs, seed, say }: Bench, pages: number): Promise<Reading[]> {
  const place = aPlace()
  say(`preview: making a memo of ${pages} pages`)
  const { memo } = await layMemo(place, extentOf(pages), randomFrom(seed))
  const measured = await aMeasuredShell(browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('region', { name: 'Reader' }).waitFor()
  const exports = { [memo]: { format: 'pdf', options: { annex: false } } }
  await call(page, 'workspace.saveDesk', { desk: { readers: [], activeReader: null, memos: [memo], activeMemo: memo, exports, welcomed: true } })
  await page.goto(measured.origin)
  const body = page.getByRole('textbox', { name: 'Memo body' })
  await body.locator('p').first().click()
  await page.keyboard.press('Control+Alt+p')
  const region = page.getByRole('region', { name: 'Preview of the pages' })
  await region.getByRole('img').first().waitFor({ timeout: 120_000 })
  const total = Number(/of (\d+)/.exec((await region.getByRole('status').textContent()) ?? '')?.[1])
  await body.focus()
  say(`preview: ${total} pages`)
  const taken: number[] = []
  for (let run = 0; run <= runs; run += 1) {
    const one = await shown(page)
    if (run > 0) taken.push(one)
    await page.waitForTimeout(1500)
  }
  await context.close()
  await measured.stop()
  place.remove()
  return [reading({ figure: 'preview', what: `key to page painted, ${total} pages`, unit: 'ms' }, taken)]
}

export const preview: Figure = {
  method:
    'Memos of about 10, 60 and 150 pages without annex, with a note for about every tenth line; the first page is in sight beside it. ' +
    'A letter is typed at its beginning by a trusted key; from the key’s time stamp until after the paint of the page that has it.',
  async measure(bench) {
    const readings: Reading[] = []
    for (const pages of lengths) readings.push(...(await measureOne(bench, pages)))
    return readings
  },
}
