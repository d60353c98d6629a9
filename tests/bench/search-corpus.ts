// A workspace to search in: very many sources of natural length, with tagged passages in some of them.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCore } from '../../src/core/core.ts'
import { sourcesStore } from '../../src/core/sources/sources-store.ts'
import type { Block } from '../../src/shared/sources.ts'
import { randomFrom, type Random } from '../campaigns/random.ts'
import type { Bench } from './figure.ts'
import { sourceWriter } from './generated-source.ts'

/** Words of one source. */
export const words = 600

/** So many of the newest sources have a tagged passage. */
const tagged = 1000

/** Where it lies; call `remove` at the end. */
export interface SearchCorpus {
  workspace: string
  data: string
  remove(): void
}

type Draw = (random: Random) => string

function aText(draw: Draw, random: Random): { text: string; blocks: Block[] } {
  const blocks: Block[] = []
  let text = ''
  for (let count = 0; count < words; ) {
    if (text !== '') text += '\n'
    const start = text.length
    for (let sentences = random.whole(3, 6); sentences > 0; sentences -= 1) {
      const length = random.whole(8, 25)
      const sentence = Array.from({ length }, () => draw(random)).join(' ')
      text += `${text.length > start ? ' ' : ''}${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`
      count += length
    }
    blocks.push({ kind: 'paragraph', start, end: text.length })
  }
  return { text, blocks }
}

function fill(db: Database.Database, count: number, draw: Draw, random: Random, say: Bench['say']): void {
  const write = sourceWriter(db, random)
  const sha256 = createHash('sha256').update('one original for all').digest('hex')
  sourcesStore(db).insertOriginal(sha256, Buffer.from('one original for all'))
  const add = (at: number) => {
    const { text, blocks } = aText(draw, random)
    write({ at, day: Math.floor((at / count) * 2000), title: `${text.slice(0, text.indexOf(' ', 40))} ${at}`, text, blocks, words, sha256 })
  }
  const some = db.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) add(at)
  })
  for (let at = 0; at < count; at += 2000) {
    say(`search: ${at} of ${count} sources`)
    some(at, Math.min(at + 2000, count))
  }
  // What is alike is not looked at here, and would be looked for all the while.
  db.exec('DELETE FROM likeness_wanted')
}

function tagSome(workspace: string, folder: string, count: number): void {
  const core = createCore({ path: workspace, resources, filesFolder: join(folder, 'files') })
  for (const { id } of core.api.sources.list({}).slice(0, Math.min(tagged, count))) {
    const { version, text } = core.api.sources.text({ source: id })
    core.api.items.tag({ source: id, version, spans: [{ start: 0, end: text.indexOf('.') + 1 }], kind: 'claim' })
  }
  core.close()
}

const resources = join(import.meta.dirname, '../../resources')

/** Makes it, or takes the one that an earlier run made in the folder `keep`. */
export function searchCorpus({ seed, sources, keep, say }: Pick<Bench, 'seed' | 'sources' | 'keep' | 'say'>, draw: Draw): SearchCorpus {
  const count = sources ?? 10_000
  if (keep) mkdirSync(keep, { recursive: true })
  const folder = mkdtempSync(join(keep ?? tmpdir(), 'groundwork-bench-search-'))
  const kept = join(keep ?? folder, `search-${count}-${seed}.groundwork`)
  if (!existsSync(kept)) {
    const made = join(folder, 'Corpus.groundwork')
    createCore({ path: made, resources, filesFolder: join(folder, 'files'), withArticle: true }).close()
    const db = new Database(made)
    db.pragma('foreign_keys = ON')
    fill(db, count, draw, randomFrom(seed), say)
    db.close()
    tagSome(made, folder, count)
    renameSync(made, kept)
  }
  return { workspace: kept, data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}
