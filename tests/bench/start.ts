// Start: from the beginning of the page's loading until the article can be read and the keyboard works.
import { spawnSync } from 'node:child_process'
import type { Page } from 'playwright-core'
import { aPlace } from '../e2e/a-window.ts'
import { aMeasuredShell, aProbedWindow } from './a-measured-shell.ts'
import { inTurn, reading, type Bench, type Figure } from './figure.ts'
import { servePlainly } from './plain-server.ts'

/** Begins to watch as soon as there is a document; for `addInitScript`. */
export function watchStart(): void {
  const text = () => (document.querySelector('[role="document"]')?.childElementCount ?? 0) > 0
  const keys = () => {
    if (!text()) return false
    if (CSS.highlights.has('reader-selection')) return true
    const focused = document.activeElement ?? document.body
    focused.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', code: 'KeyJ', bubbles: true, cancelable: true }))
    return false
  }
  window.probe.kept.text = window.probe.painted(text)
  window.probe.kept.keys = window.probe.painted(keys)
}

function watchBlank(): void {
  window.probe.kept.text = window.probe.painted(() => document.querySelector('p') !== null)
}

/** When what is kept under a name was painted, in milliseconds on the page's clock. */
export const seenOn = (page: Page, name: string) => page.evaluate(async (kept) => (await window.probe.kept[kept])?.at ?? 0, name)

async function measure({ browser, runs, say }: Bench) {
  const place = aPlace()
  const plain = await servePlainly()
  say('start: the shell')
  const processes = await inTurn(Math.min(runs, 5), {
    node: async () => {
      const began = performance.now()
      spawnSync(process.execPath, ['-e', ''])
      return { ms: performance.now() - began }
    },
    shell: async () => {
      const began = performance.now()
      const measured = await import('../e2e/a-window.ts').then(({ startShell }) => startShell(place))
      const ms = performance.now() - began
      await measured.stop()
      return { ms }
    },
  })
  const measured = await aMeasuredShell(browser, place)
  const memory = measured.memory()
  say('start: the page')
  const { ours, blank } = await inTurn(runs, {
    blank: async () => {
      const { context, page } = await aProbedWindow(browser)
      await context.addInitScript(watchBlank)
      await page.goto(plain.origin)
      const text = await seenOn(page, 'text')
      await context.close()
      return { text }
    },
    ours: async () => {
      const { context, page } = await measured.window()
      await context.addInitScript(watchStart)
      await page.goto(measured.origin)
      const marks = { text: await seenOn(page, 'text'), keys: await seenOn(page, 'keys') }
      await context.close()
      return marks
    },
  })
  await measured.stop()
  await plain.close()
  place.remove()
  const figure = 'start'
  return [
    reading({ figure, what: 'page to interactive', unit: 'ms' }, ours.keys, blank.text),
    reading({ figure, what: 'page to text', unit: 'ms' }, ours.text, blank.text),
    reading({ figure, what: 'process to link ÷ empty Node', unit: 'ms' }, processes.shell.ms, processes.node.ms),
    reading({ figure, what: 'memory of the shell after start', unit: 'MB' }, [memory]),
  ]
}

export const start: Figure = {
  method:
    'Each run opens a window with empty caches on a running shell with the bundled article. Text: the first frame painted with the ' +
    'article’s blocks. Interactive: the frame painted after a J (sent by script each frame) has selected a sentence. ' +
    'Floor: a page of one paragraph from a Node server of a few lines. Clock: the page’s own, from the start of its navigation.',
  measure,
}
