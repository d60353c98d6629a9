// Passages on texts of emoji, joined and combined characters, every direction and broken Unicode keep their exact words:
// npm run campaign -- spans. A round is a document with ten spans.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore, type Core } from '../../../src/core/core.ts'
import type { Id } from '../../../src/shared/identifiers.ts'
import type { TagResult } from '../../../src/shared/items.ts'
import type { PassageDetail, Span } from '../../../src/shared/passages.ts'
import { quoteOf, snapToGraphemes } from '../../../src/shared/selectors.ts'
import type { SourceText } from '../../../src/shared/sources.ts'
import type { Campaign } from '../campaign.ts'
import { randomFrom, type Random } from '../random.ts'
import { hostilePiece, hostileText } from './hostile-text.ts'

/** What came of the documents so far. */
interface Tally {
  documents: number
  passages: number
  segments: number
  corrected: number
  underReview: number
  exported: number
  reopened: number
  problems: string[]
}

const spansOfDocument = 10

/** How many documents a workspace takes before it is exported, closed, opened again and read. */
const documentsOfWorkspace = 500

/** A span anywhere, in the midst of characters too. */
function aSpan(random: Random, length: number): Span {
  const start = random.whole(0, length - 1)
  return { start, end: random.whole(start + 1, Math.min(length, start + random.oneOf([1, 2, 5, 40]))) }
}

/** Why a stored passage does not hold what its text says there; null when it does. */
function faultOf(passage: PassageDetail, text: string): string | null {
  for (const { start, end, quote, prefix, suffix } of passage.segments) {
    if (quote === '' || quote !== text.slice(start, end)) return `quote ${JSON.stringify(quote)} is not ${JSON.stringify(text.slice(start, end))}`
    if (!text.slice(0, start).endsWith(prefix) || !text.slice(end).startsWith(suffix)) return 'its surroundings are not those of its place'
    const whole = snapToGraphemes(text, { start, end })
    if (whole.start !== start || whole.end !== end) return `it cuts a character at ${start}–${end}`
    if (!(quote + prefix + suffix).isWellFormed()) return 'it holds half a character'
  }
  if (passage.quote !== quoteOf(passage.segments)) return 'its words are not those of its segments'
  const [first, shown] = [passage.segments[0]?.quote ?? '', passage.paragraphSpans[0]]
  // Nothing of a line break can be shown in a paragraph.
  const isShown = shown ? first.startsWith(passage.paragraph.slice(shown.start, shown.end)) : first.startsWith('\n')
  return isShown ? null : `its paragraph does not show ${JSON.stringify(first)}`
}

function checkAll(core: Core, ids: readonly Id[], where: string, tally: Tally): void {
  const texts = new Map<string, SourceText>()
  const described = core.api.passages.describe({ passages: [...ids] })
  if (described.length !== ids.length) tally.problems.push(`${where}: ${ids.length - described.length} passages are gone`)
  for (const passage of described) {
    const key = `${passage.source} ${passage.version}`
    const text = texts.get(key) ?? core.api.sources.text({ source: passage.source, version: passage.version })
    texts.set(key, text)
    const fault = faultOf(passage, text.text)
    if (fault) tally.problems.push(`${where}, passage ${passage.id}: ${fault}`)
  }
}

/** A document with ten passages, half of them tagged at once; the ids of passages and tags. */
async function aRound(core: Core, random: Random, item: Id, where: string, tally: Tally) {
  const raw = hostileText(random, random.whole(10, 120))
  const report = (await core.call('sources.importText', { text: raw, format: 'plain' })) as Awaited<ReturnType<Core['api']['sources']['importText']>>
  const source = report.outcomes[0]?.source
  if (!source) throw new Error(`${where}: ${report.outcomes[0]?.reason}`)
  const { text, version } = core.api.sources.text({ source })
  if (!text.isWellFormed() || text !== text.normalize('NFC') || text.includes('\0')) tally.problems.push(`${where}: the text is not in its canonical form`)
  const made = new Set<Id>()
  const tags: Id[] = []
  for (let count = 0; count < spansOfDocument; count += 1) {
    const one = aSpan(random, text.length)
    const later = one.end + 40
    const spans = random.fraction() < 0.2 && later + 2 < text.length ? [one, { start: later, end: later + 2 }] : [one]
    const place = { source, version, spans }
    if (count % 2 === 0) made.add(((await core.call('passages.create', place)) as PassageDetail).id)
    else {
      const result = (await core.call('items.tag', { ...place, item })) as TagResult
      made.add(result.passage)
      tags.push(result.tag)
    }
  }
  const listed = core.api.passages.list({ source })
  if (listed.length !== made.size) tally.problems.push(`${where}: ${made.size} passages were made and ${listed.length} are listed`)
  tally.segments += listed.reduce((sum, mark) => sum + mark.segments.length, 0)
  checkAll(core, [...made], where, tally)
  if (random.fraction() < 0.2) await correct(core, random, source, version, tally)
  checkAll(core, [...made], `${where}, corrected`, tally)
  tally.documents += 1
  tally.passages += made.size
  return { passages: [...made], tags: [...new Set(tags)] }
}

