// Figures of the suggestions: how far they agree with careful readers, how long they take, and whether the page waits.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { propose } from '../../src/core/suggestions/propose.ts'
import { sentencesOf } from '../../src/shared/sentences.ts'
import type { Block } from '../../src/shared/sources.ts'
import { proposalKinds } from '../../src/shared/suggestions.ts'
import { goldNames, precision, recall, score, sumOf, type Scored } from '../core/suggestions/gold.ts'
import { aPlace, call } from '../e2e/a-window.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { reading, type Bench, type Figure, type Reading } from './figure.ts'

const figure = 'suggestions'
const fixtures = join(import.meta.dirname, '../fixtures/suggestions')

/** About 100,000 words with as many names and quotations as news has: our own articles again and again. */
export function aLongReport(): { text: string; blocks: Block[] } {
  const paragraphs = goldNames()
    .filter((name) => name !== 'bundled-article')
    .flatMap((name) => (JSON.parse(readFileSync(join(fixtures, `${name}.json`), 'utf8')) as { text: string }).text.split(/\n+/u))
    .filter((paragraph) => paragraph !== '')
  const blocks: Block[] = []
  let text = ''
  for (let at = 0; text.length < 620_000; at += 1) {
    const paragraph = paragraphs[at % paragraphs.length] ?? ''
    const start = text === '' ? 0 : text.length + 1
    text = text === '' ? paragraph : `${text}\n${paragraph}`
    blocks.push({ kind: 'paragraph', start, end: start + paragraph.length })
  }
  return { text, blocks }
}

function agreement(what: string, scored: readonly Scored[]): Reading[] {
  return proposalKinds.flatMap((kind) => {
    const sum = sumOf(scored.map(({ scores }) => scores[kind]))
    return [
      reading({ figure, what: `${kind}: precision, ${what}`, unit: '%' }, [100 * precision(sum)]),
      reading({ figure, what: `${kind}: recall, ${what}`, unit: '%' }, [100 * recall(sum)]),
    ]
  })
}

function timed(work: () => unknown): number {
  const began = performance.now()
  work()
  return performance.now() - began
}

/** The longest time that the page's own thread did not come back: while suggestions were answered, or for so long with nothing to do. */
const longestWait = (page: Page, during: { source: string | undefined } | { ms: number }): Promise<{ longest: number; took: number }> =>
  page.evaluate(
    async (during_) => {
      let [longest, last, over] = [0, performance.now(), false]
      const began = last
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => {
        const now = performance.now()
        longest = Math.max(longest, now - last)
        last = now
        if (!over) setTimeout(() => channel.port2.postMessage(null))
      })
      channel.port1.start()
      channel.port2.postMessage(null)
      if ('ms' in during_) await new Promise((resolve) => setTimeout(resolve, during_.ms))
      else await (await fetch('/api/suggestions.list', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(during_) })).json()
      over = true
      return { longest, took: performance.now() - began }
    },
    during,
  )

async function waits({ browser, runs }: Bench, text: string): Promise<{ busy: number[]; idle: number[] }> {
  const place = aPlace()
  const measured = await aMeasuredShell(browser, place)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('button', { name: /suggestions/ }).waitFor()
  const taken = { busy: [] as number[], idle: [] as number[] }
  for (let run = 0; run <= runs; run += 1) {
    // A text that was read before is answered from memory, so that every run has one of its own.
    const report = await call<{ outcomes: { source: string }[] }>(page, 'sources.importText', { text: `Run ${run}.\n\n${text}`, format: 'plain', title: `Run ${run}` })
    await page.waitForTimeout(1500)
    const busy = await longestWait(page, { source: report.outcomes[0]?.source })
    const idle = await longestWait(page, { ms: busy.took })
    if (run === 0) continue
    taken.busy.push(busy.longest)
    taken.idle.push(idle.longest)
  }
  await context.close()
  await measured.stop()
  place.remove()
  return taken
}

async function measure(bench: Bench): Promise<Reading[]> {
  bench.say('suggestions: agreement')
  const scored = goldNames().map(score)
  for (const { name, rejected, missed } of scored) bench.say(`${name}: not wanted ${rejected.length}, missed ${missed.length} ${JSON.stringify([...rejected, ...missed])}`)
  const { text, blocks } = aLongReport()
  bench.say('suggestions: reading 100,000 words')
  const runs = Array.from({ length: bench.runs + 1 }, () => [timed(() => propose({ text, blocks, language: 'en' })), timed(() => sentencesOf(text, blocks, 'en'))] as const).slice(1)
  bench.say('suggestions: the page meanwhile')
  const { busy, idle } = await waits(bench, text)
  return [
    ...agreement('the bundled article', scored.filter(({ name }) => name === 'bundled-article')),
    ...agreement('all articles', scored),
    ...agreement('held out', scored.filter(({ heldOut }) => heldOut)),
    reading({ figure, what: '100,000 words read', unit: 'ms' }, runs.map(([ours]) => ours), runs.map(([, floor]) => floor)),
    reading({ figure, what: 'longest wait of the page meanwhile', unit: 'ms' }, busy, idle),
  ]
}

export const suggestions: Figure = {
  method:
    'Agreement with what a careful reader tags in the bundled article and five of our own (two held out while the rules were made): an actor by ' +
    'name or alias, a claim by more than half of its words and its speaker, a recommendation by its words. Reading: all rules over 100,000 words; ' +
    'floor: cutting the same text into sentences. Wait: the longest gap between two turns of the page’s event loop while the core reads such a ' +
    'text for the first time; floor: for as long with nothing to do, since other programs on the machine make a page wait too.',
  measure,
}
