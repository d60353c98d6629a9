// A workspace of very many small sources, written through the stores in large transactions.
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { createCore } from '../../src/core/core.ts'
import { likenessStore } from '../../src/core/likeness/likeness-store.ts'
import { paragraphKeys } from '../../src/core/likeness/paragraph-keys.ts'
import { newUuid } from '../../src/core/new-uuid.ts'
import { sourcesStore } from '../../src/core/sources/sources-store.ts'
import type { Block } from '../../src/shared/sources.ts'
import { randomFrom } from '../campaigns/random.ts'
import { aParagraph, aSentence } from './generated-text.ts'

/** Where it lies; call `remove` at the end. */
export interface ManySources {
  workspace: string
  data: string
  remove(): void
}

const publishers = ['The Lindmark Post', 'Oster Review', 'Tarva Tribune', 'Mirova Daily', 'Solenne Gazette']

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
  const store = sourcesStore(db)
  const likeness = likenessStore(db)
  const first = Date.UTC(2020, 0, 1)
  const add = (at: number): void => {
    const text = `${aParagraph(random)} Report ${at}.`
    const bytes = Buffer.from(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const id = newUuid()
    const blocks: Block[] = [{ kind: 'paragraph', start: 0, end: text.length }]
    store.insertOriginal(sha256, bytes)
    store.insert({
      id,
      title: `${aSentence(random).slice(0, 60)} ${at}`,
      authors: JSON.stringify([{ family: random.oneOf(['Lind', 'Karasu', 'Velden', 'Aldgate']), given: random.oneOf(['Ada', 'Bo', 'Cy']) }]),
      containerTitle: random.oneOf(publishers),
      issued: new Date(first + random.whole(0, 2000) * 86_400_000).toISOString().slice(0, 10),
      url: null,
      accessed: null,
      language: 'en',
      reference: '{}',
      provenance: '{}',
      reliability: random.oneOf(['A', 'B', 'C', null]),
      fileName: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256,
      capturedAt: new Date(first + at * 60_000).toISOString(),
      retractedOn: null,
      retractionNote: null,
      version: 1,
    })
    store.insertText({ source: id, version: 1, text, blocks: JSON.stringify(blocks), marks: '[]', setAside: '[]', words: text.split(' ').length, paragraphs: 1, at: '2026-11-01T00:00:00.000Z' })
    likeness.keep(id, 1, paragraphKeys(text, blocks))
  }
  const some = db.transaction((from: number, to: number) => {
    for (let at = from; at < to; at += 1) add(at)
  })
  for (let at = 0; at < count; at += 5000) some(at, Math.min(at + 5000, count))
}
