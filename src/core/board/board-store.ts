// SQL of the board.
import type { AdviceRow } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ClaimFields, Role } from '../../shared/items.ts'
import type { Reliability } from '../../shared/sources.ts'
import type { Db } from '../database/open-database.ts'

/** A claim without what is counted from its passages. */
export type ClaimLine = Omit<ClaimFields, 'speaker'> & { id: Id; statement: string; speaker: string | null; speakerId: Id | null }

/** How many passages of a source bear on a claim in a role. */
export interface Bearing {
  claim: Id
  role: Role
  source: Id
  title: string
  reliability: Reliability | null
  passages: number
}

/** A claim that belongs under a heading. */
export interface Membership {
  claim: Id
  key: Id
  title: string
}

/** A recommendation with the ids by which it is grouped. */
export type AdviceLine = Omit<AdviceRow, 'restsOn'> & { addresseeId: Id | null }

/** That a recommendation rests on a claim. */
export type Basis = AdviceRow['restsOn'][number] & { recommendation: Id }

const underCode = `WITH RECURSIVE below (id) AS (SELECT @code UNION SELECT code.id FROM code JOIN below ON code.parent_id = below.id)
  SELECT note.passage_id FROM tag AS note JOIN item AS noted ON noted.id = note.item_id WHERE noted.code_id IN below`

const claimColumns = `item.id, item.statement, speaker.statement AS speaker, claim.speaker_id AS speakerId, claim.stance,
  claim.status, claim.likelihood, claim.confidence, claim.credibility
  FROM claim JOIN item ON item.id = claim.item_id LEFT JOIN item AS speaker ON speaker.id = claim.speaker_id`

const bearingsOf = (claims: string) => `SELECT tag.item_id AS claim, tag.role, passage.source_id AS source, source.title, source.reliability, count(*) AS passages
  FROM claim JOIN tag ON tag.item_id = claim.item_id JOIN passage ON passage.id = tag.passage_id
  JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL ${claims}
  GROUP BY tag.item_id, tag.role, passage.source_id ORDER BY min(tag.row)`

/** Prepares the statements of the board. */
export function boardStore(db: Db) {
  // What this connection wrote, and whether another one did.
  const written = db.prepare<[], number>('SELECT total_changes()').pluck()
  const claims = db.prepare<[], ClaimLine>(`SELECT ${claimColumns} ORDER BY item.row`)
  const inSource = db
    .prepare<[Id], Id>('SELECT DISTINCT tag.item_id FROM passage JOIN tag ON tag.passage_id = passage.id WHERE passage.source_id = ?')
    .pluck()
  const withCode = db.prepare<{ code: Id }, Id>(`SELECT DISTINCT tag.item_id FROM tag WHERE tag.passage_id IN (${underCode})`).pluck()
  const someClaims = db.prepare<[string], ClaimLine>(`SELECT ${claimColumns} WHERE item.id IN (SELECT value FROM json_each(?))`)
  const allBearings = db.prepare<[], Bearing>(bearingsOf(''))
  const someBearings = db.prepare<[string], Bearing>(bearingsOf('WHERE claim.item_id IN (SELECT value FROM json_each(?))'))
  const sources = db.prepare<[], Membership>(
    `SELECT DISTINCT tag.item_id AS claim, source.id AS "key", source.title
     FROM claim JOIN tag ON tag.item_id = claim.item_id JOIN passage ON passage.id = tag.passage_id
     JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL`,
  )
  const codes = db.prepare<[], Membership>(
    `WITH RECURSIVE path (id, title) AS (
       SELECT id, name FROM code WHERE parent_id IS NULL
       UNION ALL SELECT code.id, path.title || ' / ' || code.name FROM code JOIN path ON path.id = code.parent_id)
     SELECT DISTINCT tag.item_id AS claim, path.id AS "key", path.title
     FROM claim JOIN tag ON tag.item_id = claim.item_id
     JOIN tag AS note ON note.passage_id = tag.passage_id JOIN item AS noted ON noted.id = note.item_id JOIN path ON path.id = noted.code_id`,
  )
  const recommendations = db.prepare<[], AdviceLine>(
    `SELECT item.id, item.statement, addressee.statement AS addressee, recommendation.addressee_id AS addresseeId,
       proponent.statement AS proponent, recommendation.instrument, recommendation.status
     FROM recommendation JOIN item ON item.id = recommendation.item_id
     LEFT JOIN item AS addressee ON addressee.id = recommendation.addressee_id
     LEFT JOIN item AS proponent ON proponent.id = recommendation.proponent_id
     ORDER BY item.row`,
  )
  const bases = db.prepare<[], Basis>(
    `SELECT link.from_id AS recommendation, item.id, substr(item.statement, 1, 240) AS statement, claim.status
     FROM link JOIN item ON item.id = link.to_id JOIN claim ON claim.item_id = item.id
     WHERE link.kind = 'rests on' ORDER BY link.row`,
  )
  const setAdviceStatus = db.prepare('UPDATE recommendation SET status = @status WHERE item_id = @recommendation AND status <> @status')
  const setStatus = db.prepare('UPDATE claim SET status = @status WHERE item_id = @claim AND status <> @status')
  return {
    /** Another value after every write to the workspace, by whichever connection. */
    version: () => `${String(db.pragma('data_version', { simple: true }))} ${String(written.get())}`,
    claims: () => claims.all(),
    /** Items with a passage in a source, and those with a passage under a code or one below it. */
    inSource: (source: Id) => new Set(inSource.all(source)),
    withCode: (code: Id) => new Set(withCode.all({ code })),
    someClaims: (ids: readonly Id[]) => someClaims.all(JSON.stringify(ids)),
    allBearings: () => allBearings.all(),
    someBearings: (ids: readonly Id[]) => someBearings.all(JSON.stringify(ids)),
    memberships: (of: 'source' | 'code') => (of === 'source' ? sources : codes).all(),
    recommendations: () => recommendations.all(),
    bases: () => bases.all(),
    setAdviceStatus: (recommendation: Id, status: string) => void setAdviceStatus.run({ recommendation, status }),
    setStatus: (claim: Id, status: string) => void setStatus.run({ claim, status }),
  }
}

export type BoardStore = ReturnType<typeof boardStore>
