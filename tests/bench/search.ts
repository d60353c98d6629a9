// Search: from the request to its answer through the web shell, in 10,000 sources of 600 words or as many as are asked for.
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from 'playwright-core'
import { createCore } from '../../src/core/core.ts'
import { aMeasuredShell } from './a-measured-shell.ts'
import { commonWords, drawing } from './common-words.ts'
import { median, reading, type Bench, type Figure } from './figure.ts'
import { searchCorpus, words, type SearchCorpus } from './search-corpus.ts'

interface Search {
  what: string
  text: string
  /** The bare question to FTS5: the same words, the last one as a beginning where it is typed as one. */
  bare: string
  /** Whether it is a word or two as an analyst looks for: rare enough to be ranked. */
  ranked: boolean
}

/** Typed as an analyst types. `vocabulary` is from the most common word to the rarest. */
function searchesIn(vocabulary: readonly string[]): Search[] {
  const word = (rank: number): string => vocabulary[rank] ?? ''
  const start = (rank: number, length: number): string => word(rank).slice(0, length)
  return [
    { what: 'a rare word', text: word(60_000), bare: `"${word(60_000)}"*`, ranked: true },
    { what: 'a word', text: word(20_000), bare: `"${word(20_000)}"*`, ranked: true },
    { what: 'a known word', text: `${word(6000)} `, bare: `"${word(6000)}"`, ranked: true },
    { what: 'a common word', text: `${word(400)} `, bare: `"${word(400)}"`, ranked: false },
    { what: 'a word of every text', text: 'the', bare: '"the"*', ranked: false },
    { what: 'one letter', text: 's', bare: '"s"*', ranked: false },
    { what: 'two letters', text: 'st', bare: '"st"*', ranked: false },
    { what: 'three letters', text: start(900, 3), bare: `"${start(900, 3)}"*`, ranked: false },
    { what: 'four letters', text: start(15_000, 4), bare: `"${start(15_000, 4)}"*`, ranked: false },
    { what: 'a word and a common one', text: `the ${word(9000)}`, bare: `"the" "${word(9000)}"*`, ranked: true },
    { what: 'a word and two letters', text: `${word(9000)} st`, bare: `"${word(9000)}" "st"*`, ranked: true },
    { what: 'two common words', text: `${word(300)} ${word(500)}`, bare: `"${word(300)}" "${word(500)}"*`, ranked: false },
    { what: 'a phrase', text: `"${word(40)} ${word(60)}"`, bare: `"${word(40)} ${word(60)}"`, ranked: false },
    { what: 'a phrase of every text', text: '"of the"', bare: '"of the"', ranked: false },
    { what: 'one without another', text: `${word(8000)} -${word(200)}`, bare: `"${word(8000)}" NOT "${word(200)}"`, ranked: true },
    { what: 'sources only', text: `kind:source ${word(7000)}`, bare: `"${word(7000)}"*`, ranked: true },
    { what: 'after a day', text: `after:2025 ${word(700)} `, bare: `"${word(700)}"`, ranked: false },
    { what: 'before a day', text: `before:2020-02 ${word(700)} `, bare: `"${word(700)}"`, ranked: false },
    { what: 'nothing', text: 'xylophonist', bare: '"xylophonist"*', ranked: true },
  ]
}

const percentile = (numbers: readonly number[], part: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))] ?? Number.NaN

/** Milliseconds of a search as the page itself would ask. */
const throughTheShell = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (typed) => {
    const began = performance.now()
    const answer = await fetch('/api/search.everything', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text: typed, limit: 40 }),
    })
    if (!answer.ok) throw new Error(await answer.text())
    await answer.json()
    return performance.now() - began
  }, text)

/** The indexes that an answer of everything comes from. */
const indexes = ['source_text_index', 'source_index', 'segment_index', 'item_index', 'remark_index', 'memo_index']

/** The bare query: 40 ids, ranked, with SQLite’s own snippet, of the index of texts alone or of each index. */
function bareSearches(workspace: string) {
  const db = new Database(workspace, { readonly: true })
  const queries = indexes.map((index) =>
    db.prepare(`SELECT rowid, snippet(${index}, -1, '[', ']', '…', 30) FROM ${index} WHERE ${index} MATCH ? ORDER BY rank LIMIT 40`),
  )
  const time = (some: typeof queries, match: string): number => {
    const began = performance.now()
    for (const query of some) query.all(match)
    return performance.now() - began
  }
  return {
    texts: (match: string) => time(queries.slice(0, 1), match),
    everything: (match: string) => time(queries, match),
    close: () => db.close(),
  }
}

