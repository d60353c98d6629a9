// SQL of passages and their segments.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ItemKind, Role } from '../../shared/items.ts'
import type { PassageState, Segment, Span } from '../../shared/passages.ts'
import type { Reliability } from '../../shared/sources.ts'

export interface PassageRow {
  id: Id
  source: Id
  version: number
  state: PassageState
}

/** A passage with what its source says of itself. `authors` is JSON. */
export interface PassageWithSource extends PassageRow {
  sourceTitle: string
  containerTitle: string | null
  authors: string
  issued: string | null
  reliability: Reliability | null
}

export interface TagRow {
  id: Id
  passage: Id
  item: Id
  kind: ItemKind
  role: Role
  code: Id | null
  label: string
  comment: string
}

export interface CitingRow {
  passage: Id
  memo: Id
  title: string
  citations: number
}

type SegmentRow = Segment & { passage: Id }

const tagColumns = `tag.id, tag.passage_id AS passage, tag.item_id AS item, item.kind, tag.role,
  item.code_id AS code, substr(item.statement, 1, 160) AS label, tag.comment`

/** Prepares the statements of passages. Ids are given as a JSON array where many are asked for at once. */
export function passagesStore(db: Db) {
  const insert = db.prepare('INSERT INTO passage (id, source_id, version, created_at) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM passage WHERE id = ?')
  const setVersion = db.prepare('UPDATE passage SET version = ? WHERE id = ?')
  const insertSegment = db.prepare(
    `INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix)
     VALUES (@passage, @position, @start, @end, @quote, @prefix, @suffix)`,
  )
  const removeSegments = db.prepare('DELETE FROM segment WHERE passage_id = ?')
  const one = db.prepare<[Id], PassageRow>('SELECT id, source_id AS source, version, state FROM passage WHERE id = ?')
  const many = db.prepare<[string], PassageWithSource>(
    `SELECT passage.id, passage.source_id AS source, passage.version, passage.state, source.title AS sourceTitle,
       source.container_title AS containerTitle, source.authors, source.issued, source.reliability
     FROM json_each(?) AS wanted
     JOIN passage ON passage.id = wanted.value
     JOIN source ON source.id = passage.source_id
     ORDER BY wanted.key`,
  )
  const segmentColumns = 'segment.passage_id AS passage, segment.start, segment."end", segment.quote, segment.prefix, segment.suffix'
  const segmentsOf = db.prepare<[string], SegmentRow>(
    `SELECT ${segmentColumns} FROM json_each(?) AS wanted JOIN segment ON segment.passage_id = wanted.value
     ORDER BY wanted.key, segment.position`,
  )
  const tagsOf = db.prepare<[string], TagRow>(
    `SELECT ${tagColumns} FROM json_each(?) AS wanted JOIN tag ON tag.passage_id = wanted.value
     JOIN item ON item.id = tag.item_id ORDER BY wanted.key, tag.row`,
  )
  const citingOf = db.prepare<[string], CitingRow>(
    `SELECT memo_citation.passage_id AS passage, memo.id AS memo, memo.title, count(DISTINCT memo_citation.citation_id) AS citations
     FROM json_each(?) AS wanted
     JOIN memo_citation ON memo_citation.passage_id = wanted.value
     JOIN memo ON memo.id = memo_citation.memo_id
     GROUP BY memo_citation.passage_id, memo.id ORDER BY wanted.key, memo.title`,
  )
  const spansOfSource = db.prepare<[Id], { passage: Id; start: number; end: number }>(
    `SELECT segment.passage_id AS passage, segment.start, segment."end"
     FROM passage JOIN segment ON segment.passage_id = passage.id
     WHERE passage.source_id = ? AND passage.state = 'placed' ORDER BY passage.row, segment.position`,
  )
  const within = db
    .prepare<{ source: Id; start: number; end: number }, Id>(
      `SELECT DISTINCT passage.id FROM passage JOIN segment ON segment.passage_id = passage.id
       WHERE passage.source_id = @source AND passage.state = 'placed' AND segment.start < @end AND segment."end" > @start
       ORDER BY passage.row`,
    )
    .pluck()
  const tagsOfSource = db.prepare<[Id], TagRow>(
    `SELECT ${tagColumns} FROM passage JOIN tag ON tag.passage_id = passage.id JOIN item ON item.id = tag.item_id
     WHERE passage.source_id = ? ORDER BY tag.row`,
  )
  const citedOfSource = db.prepare<[Id], { passage: Id; memos: number }>(
    `SELECT passage.id AS passage, count(DISTINCT memo_citation.memo_id) AS memos
     FROM passage JOIN memo_citation ON memo_citation.passage_id = passage.id
     WHERE passage.source_id = ? GROUP BY passage.id`,
  )
  const startingAt = db
    .prepare<{ source: Id; version: number; start: number }, Id>(
      // From the index on starts: the planner would read every passage of the source.
      `SELECT passage.id FROM segment CROSS JOIN passage ON passage.id = segment.passage_id
       WHERE segment.position = 0 AND segment.start = @start
         AND passage.source_id = @source AND passage.version = @version AND passage.state = 'placed'
       ORDER BY passage.row`,
    )
    .pluck()
  const textOf = db.prepare<[Id, number], { text: string; blocks: string }>(
    'SELECT text, blocks FROM source_text WHERE source_id = ? AND version = ?',
  )
  return {
    insert: (id: Id, source: Id, version: number, at: Instant) => void insert.run(id, source, version, at),
    remove: (id: Id) => remove.run(id).changes === 1,
    setVersion: (id: Id, version: number) => void setVersion.run(version, id),
    replaceSegments(passage: Id, segments: Segment[]): void {
      removeSegments.run(passage)
      for (const [position, segment] of segments.entries()) insertSegment.run({ ...segment, passage, position })
    },
    one: (id: Id) => one.get(id),
    many: (ids: string) => many.all(ids),
    segmentsOf: (ids: string) => segmentsOf.all(ids),
    tagsOf: (ids: string) => tagsOf.all(ids),
    citingOf: (ids: string) => citingOf.all(ids),
    within: (source: Id, { start, end }: Span) => within.all({ source, start, end }),
    spansOfSource: (source: Id) => spansOfSource.all(source),
    tagsOfSource: (source: Id) => tagsOfSource.all(source),
    citedOfSource: (source: Id) => citedOfSource.all(source),
    startingAt: (source: Id, version: number, start: number) => startingAt.all({ source, version, start }),
    textOf: (source: Id, version: number) => textOf.get(source, version),
  }
}

export type PassagesStore = ReturnType<typeof passagesStore>
