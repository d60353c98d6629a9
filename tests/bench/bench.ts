// Measures: npm run bench [-- FIGURES…] [--runs N] [--seed N] [--pages N] [--files N] [--sources N] [--keep FOLDER] [--json FILE]. Prints medians against a floor of the same run.
import { existsSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright-core'
import { tableLines } from '../campaigns/print-table.ts'
import { chromiumArguments, chromiumPath } from '../e2e/a-window.ts'
import { board } from './board.ts'
import { codes } from './codes.ts'
import type { Figure, Reading } from './figure.ts'
import { removeLongSource } from './long-source.ts'
import { importing } from './import.ts'
import { library } from './library.ts'
import { open } from './open.ts'
import { pdf } from './pdf.ts'
import { preview } from './preview.ts'
import { scroll } from './scroll.ts'
import { search } from './search.ts'
import { stalls } from './stalls.ts'
import { start } from './start.ts'
import { suggestions } from './suggestions.ts'
import { tag } from './tag.ts'
import { typing } from './typing.ts'

const figures: Record<string, Figure> = { start, open, tag, pdf, suggestions, search, scroll, codes, stalls, board, import: importing, library, typing, preview }

const columns = ['figure', 'what', 'unit', 'Groundwork', 'spread', 'floor', 'ratio']

const shown = (value: number, unit: Reading['unit']) => (unit === 'frames' ? value.toFixed(1) : Math.round(value).toString())

function rowOf({ figure, what, ours, floor, unit, spread }: Reading): string[] {
  const ratio = floor ? (ours / floor).toFixed(1) : '–'
  return [figure, what, unit, shown(ours, unit), `${shown(spread[0], unit)}–${shown(spread[1], unit)}`, floor ? shown(floor, unit) : '–', ratio]
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: 'string' },
      runs: { type: 'string', default: '7' },
      files: { type: 'string', default: '10000' },
      seed: { type: 'string', default: '1' },
      pages: { type: 'string' },
      sources: { type: 'string' },
      keep: { type: 'string' },
    },
  })
  const wanted = positionals.length > 0 ? positionals : Object.keys(figures)
  const unknown = wanted.find((name) => !figures[name])
  if (unknown) {
    console.error(`There is no figure “${unknown}”; there are ${Object.keys(figures).join(', ')}.`)
    return 2
  }
  if (!existsSync(join(import.meta.dirname, '../../out/main/web.js'))) {
    console.error('The program is not built; run “npm run build” first.')
    return 1
  }
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArguments })
  const machine = {
    at: new Date().toISOString(),
    processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
    memory: `${Math.round(totalmem() / 2 ** 30)} GB`,
    node: process.version,
    chromium: browser.version(),
    runs: Number(values.runs),
    files: Number(values.files),
    seed: Number(values.seed),
  }
  console.log(Object.entries(machine).map(([name, value]) => `${name} ${value}`).join(' · '))
  const readings: Reading[] = []
  try {
    for (const name of wanted) {
      const pages = values.pages === undefined ? null : Number(values.pages)
      const sources = values.sources === undefined ? null : Number(values.sources)
      const found = await figures[name]?.measure({ browser, runs: machine.runs, files: machine.files, seed: machine.seed, pages, sources, keep: values.keep ?? null, say: (line) => console.error(`… ${line}`) })
      readings.push(...(found ?? []))
      // What follows may take long or be stopped.
      for (const line of tableLines(columns, (found ?? []).map(rowOf))) console.error(line)
    }
  } finally {
    removeLongSource()
    await browser.close()
  }
  console.log(`\n${tableLines(columns, readings.map(rowOf)).join('\n')}\n`)
  for (const name of wanted) console.log(`${name}: ${figures[name]?.method}`)
  const methods = Object.fromEntries(wanted.map((name) => [name, figures[name]?.method]))
  if (values.json) writeFileSync(values.json, `${JSON.stringify({ machine, methods, readings }, null, 2)}\n`)
  return 0
}

process.exitCode = await main()
