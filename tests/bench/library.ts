// The Library: whether a start takes longer with very many sources, and how fast they are ordered, narrowed and walked.
import type { Page } from 'playwright-core'
import { startShell } from '../e2e/a-window.ts'
import { aMeasuredShell, type MeasuredShell } from './a-measured-shell.ts'
import { inTurn, reading, type Bench, type Figure } from './figure.ts'
import { manySources, type ManySources } from './many-sources.ts'
import { seenOn, watchStart } from './start.ts'

const few = 100
const usual = 100_000

/** Milliseconds from the page's navigation to text and to a key that is obeyed. */
async function startOf(measured: MeasuredShell): Promise<Record<'text' | 'keys', number>> {
  const { context, page } = await measured.window()
  await context.addInitScript(watchStart)
  await page.goto(measured.origin)
  const marks = { text: await seenOn(page, 'text'), keys: await seenOn(page, 'keys') }
  await context.close()
  return marks
}

async function processOf(place: ManySources): Promise<{ ms: number }> {
  const began = performance.now()
  const shell = await startShell(place)
  const ms = performance.now() - began
  await shell.stop()
  return { ms }
}

/** Milliseconds of a call as the page itself would ask, to the parsed answer. */
const callTime = (page: Page, name: string, args: unknown): Promise<number> =>
  page.evaluate(
    async ([call, given]) => {
      const began = performance.now()
      const answer = await fetch(`/api/${call as string}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(given) })
      await answer.json()
      return performance.now() - began
    },
    [name, args] as const,
  )

/** From the press of a key in the list to the frame in which the row it leads to has its words. */
async function walk(page: Page, key: 'Home' | 'End' | 'PageDown'): Promise<number> {
  await page.evaluate(() => {
    const { probe } = window
    const before = document.querySelector('.grid-row-active')?.getAttribute('data-index')
    probe.kept.walked = probe.next('keydown').then(async (began) => {
      const { at, frames } = await probe.painted(() => {
        const row = document.querySelector('.library-list .grid-list:last-of-type .grid-row-active, .library-list .grid-row-active')
        return row?.getAttribute('data-index') !== before && (row?.querySelector('.row-title')?.textContent ?? '') !== ''
      })
      return { at: at - began, frames }
    })
  })
  await page.keyboard.press(key)
  return seenOn(page, 'walked')
}

async function measure(bench: Bench) {
  const sources = bench.sources ?? usual
  bench.say(`library: writing ${few} and ${sources} sources`)
  const [small, large] = [manySources(few, bench.seed), manySources(sources, bench.seed)]
  const readings = await measureOn(bench, sources, small, large)
  small.remove()
  large.remove()
  return readings
}

/** Compares two workspaces of `few` and of so many sources. */
export async function measureOn({ browser, runs, say }: Bench, sources: number, small: ManySources, large: ManySources) {
  say('library: the process')
  const processes = await inTurn(Math.min(runs, 5), { few: () => processOf(small), many: () => processOf(large) })
  const [fewShell, manyShell] = [await aMeasuredShell(browser, small), await aMeasuredShell(browser, large)]
  say('library: the page')
  const starts = await inTurn(runs, { few: () => startOf(fewShell), many: () => startOf(manyShell) })
  say('library: orders and keys')
  const { context, page } = await manyShell.window()
  await page.goto(manyShell.origin)
  await page.locator('.source-card').first().waitFor()
  const order = (filter: object, by: string) => async () => ({ ms: await callTime(page, 'library.order', { filter, sort: { by, descending: true } }) })
  const orders = await inTurn(runs, {
    added: order({}, 'added'),
    title: order({}, 'title'),
    words: order({ text: 'treaty lind' }, 'added'),
    publisher: order({ container: 'Tarva Tribune' }, 'date'),
  })
  await page.getByRole('grid', { name: 'Sources' }).focus()
  await page.keyboard.press('Home')
  const keys = await inTurn(runs, {
    down: async () => ({ ms: await walk(page, 'PageDown') }),
    end: async () => ({ ms: await walk(page, 'End') }),
    home: async () => ({ ms: await walk(page, 'Home') }),
  })
  await context.close()
  const memory = manyShell.memory()
  await fewShell.stop()
  await manyShell.stop()
  const figure = 'library'
  return [
    reading({ figure, what: `process to link, ${sources} ÷ ${few}`, unit: 'ms' }, processes.many.ms, processes.few.ms),
    reading({ figure, what: `page to interactive, ${sources} ÷ ${few}`, unit: 'ms' }, starts.many.keys, starts.few.keys),
    reading({ figure, what: `page to text, ${sources} ÷ ${few}`, unit: 'ms' }, starts.many.text, starts.few.text),
    reading({ figure, what: 'order, newest first', unit: 'ms' }, orders.added.ms),
    reading({ figure, what: 'order by title', unit: 'ms' }, orders.title.ms),
    reading({ figure, what: 'order of two words', unit: 'ms' }, orders.words.ms),
    reading({ figure, what: 'order of a publisher, by date', unit: 'ms' }, orders.publisher.ms),
    reading({ figure, what: 'a page down to its row', unit: 'ms' }, keys.down.ms),
    reading({ figure, what: 'the last row by End', unit: 'ms' }, keys.end.ms),
    reading({ figure, what: 'memory of the shell', unit: 'MB' }, [memory]),
  ]
}

export const library: Figure = {
  method:
    `${usual} generated sources of one paragraph (another number with --sources), written through the stores, against ${few} of them in the same run; the bundled article is open in both. ` +
    'Interactive and text as in the figure start. Orders are timed in the page from fetch to parsed answer; keys from the event to the painted frame in which the row has its title.',
  measure,
}
