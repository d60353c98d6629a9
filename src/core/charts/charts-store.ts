// SQL of the charts. Sources in the trash count for nothing.
import { chartFilters, type ChartChoices, type ChartFilter, type ChartFilterKind } from '../../shared/charts.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Db } from '../database/open-database.ts'

type Wanted = Record<ChartFilterKind, Id | null>

const most = 500

/** Each collection and code below the wanted one, that one included. */
const trees = `WITH RECURSIVE
  shelf (id) AS (SELECT @collection UNION SELECT collection.id FROM collection JOIN shelf ON collection.parent_id = shelf.id),
  below (id) AS (SELECT @code UNION SELECT code.id FROM code JOIN below ON code.parent_id = below.id)`

/** Whether a source is one that is counted. */
const inSource = `(@source IS NULL OR source.id = @source)
  AND (@collection IS NULL OR source.id IN (SELECT source_id FROM collection_source WHERE collection_id IN shelf))`

/** Whether a claim has a passage where it is wanted, and is said by who is wanted. */
const isWanted = `(@actor IS NULL OR claim.speaker_id = @actor)
  AND ((@source IS NULL AND @collection IS NULL AND @code IS NULL) OR EXISTS (
    SELECT 1 FROM tag JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL
    WHERE tag.item_id = claim.item_id AND ${inSource}
      AND (@code IS NULL OR EXISTS (SELECT 1 FROM tag AS note JOIN item AS noted ON noted.id = note.item_id
        WHERE note.passage_id = passage.id AND noted.code_id IN below))))`

const names: Record<ChartFilterKind, string> = {
  collection: 'SELECT name FROM collection WHERE id = ?',
  source: 'SELECT title FROM source WHERE id = ?',
  code: 'SELECT name FROM code WHERE id = ?',
  actor: 'SELECT statement FROM item WHERE id = ?',
}

const choices: Record<ChartFilterKind, string> = {
  collection: `WITH RECURSIVE path (id, name) AS (
      SELECT id, name FROM collection WHERE parent_id IS NULL
      UNION ALL SELECT collection.id, path.name || ' / ' || collection.name FROM collection JOIN path ON path.id = collection.parent_id)
    SELECT id, name FROM path ORDER BY name LIMIT ${most}`,
  source: `SELECT DISTINCT source.id, source.title AS name FROM claim JOIN tag ON tag.item_id = claim.item_id
    JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL
    ORDER BY source.title LIMIT ${most}`,
  code: `WITH RECURSIVE path (id, name) AS (
      SELECT id, name FROM code WHERE parent_id IS NULL
      UNION ALL SELECT code.id, path.name || ' / ' || code.name FROM code JOIN path ON path.id = code.parent_id)
    SELECT DISTINCT path.id, path.name FROM claim JOIN tag ON tag.item_id = claim.item_id
    JOIN tag AS note ON note.passage_id = tag.passage_id JOIN item AS noted ON noted.id = note.item_id JOIN path ON path.id = noted.code_id
    ORDER BY path.name LIMIT ${most}`,
  actor: `SELECT DISTINCT item.id, item.statement AS name FROM claim JOIN item ON item.id = claim.speaker_id ORDER BY item.statement LIMIT ${most}`,
}

const wantedBy = (filter: ChartFilter): Wanted => ({
  collection: filter.collection ?? null,
  source: filter.source ?? null,
  code: filter.code ?? null,
  actor: filter.actor ?? null,
})

/** Prepares the statements of charts. */
export function chartsStore(db: Db) {
  const statuses = db.prepare<Wanted, { status: string; claims: number }>(`${trees} SELECT status, count(*) AS claims FROM claim WHERE ${isWanted} GROUP BY status`)
  const stances = db.prepare<Wanted, { id: string; actor: string; stance: string | null; claims: number }>(
    `${trees} SELECT item.id, item.statement AS actor, claim.stance, count(*) AS claims
     FROM claim JOIN item ON item.id = claim.speaker_id WHERE ${isWanted} GROUP BY item.id, claim.stance ORDER BY item.row`,
  )
  const dates = db.prepare<Wanted, { claim: string; issued: string }>(
    `${trees} SELECT DISTINCT claim.item_id AS claim, source.issued FROM claim
     JOIN tag ON tag.item_id = claim.item_id JOIN passage ON passage.id = tag.passage_id
     JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL
     WHERE source.issued IS NOT NULL AND ${inSource} AND ${isWanted}`,
  )
  const claims = db.prepare<Wanted, number>(`${trees} SELECT count(*) FROM claim WHERE ${isWanted}`).pluck()
  const named = Object.fromEntries(chartFilters.map((kind) => [kind, db.prepare<[Id], string>(names[kind]).pluck()]))
  const offered = chartFilters.map((kind) => [kind, db.prepare<[], { id: Id; name: string }>(choices[kind])] as const)
  return {
    statuses: (filter: ChartFilter) => statuses.all(wantedBy(filter)),
    stances: (filter: ChartFilter) => stances.all(wantedBy(filter)),
    /** Each claim with each date that a source of it bears, of the sources wanted. */
    dates: (filter: ChartFilter) => dates.all(wantedBy(filter)),
    claims: (filter: ChartFilter) => claims.get(wantedBy(filter)) ?? 0,
    name: (kind: ChartFilterKind, id: Id) => named[kind]?.get(id) ?? null,
    choices: () => Object.fromEntries(offered.map(([kind, statement]) => [kind, statement.all()])) as ChartChoices,
  }
}
