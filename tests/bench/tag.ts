// Tag: from the key C on a selected sentence until its highlight is painted.
import type { Page } from 'playwright-core'
import { aMeasuredShell, aProbedWindow } from './a-measured-shell.ts'
import { median, reading, type Bench, type Figure } from './figure.ts'
import { theLongSource } from './long-source.ts'
import { openLongSource, windowOnArticle } from './open.ts'
import { servePlainly } from './plain-server.ts'

interface KeyToPaint {
  ms: number
  frames: number
}

/** Waits for the next key and then for a highlight whose name begins so to have gained a range. */
async function keyToPaint(page: Page, key: string, highlight: string): Promise<KeyToPaint> {
  await page.evaluate((prefix) => {
    const { probe } = window
    const painted = () => {
      const ranges = new Set<string>()
      for (const [name, ranged] of CSS.highlights) {
        if (!name.startsWith(prefix)) continue
        for (const range of ranged) ranges.add(`${range.toString().slice(0, 60)} ${range.toString().length}`)
      }
      return ranges
    }
    const before = painted()
    probe.kept.tag = probe.next('keydown').then(async (began) => {
      const { at, frames } = await probe.painted(() => [...painted()].some((range) => !before.has(range)))
      return { at: at - began, frames }
    })
  }, highlight)
  await page.keyboard.press(key)
  return page.evaluate(async () => {
    const seen = await window.probe.kept.tag
    return { ms: seen?.at ?? 0, frames: seen?.frames ?? 0 }
  })
}

/** Presses J until it selects: a page that has just come may not hear the first one. */
export async function untilKeysWork(page: Page): Promise<void> {
  await page.locator('[role="document"]').focus()
  for (let tries = 0; tries < 50; tries += 1) {
    await page.keyboard.press('j')
    await page.waitForTimeout(100)
    if (await page.evaluate(() => CSS.highlights.has('reader-selection'))) return
  }
  throw new Error('J selects no sentence')
}

/** Tags one untagged sentence after another; the first is not counted. */
async function tagSentences(page: Page, runs: number): Promise<KeyToPaint[]> {
  await untilKeysWork(page)
  const taken: KeyToPaint[] = []
  for (let run = 0; run <= runs; run += 1) {
    // Two sentences, so that no passage there has the same bounds already.
    await page.keyboard.press('j')
    await page.keyboard.press('Shift+J')
    await page.waitForTimeout(400)
    taken.push(await keyToPaint(page, 'c', 'reader-claim'))
    await page.waitForTimeout(200)
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.keyboard.press('j')
  }
  return taken.slice(1)
}

async function highlightWord({ browser, runs }: Bench, origin: string): Promise<KeyToPaint[]> {
  const taken: KeyToPaint[] = []
  for (let run = 0; run <= runs; run += 1) {
    const { context, page } = await aProbedWindow(browser)
    await page.goto(`${origin}/key`)
    await page.waitForTimeout(100)
    taken.push(await keyToPaint(page, 'c', 'word'))
    await context.close()
  }
  return taken.slice(1)
}

async function measure(bench: Bench) {
  const long = await theLongSource(bench.seed)
  const plain = await servePlainly()
  const measured = await aMeasuredShell(bench.browser, long)
  bench.say('tag: a blank page')
  const blank = await highlightWord(bench, plain.origin)
  bench.say('tag: the article')
  const { context, page } = await windowOnArticle(measured, long.article)
  const inArticle = await tagSentences(page, bench.runs)
  bench.say('tag: the long source')
  await openLongSource(page)
  const inLong = await tagSentences(page, bench.runs)
  await context.close()
  await measured.stop()
  await plain.close()
  const figure = 'tag'
  const frames = (taken: KeyToPaint[]) => taken.map((each) => each.frames)
  const ms = (taken: KeyToPaint[]) => taken.map((each) => each.ms)
  bench.say(`tag: a frame of the blank page takes ${(median(ms(blank)) / Math.max(1, median(frames(blank)))).toFixed(1)} ms from its key`)
  return [
    reading({ figure, what: 'key to paint, article', unit: 'frames' }, frames(inArticle), frames(blank)),
    reading({ figure, what: 'key to paint, article', unit: 'ms' }, ms(inArticle), ms(blank)),
    reading({ figure, what: 'key to paint, 10,000 passages', unit: 'frames' }, frames(inLong), frames(blank)),
    reading({ figure, what: 'key to paint, 10,000 passages', unit: 'ms' }, ms(inLong), ms(blank)),
  ]
}

export const tag: Figure = {
  method:
    'Two sentences are selected by keys, then C is pressed (a trusted key). Frames: animation frames from the key event to the one painted ' +
    'with a new claim highlight, that one included; milliseconds from the key event’s time stamp until after that paint. ' +
    'Floor: a page whose key handler sets one highlight over one word.',
  measure,
}
