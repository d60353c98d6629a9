// Import: files through the core's worker until they are durable and indexed, and what else waits meanwhile.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bareImport } from './bare-import.ts'
import { reading, type Bench, type Figure, type Reading } from './figure.ts'
import type { Imported } from './import-process.ts'
import { filesToImport, importKinds, pagesOfPdf, warmUp, type ImportKind } from './import-files.ts'

const figure = 'import'

/** How many of each kind there are for every hundred Markdown files. */
const share: Record<ImportKind, number> = { html: 0.1, pdf: 0.02, md: 1 }
const units: Record<ImportKind, { what: string; each: number }> = {
  html: { what: 'HTML pages', each: 1 },
  pdf: { what: `PDF pages, ${pagesOfPdf} a file`, each: pagesOfPdf },
  md: { what: 'Markdown files', each: 1 },
}

/** Imports a folder of files in a process of its own. */
function throughTheWorker(files: string, folder: string): Imported {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(import.meta.dirname, 'import-process.ts'), folder, files], { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(stderr)
  return JSON.parse(stdout) as Imported
}

const percentile = (numbers: readonly number[], part: number): number => numbers.toSorted((a, b) => a - b)[Math.floor((numbers.length - 1) * part)] ?? 0

async function measureKind(kind: ImportKind, { seed, runs, files, say }: Bench): Promise<Reading[]> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-import-'))
  try {
    const count = Math.max(10, Math.round(files * share[kind]))
    say(`import: ${count} ${kind} files`)
    const paths = filesToImport(kind, count + warmUp, folder, seed).slice(warmUp)
    const ours: Imported[] = []
    const floor: Awaited<ReturnType<typeof bareImport>>[] = []
    for (let run = 0; run < runs; run += 1) {
      const place = mkdtempSync(join(folder, 'run-'))
      floor.push(await bareImport(kind, paths, join(place, 'bare.sqlite')))
      ours.push(throughTheWorker(join(folder, kind), place))
      rmSync(place, { recursive: true })
      say(`import: ${kind}: ${Math.round((ours.at(-1)?.taken ?? 0) / 10) / 100} s, bare ${Math.round((floor.at(-1)?.taken ?? 0) / 10) / 100} s`)
    }
    const { what, each } = units[kind]
    const rate = (taken: number) => (count * each) / (taken / 1000)
    return [
      reading({ figure, what: `${what}, ${count} files`, unit: '/s' }, ours.map(({ taken }) => rate(taken)), floor.map(({ taken }) => rate(taken))),
      reading({ figure, what: `${what}: time`, unit: 'ms' }, ours.map(({ taken }) => taken), floor.map(({ taken }) => taken)),
      reading({ figure, what: `${what}: processor time`, unit: 'ms' }, ours.map(({ processor }) => processor), floor.map(({ processor }) => processor)),
      reading({ figure, what: `${what}: longest stall of the main thread`, unit: 'ms' }, ours.map(({ stall }) => stall)),
      reading({ figure, what: `${what}: most work of the main thread at one time`, unit: 'ms' }, ours.map(({ work }) => work)),
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
    'each durable and in the search index when it is counted, after 21 that are not; --files says how many Markdown files, of the others a tenth and a fiftieth. Floor: a loop in this process with Readability on linkedom, ' +
    'pdf.js or marked, and one INSERT with synchronous=FULL a file. The core host runs in a process of its own. Stall: its main thread’s event loop, resolution 2 ms; work: the processor time of that thread alone between two ticks, which others at work on the machine do not lengthen. Memory, and processor time: the whole process with its threads.',
  measure: async (bench) => {
    const readings: Reading[] = []
    for (const kind of importKinds) readings.push(...(await measureKind(kind, bench)))
    return readings
  },
}
