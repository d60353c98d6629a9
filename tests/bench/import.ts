// Import: files through the core's worker until they are durable and indexed, and what else waits meanwhile.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openCore } from '../../src/core/host/core-host.ts'
import { newUuid } from '../../src/core/new-uuid.ts'
import { remote } from '../../src/shared/remote.ts'
import { bareImport } from './bare-import.ts'
import { reading, type Bench, type Figure, type Reading } from './figure.ts'
import { filesToImport, importKinds, pagesOfPdf, type ImportKind } from './import-files.ts'

const figure = 'import'

/** How many of each kind there are for every hundred Markdown files. */
const share: Record<ImportKind, number> = { html: 0.1, pdf: 0.02, md: 1 }
const units: Record<ImportKind, { what: string; each: number }> = {
  html: { what: 'HTML pages', each: 1 },
  pdf: { what: `PDF pages, ${pagesOfPdf} a file`, each: pagesOfPdf },
  md: { what: 'Markdown files', each: 1 },
}

interface Imported {
  taken: number
  /** The longest that this process's own loop was held up, in milliseconds. */
  stall: number
  /** How long calls of a reader at work took meanwhile, in milliseconds. */
  answers: number[]
  /** The most memory of the whole process, in megabytes. */
  memory: number
}

/** Imports the files into a fresh workspace through the worker, while somebody goes on working in it. */
async function throughTheWorker(paths: readonly string[], folder: string): Promise<Imported> {
  const host = await openCore({ workspace: join(folder, 'W.groundwork'), resources: join(import.meta.dirname, '../../resources'), dataFolder: join(folder, 'data') })
  const api = remote((name, args) => host.call(name, args))
  const files: string[] = []
  for (const path of paths) files.push((await host.stage(path)).id)
  const delay = monitorEventLoopDelay({ resolution: 2 })
  let memory = 0
  const weigh = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss() / 2 ** 20)), 25)
  const answers: number[] = []
  let working = true
  const atWork = (async () => {
    while (working) {
      const began = performance.now()
      await api.history.state({})
      answers.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  delay.enable()
  const began = performance.now()
  const report = await api.sources.importFiles({ files, job: newUuid() })
  const taken = performance.now() - began
  delay.disable()
  working = false
  await atWork
  clearInterval(weigh)
  if (report.imported !== paths.length) throw new Error(`${report.imported} of ${paths.length} files were imported: ${report.outcomes.find(({ outcome }) => outcome === 'failed')?.reason}`)
  await host.close()
  return { taken, stall: delay.max / 1e6, answers, memory }
}

const percentile = (numbers: readonly number[], part: number): number => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? 0

async function measureKind(kind: ImportKind, { seed, runs, files, say }: Bench): Promise<Reading[]> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-import-'))
  try {
    const count = Math.max(10, Math.round(files * share[kind]))
    say(`import: ${count} ${kind} files`)
    const paths = filesToImport(kind, count, folder, seed)
    const ours: Imported[] = []
    const floor: number[] = []
    for (let run = 0; run < runs; run += 1) {
      const place = mkdtempSync(join(folder, 'run-'))
      floor.push(await bareImport(kind, paths, join(place, 'bare.sqlite')))
      ours.push(await throughTheWorker(paths, place))
      rmSync(place, { recursive: true })
      say(`import: ${kind}: ${Math.round((ours.at(-1)?.taken ?? 0) / 10) / 100} s, bare ${Math.round((floor.at(-1) ?? 0) / 10) / 100} s`)
    }
    const { what, each } = units[kind]
    const rate = (taken: number) => (count * each) / (taken / 1000)
    return [
      reading({ figure, what: `${what}, ${count} files`, unit: '/s' }, ours.map(({ taken }) => rate(taken)), floor.map(rate)),
      reading({ figure, what: `${what}: time`, unit: 'ms' }, ours.map(({ taken }) => taken), floor),
      reading({ figure, what: `${what}: longest stall of the main thread`, unit: 'ms' }, ours.map(({ stall }) => stall)),
      reading({ figure, what: `${what}: another call meanwhile, p95`, unit: 'ms' }, ours.map(({ answers }) => percentile(answers, 0.95))),
      reading({ figure, what: `${what}: most memory`, unit: 'MB' }, ours.map(({ memory }) => memory)),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

export const importing: Figure = {
  method:
    'Generated files (web pages of 600 words with a site around them, PDFs of ten pages, Markdown notes of 600 words) through sources.importFiles of a core host into a fresh workspace, ' +
    'each durable and in the search index when it is counted; --files says how many Markdown files, of the others a tenth and a fiftieth. Floor: a loop in this process with Readability on linkedom, ' +
    'pdf.js or marked, and one INSERT with synchronous=FULL a file. Stall: this process’s event loop, resolution 2 ms. Memory: this process with its threads, the benchmark’s own included.',
  measure: async (bench) => {
    const readings: Reading[] = []
    for (const kind of importKinds) readings.push(...(await measureKind(kind, bench)))
    return readings
  },
}
