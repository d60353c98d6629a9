// A workspace of very many small sources, written through the stores in large transactions.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCore } from '../../src/core/core.ts'
import { likenessStore } from '../../src/core/likeness/likeness-store.ts'
import { paragraphKeys } from '../../src/core/likeness/paragraph-keys.ts'
import { sourcesStore } from '../../src/core/sources/sources-store.ts'
import type { Block } from '../../src/shared/sources.ts'
import { randomFrom } from '../campaigns/random.ts'
import { sourceWriter } from './generated-source.ts'
import { aParagraph, aSentence } from './generated-text.ts'

/** Where it lies; call `remove` at the end. */
export interface ManySources {
  workspace: string
  data: string
  remove(): void
}

/** The bundled article, open in the Reader, and so many sources of one paragraph beside it. */
export function manySources(count: number, seed: number): ManySources {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-bench-library-'))
  const workspace = join(folder, 'Corpus.groundwork')
  const options = { path: workspace, resources: join(import.meta.dirname, '../../resources'), filesFolder: join(folder, 'files') }
  createCore({ ...options, withArticle: true }).close()
  const db = new Database(workspace)
  db.pragma('foreign_keys = ON')
  fill(db, count, seed)
  db.close()
  const core = createCore(options)
  const [article] = core.api.sources.list({}).filter(({ title }) => title.startsWith('Why the U.S.'))
  const id = article?.id ?? ''
  core.api.workspace.saveDesk({ desk: { readers: [{ source: id, offset: 0 }], activeReader: id, memos: [], activeMemo: null, welcomed: true } })
  core.close()
  return { workspace, data: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) }
}

function fill(db: Database.Database, count: number, seed: number): void {
  const random = randomFrom(seed)
  const write = sourceWriter(db, random)
  const store = sourcesStore(db)
  const likeness = likenessStore(db)
  const add = (at: number): void => {
    const text = `${aParagraph(random)} Report ${at}.`
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const blocks: Block[] = [{ kind: 'paragraph', start: 0, end: text.length }]
    store.insertOriginal(sha256, bytes)
    const [title, day, reliability] = [`${aSentence(random).slice(0, 60)} ${at}`, random.whole(0, 2000), random.oneOf(['A', 'B', 'C', null] as const)]
    const id = write({ at, day, title, text, blocks, words: text.split(' ').length, sha256, reliability })
    likeness.keep(id, 1, paragraphKeys(text, blocks))
  }
  const some = db.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) add(at)
  })
  for (let at = 0; at < count; at += 5000) some(at, Math.min(at + 5000, count))
}
