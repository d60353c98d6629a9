// SQL of sources, their original bytes and their texts.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { Progress, Reliability, SourceSummary } from '../../shared/sources.ts'

/** A row of `source` with names as the contract has them; authors, reference and provenance are JSON. */
export interface SourceRow {
  id: Id
  title: string
  authors: string
  containerTitle: string | null
  issued: string | null
  url: string | null
  accessed: string | null
  language: string | null
  reference: string
  provenance: string
  reliability: Reliability | null
  retractedOn: string | null
  retractionNote: string | null
  fileName: string | null
  mediaType: string
  encoding: string | null
  sha256: string
  capturedAt: Instant
  version: number
}

/** A row as it is read: with what the Library alone changes. */
export type StoredSource = SourceRow & { progress: Progress; trashedAt: Instant | null }

/** A row of `source_text`; blocks, marks and setAside are JSON. */
export interface SourceTextRow {
  source: Id
  version: number
  text: string
  blocks: string
  marks: string
  setAside: string
  words: number
  paragraphs: number
}

const columns = `id, title, authors, container_title AS containerTitle, issued, url, accessed, language, csl AS reference, provenance,
  reliability, retracted_on AS retractedOn, retraction_note AS retractionNote, file_name AS fileName, media_type AS mediaType, encoding, sha256, captured_at AS capturedAt, version, progress,
  trashed_at AS trashedAt`

const countOf = (kind: string) =>
  `(SELECT count(DISTINCT item.id) FROM passage JOIN tag ON tag.passage_id = passage.id
    JOIN item ON item.id = tag.item_id WHERE passage.source_id = source.id AND item.kind = '${kind}')`

type ListRow = Omit<SourceSummary, 'authors'> & { authors: string }

/** Prepares the statements of sources. */
export function sourcesStore(db: Db) {
  const list = db.prepare<[], ListRow>(
    `SELECT source.id, source.title, source.container_title AS containerTitle, source.authors, source.issued,
       source.reliability, source.captured_at AS capturedAt, source_text.words,
       ${countOf('claim')} AS claims, ${countOf('actor')} AS actors, ${countOf('recommendation')} AS recommendations
     FROM source
     JOIN source_text ON source_text.source_id = source.id AND source_text.version = source.version
     WHERE source.trashed_at IS NULL ORDER BY source.captured_at DESC, source.row DESC`,
  )
  const one = db.prepare<[Id], StoredSource>(`SELECT ${columns} FROM source WHERE id = ?`)
  const bySha256 = db.prepare<[string], { id: Id; title: string; trashedAt: Instant | null }>(
    'SELECT id, title, trashed_at AS trashedAt FROM source WHERE sha256 = ? ORDER BY trashed_at IS NOT NULL LIMIT 1',
  )
  const all = db.prepare<[], SourceRow>(`SELECT ${columns} FROM source WHERE trashed_at IS NULL ORDER BY row`)
  const byUrl = db.prepare<[string], SourceRow>(`SELECT ${columns} FROM source WHERE url = ? AND +trashed_at IS NULL ORDER BY row LIMIT 20`)
  const byFileName = db.prepare<[string], SourceRow>(`SELECT ${columns} FROM source WHERE file_name = ? AND +trashed_at IS NULL ORDER BY row LIMIT 20`)
  const setOriginal = db.prepare(
    `UPDATE source SET sha256 = @sha256, media_type = @mediaType, encoding = @encoding, captured_at = @capturedAt WHERE id = @id`,
  )
  const sizeOf = db.prepare<[string], number>('SELECT length(bytes) FROM source_original WHERE sha256 = ?').pluck()
  const bytesOf = db.prepare<[string], Buffer>('SELECT bytes FROM source_original WHERE sha256 = ?').pluck()
  const insertOriginal = db.prepare('INSERT OR IGNORE INTO source_original (sha256, bytes) VALUES (?, ?)')
  const insert = db.prepare(
    `INSERT INTO source (id, title, authors, container_title, issued, url, accessed, language, csl, provenance, reliability,
       retracted_on, retraction_note, file_name, media_type, encoding, sha256, captured_at, version)
     VALUES (@id, @title, @authors, @containerTitle, @issued, @url, @accessed, @language, @reference, @provenance, @reliability,
       @retractedOn, @retractionNote, @fileName, @mediaType, @encoding, @sha256, @capturedAt, @version)`,
  )
  const insertText = db.prepare(
    `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
     VALUES (@source, @version, @text, @blocks, @marks, @setAside, @words, @paragraphs, @at)`,
  )
  const update = db.prepare(
    `UPDATE source SET title = @title, authors = @authors, container_title = @containerTitle, issued = @issued,
       url = @url, accessed = @accessed, language = @language, csl = @reference, provenance = @provenance, reliability = @reliability,
       retracted_on = @retractedOn, retraction_note = @retractionNote
     WHERE id = @id`,
  )
  const setVersion = db.prepare('UPDATE source SET version = ? WHERE id = ?')
  const newestVersion = db.prepare<[Id], number>('SELECT max(version) FROM source_text WHERE source_id = ?').pluck()
  const text = db.prepare<[Id, number], SourceTextRow>(
    `SELECT source_id AS source, version, text, blocks, marks, set_aside AS setAside, words, paragraphs
     FROM source_text WHERE source_id = ? AND version = ?`,
  )
  const sizes = db.prepare<[Id, number], { words: number; paragraphs: number }>(
    'SELECT words, paragraphs FROM source_text WHERE source_id = ? AND version = ?',
  )
  return {
    list: () => list.all(),
    one: (id: Id) => one.get(id),
    all: () => all.all(),
    byUrl: (url: string) => byUrl.all(url),
    byFileName: (name: string) => byFileName.all(name),
    setOriginal: (id: Id, original: Pick<SourceRow, 'sha256' | 'mediaType' | 'encoding' | 'capturedAt'>) => void setOriginal.run({ id, ...original }),
    bySha256: (sha256: string) => bySha256.get(sha256),
    sizeOf: (sha256: string) => Number(sizeOf.get(sha256) ?? 0),
    bytesOf: (sha256: string) => bytesOf.get(sha256),
    insertOriginal: (sha256: string, bytes: Uint8Array) => void insertOriginal.run(sha256, bytes),
    insert: (row: SourceRow) => void insert.run(row),
    insertText: (row: SourceTextRow & { at: Instant }) => void insertText.run(row),
    update: (row: SourceRow) =>
      void update.run({
        id: row.id,
        title: row.title,
        authors: row.authors,
        containerTitle: row.containerTitle,
        issued: row.issued,
        url: row.url,
        accessed: row.accessed,
        language: row.language,
        reference: row.reference,
        provenance: row.provenance,
        reliability: row.reliability,
        retractedOn: row.retractedOn,
        retractionNote: row.retractionNote,
      }),
    setVersion: (id: Id, version: number) => void setVersion.run(version, id),
    newestVersion: (id: Id) => newestVersion.get(id) ?? 0,
    text: (id: Id, version: number) => text.get(id, version),
    sizes: (id: Id, version: number) => sizes.get(id, version),
    /** Carries the log into the file more seldom while a batch runs: what is durable is in the log. In pages. */
    letLogGrow: (grows: boolean) => void db.pragma(`wal_autocheckpoint = ${grows ? 8000 : 1000}`),
  }
}

export type SourcesStore = ReturnType<typeof sourcesStore>