/** Puts a piece somewhere into the text, or takes a few code units out. */
async function correct(core: Core, random: Random, source: Id, version: number, tally: Tally): Promise<void> {
  const { text } = core.api.sources.text({ source })
  const at = random.whole(0, text.length)
  const after = text.slice(0, at) + hostilePiece(random) + text.slice(at + random.whole(0, 3))
  const blocks = after.split('\n').map((words) => ({ kind: 'paragraph', text: words }))
  const done = (await core.call('sources.correct', { source, version, blocks })) as { review: number }
  tally.corrected += 1
  tally.underReview += done.review
}

/** The first cell of each row of an exported list, as a program that reads CSV sees it. */
const firstCells = (csv: string): string[] =>
  [...csv.replace(/^\ufeff/, '').matchAll(/(?:^|\r\n)"((?:[^"]|"")*)"(?:,"(?:[^"]|"")*")*/g)].map(([, first]) => (first ?? '').replaceAll('""', '"'))

function checkExport(core: Core, passages: readonly Id[], tags: readonly Id[], tally: Tally): void {
  const { file } = core.api.passages.exportLines({ tags: [...tags], format: 'csv', title: 'Spans' })
  const cells = firstCells(readFileSync(core.files.served(file).path, 'utf8')).slice(1)
  const quotes = core.api.passages.describe({ passages: [...passages] }).filter((passage) => passage.tags.length > 0).map(({ quote }) => quote)
  // An apostrophe keeps a spreadsheet from taking a cell for a formula.
  const known = new Set(quotes.flatMap((quote) => [quote, `'${quote}`]))
  const strange = cells.filter((cell) => !known.has(cell))
  if (cells.length !== tags.length) tally.problems.push(`${tags.length} tags were exported as ${cells.length} lines`)
  if (strange.length > 0) tally.problems.push(`exported and nowhere tagged: ${JSON.stringify(strange[0])}`)
  tally.exported += cells.length
}

/** Makes documents with passages in one workspace, exports them, and reads everything again from the file. */
async function aWorkspace(seeds: readonly number[], tally: Tally, onRound: (seed: number) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-spans-'))
  const options = { path: join(folder, 'Spans.groundwork'), resources: join(import.meta.dirname, '../../../resources'), filesFolder: join(folder, 'files') }
  const core = createCore(options)
  const passages: Id[] = []
  try {
    const item = core.api.items.create({ kind: 'note', statement: 'All spans' }).id
    const tags: Id[] = []
    for (const seed of seeds) {
      const made = await aRound(core, randomFrom(seed), item, `seed ${seed}`, tally)
      passages.push(...made.passages)
      tags.push(...made.tags)
      onRound(seed)
    }
    for (let at = 0; at < tags.length; at += 2000) checkExport(core, passages, tags.slice(at, at + 2000), tally)
  } finally {
    core.close()
  }
  const again = createCore(options)
  try {
    for (let at = 0; at < passages.length; at += 5000) checkAll(again, passages.slice(at, at + 5000), 'opened again', tally)
    tally.reopened += passages.length
  } finally {
    again.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Runs so many documents; `problems` holds a sentence for each passage that is not what its text says. */
export const spansCampaign: Campaign = async ({ rounds, seed, onRound }) => {
  const tally: Tally = { documents: 0, passages: 0, segments: 0, corrected: 0, underReview: 0, exported: 0, reopened: 0, problems: [] }
  for (let at = 0; at < rounds; at += documentsOfWorkspace) {
    const count = Math.min(documentsOfWorkspace, rounds - at)
    const seeds = Array.from({ length: count }, (_, index) => seed + at + index)
    await aWorkspace(seeds, tally, (done) => done % 100 === 0 && onRound?.([done]))
  }
  const { problems, ...counts } = tally
  return { head: ['documents', 'passages', 'segments', 'texts corrected', 'under review', 'exported', 'read again'], rows: [Object.values(counts)], problems }
}
