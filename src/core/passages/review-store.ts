// SQL of carrying passages over and of those that wait for review.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { PassageState, Segment } from '../../shared/passages.ts'

/** A passage with what is kept of it while it waits for review; `segments` (what it was) and `proposal` (spans) are JSON. */
export interface ReviewRow {
  id: Id
  source: Id
  version: number
  state: PassageState
  reviewVersion: number | null
  segments: string | null
  proposal: string | null
}

const columns = `passage.id, passage.source_id AS source, passage.version, passage.state,
  passage_review.version AS reviewVersion, passage_review.segments, passage_review.proposal`

/** Prepares the statements. */
export function reviewStore(db: Db) {
  const joined = `SELECT ${columns} FROM passage LEFT JOIN passage_review ON passage_review.passage_id = passage.id`
  const ofSource = db.prepare<[Id], ReviewRow>(`${joined} WHERE passage.source_id = ? ORDER BY passage.row`)
  const one = db.prepare<[Id], ReviewRow>(`${joined} WHERE passage.id = ?`)
  const segmentsOfSource = db.prepare<[Id], Segment & { passage: Id }>(
    `SELECT segment.passage_id AS passage, segment.start, segment."end", segment.quote, segment.prefix, segment.suffix
     FROM passage JOIN segment ON segment.passage_id = passage.id
     WHERE passage.source_id = ? ORDER BY passage.row, segment.position`,
  )
  const place = db.prepare('UPDATE passage SET version = ?, state = ? WHERE id = ?')
  // The quote stays what it was, so that the search index need not be told.
  const shift = db.prepare(
    'UPDATE segment SET start = ?, "end" = ?, prefix = ?, suffix = ? WHERE passage_id = ? AND position = ?',
  )
  const keep = db.prepare(
    `INSERT INTO passage_review (passage_id, version, segments, proposal) VALUES (?, ?, ?, ?)
     ON CONFLICT (passage_id) DO UPDATE SET proposal = excluded.proposal`,
  )
  const settle = db.prepare('DELETE FROM passage_review WHERE passage_id = ?')
  const currentVersion = db.prepare<[Id], number>('SELECT version FROM source WHERE id = ?').pluck()
  return {
    ofSource: (source: Id) => ofSource.all(source),
    one: (passage: Id) => one.get(passage),
    segmentsOfSource: (source: Id) => segmentsOfSource.all(source),
    place: (passage: Id, version: number, state: PassageState) => void place.run(version, state, passage),
    shift: (passage: Id, position: number, { start, end, prefix, suffix }: Segment) =>
      void shift.run(start, end, prefix, suffix, passage, position),
    /** Keeps what a passage was; of one that waits already only the proposal is renewed. */
    keep: (passage: Id, version: number, segments: string, proposal: string | null) =>
      void keep.run(passage, version, segments, proposal),
    settle: (passage: Id) => void settle.run(passage),
    currentVersion: (source: Id) => currentVersion.get(source),
  }
}

export type ReviewStore = ReturnType<typeof reviewStore>
