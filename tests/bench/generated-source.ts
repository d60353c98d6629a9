// A generated source, written through the stores.
import type Database from 'better-sqlite3'
import { newUuid } from '../../src/core/new-uuid.ts'
import { sourcesStore } from '../../src/core/sources/sources-store.ts'
import type { Id } from '../../src/shared/identifiers.ts'
import type { Block, Reliability } from '../../src/shared/sources.ts'
import type { Random } from '../campaigns/random.ts'

/** What differs from one generated source to the next; `at` is its number, `day` that of its date from 2020 on. */
export interface Generated {
  at: number
  day: number
  title: string
  text: string
  blocks: Block[]
  words: number
  sha256: string
  reliability?: Reliability | null
}

const publishers = ['The Lindmark Post', 'Oster Review', 'Tarva Tribune', 'Mirova Daily', 'Solenne Gazette']
const first = Date.UTC(2020, 0, 1)

/** Answers a function that writes sources into a workspace; their originals, by `sha256`, are the caller’s. */
export function sourceWriter(db: Database.Database, random: Random): (generated: Generated) => Id {
  const store = sourcesStore(db)
  return ({ at, day, title, text, blocks, words, sha256, reliability = null }) => {
    const id = newUuid()
    store.insert({
      id,
      title,
      authors: JSON.stringify([{ family: random.oneOf(['Lind', 'Karasu', 'Velden', 'Aldgate']), given: random.oneOf(['Ada', 'Bo', 'Cy']) }]),
      containerTitle: random.oneOf(publishers),
      issued: new Date(first + day * 86_400_000).toISOString().slice(0, 10),
      url: null,
      accessed: null,
      language: 'en',
      reference: '{}',
      provenance: '{}',
      reliability,
      fileName: null,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      sha256,
      capturedAt: new Date(first + at * 60_000).toISOString(),
      retractedOn: null,
      retractionNote: null,
      version: 1,
    })
    store.insertText({ source: id, version: 1, text, blocks: JSON.stringify(blocks), marks: '[]', setAside: '[]', words, paragraphs: blocks.length, at: '2026-11-01T00:00:00.000Z' })
    return id
  }
}
