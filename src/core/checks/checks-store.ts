// SQL of the checks: what is known of cited passages, and what was decided about findings.
import type { Db } from '../database/open-database.ts'
import type { FindingDecision } from '../../shared/checks.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ClaimFields } from '../../shared/items.ts'

export interface FactsRow {
  passage: Id
  source: Id
  state: 'placed' | 'review'
  title: string
  authors: string
  container: string | null
  issued: string | null
  retractedOn: string | null
  /** 1 while the source is in the trash. */
  trashed: 0 | 1
}

/** Prepares the statements of checks. Ids are given as a JSON array. */
export function checksStore(db: Db) {
  const facts = db.prepare<[string], FactsRow>(
    `SELECT passage.id AS passage, passage.source_id AS source, passage.state, source.title, source.authors,
       source.container_title AS container, source.issued, source.retracted_on AS retractedOn,
       source.trashed_at IS NOT NULL AS trashed
     FROM json_each(?) AS wanted JOIN passage ON passage.id = wanted.value JOIN source ON source.id = passage.source_id`,
  )
  const quotes = db.prepare<[string], { passage: Id; quote: string }>(
    `SELECT segment.passage_id AS passage, segment.quote FROM json_each(?) AS wanted
     JOIN segment ON segment.passage_id = wanted.value ORDER BY wanted.key, segment.position`,
  )
  const claims = db.prepare<[string], { passage: Id; statement: string; status: ClaimFields['status'] }>(
    `SELECT tag.passage_id AS passage, item.statement, claim.status FROM json_each(?) AS wanted
     JOIN tag ON tag.passage_id = wanted.value JOIN claim ON claim.item_id = tag.item_id JOIN item ON item.id = tag.item_id
     WHERE tag.role IN ('states', 'supports') ORDER BY wanted.key, tag.row`,
  )
  const document = db.prepare<[Id], string>('SELECT document FROM memo_body WHERE memo_id = ?').pluck()
  const text = db
    .prepare<[Id], string>(
      `SELECT source_text.text FROM source JOIN source_text ON source_text.source_id = source.id
         AND source_text.version = source.version WHERE source.id = ?`,
    )
    .pluck()
  const decisions = db.prepare<[Id], { finding: string; reason: string }>(
    'SELECT finding, reason FROM finding_decision WHERE memo_id = ?',
  )
  const decide = db.prepare(
    `INSERT INTO finding_decision (memo_id, finding, reason, decided_at) VALUES (@memo, @finding, @reason, @at)
     ON CONFLICT (memo_id, finding) DO UPDATE SET reason = excluded.reason, decided_at = excluded.decided_at`,
  )
  const forget = db.prepare('DELETE FROM finding_decision WHERE memo_id = ? AND finding = ?')
  const exists = db.prepare<[Id], number>('SELECT 1 FROM memo WHERE id = ?').pluck()
  return {
    document: (memo: Id) => document.get(memo),
    facts: (passages: string) => facts.all(passages),
    quotes: (passages: string) => quotes.all(passages),
    claims: (passages: string) => claims.all(passages),
    text: (source: Id) => text.get(source) ?? '',
    decisions: (memo: Id) => new Map(decisions.all(memo).map(({ finding, reason }) => [finding, reason])),
    decide: (decision: FindingDecision, at: Instant) => void decide.run({ ...decision, at }),
    forget: (memo: Id, finding: string) => forget.run(memo, finding).changes === 1,
    hasMemo: (memo: Id) => exists.get(memo) === 1,
  }
}

export type ChecksStore = ReturnType<typeof checksStore>
