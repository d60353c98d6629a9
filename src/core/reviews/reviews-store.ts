// SQL of what was cited, what is cited now, and what was decided about the difference.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ClaimFields } from '../../shared/items.ts'
import type { ReviewKey } from '../../shared/reviews.ts'
import type { Reliability } from '../../shared/sources.ts'

export interface StandingRow {
  passage: Id
  source: Id
  version: number
  state: 'placed' | 'review'
  sourceTitle: string
  reliability: Reliability | null
  retractedOn: string | null
}

export interface ClaimRow {
  passage: Id
  item: Id
  statement: string
  status: ClaimFields['status']
  credibility: number | null
}

/** A citation of a memo with what is kept of it; `state` and `kept` are JSON. */
export interface CitedRow {
  memo: Id
  citation: Id
  passage: Id
  quote: string
  version: number
  state: string | null
  kept: string | null
  reason: string | null
}

export interface ReviewedMemo {
  memo: Id
  title: string
  language: string
  /** The name of its citation style. */
  style: string
  document: string
}

const citedRows = `SELECT memo_citation.memo_id AS memo, memo_citation.citation_id AS citation, memo_citation.passage_id AS passage,
    memo_citation.quote, memo_citation.version, cited_state.state, cited_state.kept, cited_state.reason
  FROM memo_citation LEFT JOIN cited_state ON cited_state.memo_id = memo_citation.memo_id
    AND cited_state.citation_id = memo_citation.citation_id AND cited_state.passage_id = memo_citation.passage_id`

/** Prepares the statements of reviews; a source in the trash counts as deleted. Ids are given as a JSON array where many are asked for at once. */
export function reviewsStore(db: Db) {
  const ofMemo = db.prepare<[Id], CitedRow>(`${citedRows} WHERE memo_citation.memo_id = ? ORDER BY memo_citation.position`)
  const ofSource = db.prepare<[Id], CitedRow>(
    `${citedRows} WHERE memo_citation.passage_id IN (SELECT id FROM passage WHERE source_id = ?)
     ORDER BY memo_citation.memo_id, memo_citation.position`,
  )
  const memosMissing = db
    .prepare<[], Id>(`SELECT DISTINCT memo FROM (${citedRows}) WHERE state IS NULL`)
    .pluck()
  const standings = db.prepare<[string], StandingRow>(
    `SELECT passage.id AS passage, passage.source_id AS source, passage.version, passage.state, source.title AS sourceTitle,
       source.reliability, source.retracted_on AS retractedOn
     FROM json_each(?) AS wanted JOIN passage ON passage.id = wanted.value
     JOIN source ON source.id = passage.source_id AND source.trashed_at IS NULL`,
  )
  const quotes = db.prepare<[string], { passage: Id; quote: string }>(
    `SELECT segment.passage_id AS passage, segment.quote FROM json_each(?) AS wanted
     JOIN segment ON segment.passage_id = wanted.value ORDER BY wanted.key, segment.position`,
  )
  const claims = db.prepare<[string], ClaimRow>(
    `SELECT tag.passage_id AS passage, item.id AS item, item.statement, claim.status, claim.credibility
     FROM json_each(?) AS wanted JOIN tag ON tag.passage_id = wanted.value
     JOIN claim ON claim.item_id = tag.item_id JOIN item ON item.id = tag.item_id
     WHERE tag.role IN ('states', 'supports') ORDER BY wanted.key, tag.row`,
  )
  const against = db.prepare<{ items: string }, { item: Id; against: Id }>(
    `SELECT wanted.value AS item, tag.passage_id AS against FROM json_each(@items) AS wanted
       JOIN tag ON tag.item_id = wanted.value AND tag.role = 'contradicts' JOIN passage ON passage.id = tag.passage_id
       JOIN source ON source.id = passage.source_id AND source.trashed_at IS NULL
     UNION SELECT wanted.value, link.from_id FROM json_each(@items) AS wanted
       JOIN link ON link.to_id = wanted.value AND link.kind = 'contradicts'
     UNION SELECT wanted.value, link.to_id FROM json_each(@items) AS wanted
       JOIN link ON link.from_id = wanted.value AND link.kind = 'contradicts'
     ORDER BY 1, 2`,
  )
  const sources = db.prepare<[string], Id>('SELECT source.id FROM json_each(?) AS wanted JOIN source ON source.id = wanted.value AND source.trashed_at IS NULL').pluck()
  const note = db.prepare(
    `INSERT INTO cited_state (memo_id, citation_id, passage_id, state, noted_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (memo_id, citation_id, passage_id) DO UPDATE SET state = excluded.state, kept = NULL, reason = '', noted_at = excluded.noted_at`,
  )
  const keep = db.prepare(
    'UPDATE cited_state SET kept = ?, reason = ? WHERE memo_id = ? AND citation_id = ? AND passage_id = ?',
  )
  const memo = db.prepare<[Id], ReviewedMemo>(
    `SELECT memo.id AS memo, memo.title, memo.language, memo.citation_style AS style, memo_body.document
     FROM memo JOIN memo_body ON memo_body.memo_id = memo.id WHERE memo.id = ?`,
  )
  const source = db.prepare<[Id], number>('SELECT 1 FROM source WHERE id = ?').pluck()
  return {
    ofMemo: (id: Id) => ofMemo.all(id),
    ofSource: (id: Id) => ofSource.all(id),
    memosMissing: () => memosMissing.all(),
    standings: (passages: string) => standings.all(passages),
    quotes: (passages: string) => quotes.all(passages),
    claims: (passages: string) => claims.all(passages),
    against: (items: string) => against.all({ items }),
    existingSources: (ids: string) => new Set(sources.all(ids)),
    note: (of: Id, { citation, passage }: ReviewKey, state: string, at: Instant) => void note.run(of, citation, passage, state, at),
    keep: (of: Id, { citation, passage }: ReviewKey, kept: string | null, reason: string) =>
      void keep.run(kept, reason, of, citation, passage),
    memo: (id: Id) => memo.get(id),
    hasSource: (id: Id) => source.get(id) === 1,
  }
}

export type ReviewsStore = ReturnType<typeof reviewsStore>
