// SQL of suggestions: the text they are read from, what was decided of them, and what is tagged already.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ProposalKind } from '../../shared/suggestions.ts'

/** What was decided about one proposal; `quote` with its surroundings finds it again. */
export interface DecisionRow {
  kind: ProposalKind
  quote: string
  prefix: string
  suffix: string
}

interface DecidedRow extends DecisionRow {
  source: Id
  decision: 'accepted' | 'rejected'
  rule: string
  at: Instant
}

/** A stretch of text that has a tag; `names` is a JSON array of an actor's name and aliases, empty for other kinds. */
export interface TaggedRow {
  kind: ProposalKind
  start: number
  end: number
  names: string
}

export function suggestionsStore(db: Db) {
  const current = db.prepare<[Id], { version: number; language: string | null }>('SELECT version, language FROM source WHERE id = ?')
  const text = db.prepare<[Id, number], { text: string; blocks: string }>(
    'SELECT text, blocks FROM source_text WHERE source_id = ? AND version = ?',
  )
  const decisions = db.prepare<[Id], DecisionRow>(
    'SELECT kind, quote, prefix, suffix FROM suggestion_decision WHERE source_id = ?',
  )
  const tagged = db.prepare<[Id], TaggedRow>(
    `SELECT item.kind, segment.start, segment."end",
       CASE WHEN actor.item_id IS NULL THEN '[]' ELSE json_insert(actor.aliases, '$[#]', item.statement) END AS names
     FROM passage JOIN segment ON segment.passage_id = passage.id JOIN tag ON tag.passage_id = passage.id
     JOIN item ON item.id = tag.item_id LEFT JOIN actor ON actor.item_id = item.id
     WHERE passage.source_id = ? AND item.kind <> 'note'`,
  )
  const actors = db.prepare<[], { item: Id; names: string }>(
    `SELECT item.id AS item, json_insert(actor.aliases, '$[#]', item.statement) AS names
     FROM actor JOIN item ON item.id = actor.item_id ORDER BY item.row`,
  )
  const insert = db.prepare(
    `INSERT INTO suggestion_decision (source_id, kind, decision, rule, quote, prefix, suffix, decided_at)
     VALUES (@source, @kind, @decision, @rule, @quote, @prefix, @suffix, @at)`,
  )
  return {
    current: (source: Id) => current.get(source),
    text: (source: Id, version: number) => text.get(source, version),
    decisions: (source: Id) => decisions.all(source),
    tagged: (source: Id) => tagged.all(source),
    actors: () => actors.all().map(({ item, names }) => ({ item, names: JSON.parse(names) as string[] })),
    insert: (row: DecidedRow) => void insert.run(row),
  }
}

export type SuggestionsStore = ReturnType<typeof suggestionsStore>
