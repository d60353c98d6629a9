// SQL of the claims board.
import type { BoardFilter } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ClaimFields, Role } from '../../shared/items.ts'
import type { Reliability } from '../../shared/sources.ts'
import type { Db } from '../database/open-database.ts'

/** A claim without what is counted from its passages. */
export type ClaimLine = Omit<ClaimFields, 'speaker'> & { id: Id; statement: string; speaker: string | null }

/** How many passages of a source bear on a claim in a role. */
export interface Bearing {
  claim: Id
  role: Role
  source: Id
  title: string
  reliability: Reliability | null
  passages: number
}

const underCode = `WITH RECURSIVE below (id) AS (SELECT @code UNION SELECT code.id FROM code JOIN below ON code.parent_id = below.id)
  SELECT note.passage_id FROM tag AS note JOIN item AS noted ON noted.id = note.item_id WHERE noted.code_id IN below`

/** Prepares the statements of the board. */
export function boardStore(db: Db) {
  const claims = db.prepare<Record<keyof BoardFilter, string | number | null>, ClaimLine>(
    `SELECT item.id, substr(item.statement, 1, 240) AS statement, speaker.statement AS speaker, claim.stance,
       claim.status, claim.likelihood, claim.confidence, claim.credibility
     FROM claim JOIN item ON item.id = claim.item_id LEFT JOIN item AS speaker ON speaker.id = claim.speaker_id
     WHERE (@status IS NULL OR claim.status = @status)
       AND (@speaker IS NULL OR claim.speaker_id = @speaker)
       AND (@credibility IS NULL OR claim.credibility = @credibility)
       AND (@source IS NULL OR EXISTS (SELECT 1 FROM tag JOIN passage ON passage.id = tag.passage_id
         WHERE tag.item_id = item.id AND passage.source_id = @source))
       AND (@code IS NULL OR EXISTS (SELECT 1 FROM tag WHERE tag.item_id = item.id AND tag.passage_id IN (${underCode})))
       AND (@text IS NULL OR instr(lower(item.statement || ' ' || coalesce(speaker.statement, '')), lower(@text)) > 0)
     ORDER BY item.row`,
  )
  const bearings = db.prepare<{ claim: Id | null }, Bearing>(
    `SELECT tag.item_id AS claim, tag.role, passage.source_id AS source, source.title, source.reliability, count(*) AS passages
     FROM claim JOIN tag ON tag.item_id = claim.item_id JOIN passage ON passage.id = tag.passage_id
     JOIN source ON source.id = passage.source_id
     WHERE @claim IS NULL OR claim.item_id = @claim
     GROUP BY tag.item_id, tag.role, passage.source_id ORDER BY min(tag.row)`,
  )
  const setStatus = db.prepare('UPDATE claim SET status = @status WHERE item_id = @claim AND status <> @status')
  return {
    claims: ({ text, status, speaker, source, code, credibility }: BoardFilter) =>
      claims.all({
        text: text?.trim() || null,
        status: status ?? null,
        speaker: speaker ?? null,
        source: source ?? null,
        code: code ?? null,
        credibility: credibility ?? null,
      }),
    bearings: (claim: Id | null) => bearings.all({ claim }),
    setStatus: (claim: Id, status: string) => void setStatus.run({ claim, status }),
  }
}
