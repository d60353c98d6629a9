// Open: a source of 100,000 words with 10,000 passages against the same words as plain paragraphs.
import type { Page } from 'playwright-core'
import { aMeasuredShell, aProbedWindow, type MeasuredShell } from './a-measured-shell.ts'
import { inTurn, reading, type Bench, type Figure } from './figure.ts'
import { longTitle, theLongSource } from './long-source.ts'
import { servePlainly } from './plain-server.ts'

/** Opens a window on the article, so that the long source is opened from within. */
export async function windowOnArticle(measured: MeasuredShell, article: string) {
  const { context, page } = await measured.window()
  const desk = { readers: [{ source: article, offset: 0 }], activeReader: article, memos: [], activeMemo: null }
  // Before a page is there that would save its own.
  const headers = { 'content-type': 'application/json', origin: measured.origin }
  const answer = await context.request.post(`${measured.origin}/api/workspace.saveDesk`, { data: { desk }, headers })
  if (!answer.ok()) throw new Error(`the desk could not be laid: ${await answer.text()}`)
  await page.goto(measured.origin)
  await page.locator('[role="document"]').waitFor()
  return { context, page }
}

/** Clicks the long source in the Library; answers milliseconds from the click to each painted frame. */
export async function openLongSource(page: Page): Promise<Record<'text' | 'highlights' | 'keys', number>> {
  await page.evaluate((title) => {
    const { probe } = window
    const text = () =>
      document.querySelector('.reader-head h1')?.textContent === title &&
      (document.querySelector('[role="document"]')?.childElementCount ?? 0) > 100
    const passages = /^reader-(claim|actor|recommendation|note)/
    const highlights = () => text() && [...CSS.highlights].some(([name, { size }]) => passages.test(name) && size > 0)
    const keys = () => {
      if (!highlights()) return false
      if (CSS.highlights.has('reader-selection')) return true
      const target = document.querySelector('[role="document"]')
      target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }))
      return false
    }
    const clicked = probe.next('click')
    for (const [name, condition] of Object.entries({ text, highlights, keys })) {
      probe.kept[name] = clicked.then(async (began) => {
        const { at, frames } = await probe.painted(condition)
        return { at: at - began, frames }
      })
    }
  }, longTitle)
  await page.getByRole('grid', { name: 'Sources' }).getByRole('row', { name: longTitle }).click()
  return page.evaluate(async () => {
    const at = async (name: string) => (await window.probe.kept[name])?.at ?? 0
    return { text: await at('text'), highlights: await at('highlights'), keys: await at('keys') }
  })
}

export async function openPlainly(page: Page): Promise<{ text: number }> {
  await page.evaluate(() => {
    const { probe } = window
    probe.kept.text = probe.next('click').then(async (began) => {
      const { at, frames } = await probe.painted(() => (document.querySelector('main')?.childElementCount ?? 0) > 100)
      return { at: at - began, frames }
    })
  })
  await page.getByRole('button').click()
  return page.evaluate(async () => ({ text: (await window.probe.kept.text)?.at ?? 0 }))
}

async function measure({ browser, runs, seed, say }: Bench) {
  say('open: making the long source')
  const long = await theLongSource(seed)
  const plain = await servePlainly(long.text)
  const measured = await aMeasuredShell(browser, long)
  const before = measured.memory()
  say('open: opening it')
  const { ours, paragraphs } = await inTurn(runs, {
    paragraphs: async () => {
      const { context, page } = await aProbedWindow(browser)
      await page.goto(`${plain.origin}/plain`)
      const marks = await openPlainly(page)
      await context.close()
      return marks
    },
    ours: async () => {
      const { context, page } = await windowOnArticle(measured, long.article)
      const marks = await openLongSource(page)
      await context.close()
      return marks
    },
  })
  const after = measured.memory()
  await measured.stop()
  await plain.close()
  const figure = 'open'
  return [
    reading({ figure, what: 'click to text', unit: 'ms' }, ours.text, paragraphs.text),
    reading({ figure, what: 'click to highlights', unit: 'ms' }, ours.highlights, paragraphs.text),
    reading({ figure, what: 'click to keys answered', unit: 'ms' }, ours.keys, paragraphs.text),
    reading({ figure, what: 'memory of the shell before', unit: 'MB' }, [before]),
    reading({ figure, what: 'memory of the shell after', unit: 'MB' }, [after]),
  ]
}

export const open: Figure = {
  method:
    'Each run opens a window with empty caches on the bundled article and clicks the long source in the Library. Text: the frame painted ' +
    'with its title and blocks; highlights: with passages painted; keys: after a J has selected a sentence. Floor: a page that on a click ' +
    'fetches the same text and appends a paragraph a line, in a serif of the same size and measure, all of it laid out. ' +
    'Clock: from the click event. Memory: once the shell has served all runs.',
  measure,
}
