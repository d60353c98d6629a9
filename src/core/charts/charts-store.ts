// SQL of the charts. Sources in the trash count for nothing.
import type { Db } from '../database/open-database.ts'

/** Prepares the statements of charts. */
export function chartsStore(db: Db) {
  const statuses = db.prepare<[], { status: string; claims: number }>('SELECT status, count(*) AS claims FROM claim GROUP BY status')
  const stances = db.prepare<[], { id: string; actor: string; stance: string | null; claims: number }>(
    `SELECT item.id, item.statement AS actor, claim.stance, count(*) AS claims
     FROM claim JOIN item ON item.id = claim.speaker_id GROUP BY item.id, claim.stance ORDER BY item.row`,
  )
  const dates = db.prepare<[], { claim: string; issued: string }>(
    `SELECT DISTINCT claim.item_id AS claim, source.issued FROM claim
     JOIN tag ON tag.item_id = claim.item_id JOIN passage ON passage.id = tag.passage_id
     JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL WHERE source.issued IS NOT NULL`,
  )
  const claims = db.prepare<[], number>('SELECT count(*) FROM claim').pluck()
  return {
    statuses: () => statuses.all(),
    stances: () => stances.all(),
    /** Each claim with each date that a source of it bears. */
    dates: () => dates.all(),
    claims: () => claims.get() ?? 0,
  }
}