/** Milliseconds of this process's own time: what else the machine does is not in it. */
function processorTime(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

interface InTheCore {
  search: Search
  ours: number
  texts: number
  everything: number
}

/** The least processor time of each search in the core alone, and of the bare queries. */
function inTheCore({ workspace, data }: SearchCorpus, searches: readonly Search[], runs: number): InTheCore[] {
  const core = createCore({ path: workspace, resources: join(import.meta.dirname, '../../resources'), filesFolder: join(data, 'files'), readOnly: true })
  const bare = bareSearches(workspace)
  const least = (work: () => void) => Math.min(...Array.from({ length: runs + 1 }, () => processorTime(work)))
  const found = searches.map((search) => ({
    search,
    ours: least(() => core.api.search.everything({ text: search.text, limit: 40 })),
    texts: least(() => bare.texts(search.bare)),
    everything: least(() => bare.everything(search.bare)),
  }))
  bare.close()
  core.close()
  return found
}

async function measure(bench: Bench) {
  const { browser, runs, say } = bench
  const vocabulary = commonWords()
  const corpus = searchCorpus(bench, drawing(vocabulary))
  const searches = searchesIn(vocabulary)
  const measured = await aMeasuredShell(browser, corpus)
  const { context, page } = await measured.window()
  await page.goto(measured.origin)
  await page.getByRole('region', { name: 'Reader' }).waitFor()
  const bare = bareSearches(corpus.workspace)
  const taken = searches.map((search) => ({ search, ours: [] as number[], floor: [] as number[], way: [] as number[] }))
  for (let run = 0; run <= runs; run += 1) {
    for (const { search, ours, floor, way } of taken) {
      // An empty search is answered without a look at the file: what the way there and back takes.
      const [mine, theirs, empty] = [await throughTheShell(page, search.text), bare.texts(search.bare), await throughTheShell(page, '')]
      if (run === 0) continue
      ours.push(mine)
      floor.push(theirs)
      way.push(empty)
    }
  }
  bare.close()
  await context.close()
  await measured.stop()
  const processor = inTheCore(corpus, searches, runs)
  corpus.remove()
  for (const { search, ours, floor } of taken) say(`search: ${search.what} (${search.text}): ${median(ours).toFixed(1)} ms, bare ${median(floor).toFixed(1)} ms`)
  const figure = 'search'
  const readings = (what: string, some: typeof taken) => {
    const [ours, floor] = [some.flatMap((one) => one.ours), some.flatMap((one) => one.floor)]
    // What else the machine does falls on some runs only: the least of each search is what the search takes.
    const [least, leastFloor] = [some.map((one) => Math.min(...one.ours)), some.map((one) => Math.min(...one.floor))]
    const [asked, way] = [median(floor), median(some.flatMap((one) => one.way))]
    return [
      reading({ figure, what: `${what}, median`, unit: 'ms' }, ours, floor),
      reading({ figure, what: `${what}, median ÷ bare query and a request that looks for nothing`, unit: 'ms' }, ours, [asked + way]),
      reading({ figure, what: `${what}, p95`, unit: 'ms' }, [percentile(ours, 0.95)], [percentile(floor, 0.95)]),
      reading({ figure, what: `${what}, p95 of the least of each`, unit: 'ms' }, [percentile(least, 0.95)], [percentile(leastFloor, 0.95)]),
    ]
  }
  const inCore = (what: string, some: typeof processor) =>
    (['texts', 'everything'] as const).flatMap((floor) => {
      const [ours, bare] = [some.map((one) => one.ours), some.map((one) => one[floor])]
      const against = `${what}, processor time in the core ÷ bare query of ${floor === 'texts' ? 'the texts' : 'each index'}`
      return [
        reading({ figure, what: `${against}, median`, unit: 'ms' }, ours, bare),
        reading({ figure, what: `${against}, p95`, unit: 'ms' }, [percentile(ours, 0.95)], [percentile(bare, 0.95)]),
      ]
    })
  return [
    ...inCore('all', processor),
    ...inCore('ranked', processor.filter(({ search }) => search.ranked)),
    ...readings('all', taken),
    ...readings('ranked', taken.filter(({ search }) => search.ranked)),
    reading({ figure, what: 'a request that looks for nothing, median', unit: 'ms' }, taken.flatMap(({ way }) => way)),
  ]
}

export const search: Figure = {
  method:
    `Generated sources (--sources, 10,000 unless said) of ${words} words drawn by Zipf’s law from 200,000, a thousand tagged passages; 19 searches in turn, --runs rounds after one that is not counted, ` +
    'each from fetch to parsed answer in the page (items, passages, remarks, sources and memos, excerpts and marks). Floor, in turn with it: the bare FTS5 query of the same words over the texts alone, ' +
    '40 ranked rows with SQLite’s snippet, in the bench’s own process. Processor time: the same searches in a core of the bench’s own process, the least of the runs, against that query and against the same query of each of the six indexes that a search asks. --keep FOLDER keeps the workspace for the next run.',
  measure,
}
