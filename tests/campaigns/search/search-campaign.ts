// The search campaign: naughty strings and strings by chance through the search box and what `@` offers; none is an error.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../../src/core/core.ts'
import { naughtyStrings } from '../../hostile/naughty-strings.ts'
import type { Campaign } from '../campaign.ts'
import { randomFrom, type Random } from '../random.ts'

const resources = join(import.meta.dirname, '../../../resources')

const ranges = [[0x20, 0x7e], [0, 0x1f], [0xa0, 0x24f], [0x300, 0x36f], [0x370, 0x5ff], [0x600, 0x6ff], [0x900, 0x9ff], [0xe00, 0xe7f], [0x1100, 0x11ff], [0x2000, 0x206f], [0x3040, 0x30ff], [0x4e00, 0x9fff], [0xd800, 0xdfff], [0xfb00, 0xfdff], [0xfff0, 0xffff], [0x1f300, 0x1faff], [0x20000, 0x2a6df]] as const
const pieces = ['"', '-', '*', '(', ')', ':', '^', '{', '}', ' ', ' ', 'AND ', 'OR ', 'NOT ', 'NEAR(', 'kind:', 'source:', 'actor:', 'in:', 'before:', 'after:', 'the', 'talks', 'Putin', 'ne', '2025', '2025-13', ',', '\'', ';', '--']

function aString(random: Random): string {
  const length = random.whole(1, 24)
  return Array.from({ length }, () => {
    const way = random.whole(0, 9)
    if (way < 4) return random.oneOf(pieces)
    if (way === 4) return random.oneOf(naughtyStrings).slice(0, 40)
    const [from, to] = random.oneOf(ranges)
    return String.fromCodePoint(random.whole(from, to))
  }).join('').slice(0, 1000)
}

function aCorpus(folder: string): Core {
  const core = createCore({ path: ':memory:', resources, filesFolder: join(folder, 'files'), withExample: true })
  core.api.memos.create({ head: { title: 'A memo of talks' } })
  return core
}

/** How a search went wrong; null when it did not. */
function faultOf(core: Core, text: string): string | null {
  try {
    for (const call of ['everything', 'citable'] as const) {
      const answer = core.api.search[call]({ text, limit: 20 })
      for (const hit of 'hits' in answer ? answer.hits : []) {
        const strange = hit.marks.find(({ start, end }) => start < 0 || start >= end || end > hit.excerpt.length)
        if (strange) return `marks ${strange.start}–${strange.end} of an excerpt of ${hit.excerpt.length}`
      }
    }
    return null
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown)
  }
}

/** All naughty strings, then `rounds` strings by chance; each row is a family with how many there were and found something wrong. */
export const searchCampaign: Campaign = async ({ rounds, seed, onRound }) => {
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-search-'))
  const core = aCorpus(folder)
  const problems: string[] = []
  const families: [string, readonly string[]][] = [
    ['naughty strings', naughtyStrings],
    ['strings by chance', Array.from({ length: rounds }, () => aString(random))],
  ]
  const rows: (string | number)[][] = []
  for (const [family, texts] of families) {
    let slowest = 0
    const before = problems.length
    for (const text of texts) {
      const began = performance.now()
      const fault = faultOf(core, text)
      slowest = Math.max(slowest, performance.now() - began)
      if (fault) problems.push(`${JSON.stringify(text)}: ${fault}`)
    }
    rows.push([family, texts.length, Math.round(slowest), problems.length - before])
    onRound?.(rows.at(-1) ?? [])
  }
  core.close()
  rmSync(folder, { recursive: true, force: true })
  return { head: ['strings', 'number', 'slowest, ms', 'problems'], rows, problems }
}
