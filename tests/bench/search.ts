// Search: from the request to its answer through the web shell, in 10,000 sources of 600 words.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { createCore } from '../../src/core/core.ts'
import { randomFrom } from '../campaigns/random.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { reading, type Bench, type Figure } from './figure.ts'
import { paragraphsOf } from './generated-text.ts'

const words = 600
const rounds = 20

/** Typed as an analyst types: words, beginnings, phrases, filters, and a word that every text has. */
const searches = ['treaty', 'ceasefire province', 'refiner', '"grain corridor"', 'envoy -parliament', 'kind:source railway', 'after:2025 satellite', 'Petrosk frontier', 'guarantee', 'the', 'go']

async function aCorpus({ seed, files: sources, say }: Bench) {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-search-'))
  const workspace = join(folder, 'Corpus.groundwork')
  const core = createCore({ path: workspace, resources: join(import.meta.dirname, '../../resources'), filesFolder: join(folder, 'files') })
  const random = randomFrom(seed)
  for (let at = 0; at < sources; at += 1) {
    if (at % 2000 === 0) say(`search: importing, ${at} of ${sources}`)
    // A number makes every text another one.
    const text = `${paragraphsOf(words, random).join('\n\n')}\n\nReport ${at}.`
    await core.api.sources.importText({ text, format: 'plain', title: `Report ${at} from ${random.oneOf(['Lindmark', 'Tarva', 'Mirova'])}` })
  }
  core.close()
  return { folder, workspace, data: join(folder, 'data') }
}

const percentile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN

/** Milliseconds of each search as the page itself would ask, one after the other. */
const throughTheShell = (page: Page): Promise<number[][]> =>
  page.evaluate(
    async ([texts, times]) => {
      const taken: number[][] = texts.map(() => [])
      for (let round = 0; round <= times; round += 1) {
        for (const [at, text] of texts.entries()) {
          const began = performance.now()
          const answer = await fetch('/api/search.everything', {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ text, limit: 40 }),
          })
          await answer.json()
          if (round > 0) taken[at]?.push(performance.now() - began)
        }
      }
      return taken
    },
    [searches, rounds] as const,
  )

/** The bare query of the same words over the texts: 40 ids, ranked, with a snippet. */
function bare(workspace: string): number[][] {
  const db = new Database(workspace, { readonly: true })
  const query = db.prepare(
    `SELECT rowid, snippet(source_text_index, 0, '[', ']', '…', 30) FROM source_text_index WHERE source_text_index MATCH ? ORDER BY rank LIMIT 40`,
  )
  const taken = searches.map((text) => {
    const match = text.replaceAll(/\w+:\S+|-\w+/g, '').match(/[\p{L}]+/gu)?.map((word) => `"${word}"`).join(' ') ?? '""'
    return Array.from({ length: rounds }, () => {
      const began = performance.now()
      query.all(match)
      return performance.now() - began
    })
  })
  db.close()
  return taken
}

async function measure(bench: Bench) {
  const { browser, say } = bench
  const corpus = await aCorpus(bench)
  const measured = await aMeasuredShell(browser, corpus)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('region', { name: 'Reader' }).waitFor()
  const ours = await throughTheShell(page)
  await context.close()
  await measured.stop()
  const floor = bare(corpus.workspace)
  rmSync(corpus.folder, { recursive: true, force: true })
  for (const [at, text] of searches.entries()) say(`search: ${text}: ${percentile(ours[at] ?? [], 0.5).toFixed(1)} ms, bare ${percentile(floor[at] ?? [], 0.5).toFixed(1)} ms`)
  const figure = 'search'
  const all = ours.flat()
  const allBare = floor.flat()
  return [
    reading({ figure, what: 'median of all searches', unit: 'ms' }, all, allBare),
    reading({ figure, what: 'p95 of all searches', unit: 'ms' }, [percentile(all, 0.95)], [percentile(allBare, 0.95)]),
  ]
}

export const search: Figure = {
  method:
    `Generated sources (as many as --files says, 10,000 unless said) of ${words} words; ${searches.length} searches, ${rounds} rounds after one that is not counted, each from fetch to parsed answer in the page ` +
    '(items, passages, sources and memos, excerpts and marks). Floor: the bare FTS5 query of the same words over the texts alone, 40 ranked rows with SQLite’s snippet, in this process.',
  measure,
}
