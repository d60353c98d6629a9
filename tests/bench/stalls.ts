// Stalls: whether page and shell wait while suggestions are read in a long source, against the same window with nothing to do.
import type { Page } from 'playwright-core'
import { aPlace, call } from '../e2e/a-window.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { reading, type Bench, type Figure } from './figure.ts'
import { percentile } from './frames.ts'
import { aLongReport } from './suggestions.ts'

/** How long a window with nothing to do is watched at most, in milliseconds. */
const longestIdle = 8000

/** What was seen in a stretch of time; all in milliseconds. */
interface Stretch {
  took: number
  /** The longest time between two frames, and the 99th of a hundred. */
  frame: number
  frame99: number
  /** The longest task of the page's own thread; 0 when none took 50 or longer. */
  task: number
}

/** Watches frames and long tasks of a page until suggestions are counted in it, or for so long. */
function watch(page: Page, during: number | 'suggestions'): Promise<Stretch> {
  return page.evaluate(async (until) => {
    const gaps: number[] = []
    let task = 0
    const tasks = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) task = Math.max(task, duration)
    })
    tasks.observe({ type: 'longtask' })
    const began = performance.now()
    let last = 0
    await new Promise<void>((resolve) => {
      const next = (now: number) => {
        if (last > 0) gaps.push(now - last)
        last = now
        const done = until === 'suggestions' ? document.querySelector('.reader-suggestions') !== null : performance.now() - began > until
        if (done || performance.now() - began > 60_000) resolve()
        else requestAnimationFrame(next)
      }
      requestAnimationFrame(next)
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    tasks.disconnect()
    const ordered = gaps.toSorted((a, b) => a - b)
    return { took: performance.now() - began, frame: ordered.at(-1) ?? 0, frame99: ordered[Math.floor(ordered.length * 0.99)] ?? 0, task }
  }, during)
}

/** Asks the shell for its smallest file again and again; answers how long each took, until `stop`. */
function watchShell(origin: string): { stop(): Promise<number[]> } {
  const taken: number[] = []
  const over = new AbortController()
  const asking = (async () => {
    while (!over.signal.aborted) {
      const began = performance.now()
      await fetch(`${origin}/nothing-here`).then((answer) => answer.arrayBuffer())
      taken.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 4))
    }
    return taken
  })()
  return {
    stop: () => {
      over.abort()
      return asking
    },
  }
}

async function measure({ browser, runs, say }: Bench) {
  const figure = 'stalls'
  const { text } = aLongReport()
  const place = aPlace()
  const measured = await aMeasuredShell(browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('button', { name: /suggestions/ }).waitFor()
  const busy: (Stretch & { shell: number })[] = []
  const idle: typeof busy = []
  const watched = async (during: number | 'suggestions') => {
    const shell = watchShell(measured.origin)
    const seen = await watch(page, during)
    return { ...seen, shell: percentile(await shell.stop(), 99) }
  }
  for (let run = 0; run <= runs; run += 1) {
    say(`stalls: run ${run}`)
    const title = `Run ${run}`
    await call(page, 'sources.importText', { text: `${title}.\n\n${text}`, format: 'plain', title })
    await page.getByRole('row', { name: title }).click()
    await page.getByRole('document', { name: title }).waitFor()
    // The page asks for suggestions once it has stood for 700 milliseconds; its own opening is another figure.
    await page.waitForTimeout(600)
    const during = await watched('suggestions')
    await page.waitForTimeout(1500)
    const after = await watched(Math.min(during.took, longestIdle))
    if (run === 0) continue
    busy.push(during)
    idle.push(after)
  }
  await context.close()
  await measured.stop()
  place.remove()
  const of = (name: keyof (typeof busy)[number]) => [busy.map((each) => each[name]), idle.map((each) => each[name])] as const
  return [
    reading({ figure, what: 'suggestions asked for to counted', unit: 'ms' }, of('took')[0]),
    reading({ figure, what: 'longest time between two frames', unit: 'ms' }, ...of('frame')),
    reading({ figure, what: 'time between two frames, 99 of 100', unit: 'ms' }, ...of('frame99')),
    reading({ figure, what: 'longest task of 50 ms or more', unit: 'ms' }, ...of('task')),
    reading({ figure, what: 'answer of the shell, 99 of 100', unit: 'ms' }, ...of('shell')),
  ]
}

export const stalls: Figure = {
  method:
    'A source of about 100,000 words that was never read before is opened; from 600 ms after its text shows until its suggestions are counted in its ' +
    'head, frames and long tasks of the page are watched, and the shell is asked for an address that it does not have, again and again. Floor: the ' +
    'same window for as long, but at most 8 seconds, with nothing to do. A frame every 16.7 ms is the least there can be.',
  measure,
}
