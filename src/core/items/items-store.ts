// SQL of items, their fields by kind, and tags.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ItemKind, ItemReference, ItemSummary, Role, SimilarItem } from '../../shared/items.ts'

export interface ItemRow {
  id: Id
  kind: ItemKind
  code: Id | null
  statement: string
  comment: string
  createdAt: Instant
}

export interface ClaimRow {
  speaker: Id | null
  stance: string | null
  credibility: number | null
  likelihood: string | null
  confidence: string | null
  status: string
}

export interface ActorRow {
  actorKind: string | null
  aliases: string
  role: string | null
  affiliation: string | null
}

export interface RecommendationRow {
  addressee: Id | null
  proponent: Id | null
  instrument: string | null
  status: string
}

interface TagRow {
  row: number
  id: Id
  passage: Id
  item: Id
  role: Role
  comment: string
}

const summaryColumns = `item.id, item.kind, item.statement, item.code_id AS code,
  coalesce(speaker.statement, actor.role, addressee.statement) AS detail,
  coalesce(claim.status, recommendation.status) AS status,
  count(DISTINCT passage.id) AS passages, count(DISTINCT passage.source_id) AS sources`

const summaryJoins = `FROM item
  LEFT JOIN claim ON claim.item_id = item.id
  LEFT JOIN item AS speaker ON speaker.id = claim.speaker_id
  LEFT JOIN actor ON actor.item_id = item.id
  LEFT JOIN recommendation ON recommendation.item_id = item.id
  LEFT JOIN item AS addressee ON addressee.id = recommendation.addressee_id
  LEFT JOIN tag ON tag.item_id = item.id
  LEFT JOIN passage ON passage.id = tag.passage_id
    AND passage.source_id NOT IN (SELECT id FROM source WHERE trashed_at IS NOT NULL)`

const references = `
  SELECT item.id AS item, item.kind, item.statement, 'speaker of' AS relation
    FROM claim JOIN item ON item.id = claim.item_id WHERE claim.speaker_id = @id
  UNION ALL SELECT item.id, item.kind, item.statement, 'addressee of'
    FROM recommendation JOIN item ON item.id = recommendation.item_id WHERE recommendation.addressee_id = @id
  UNION ALL SELECT item.id, item.kind, item.statement, 'proponent of'
    FROM recommendation JOIN item ON item.id = recommendation.item_id WHERE recommendation.proponent_id = @id
  UNION ALL SELECT item.id, item.kind, item.statement, 'rests on'
    FROM link JOIN item ON item.id = link.to_id WHERE link.from_id = @id AND link.kind = 'rests on'
  UNION ALL SELECT item.id, item.kind, item.statement, 'basis of'
    FROM link JOIN item ON item.id = link.from_id WHERE link.to_id = @id AND link.kind = 'rests on'`

/** Prepares the statements of items. */
export function itemsStore(db: Db) {
  const insert = db.prepare(
    'INSERT INTO item (id, kind, code_id, statement, created_at) VALUES (@id, @kind, @code, @statement, @createdAt)',
  )
  const insertFields = {
    claim: db.prepare('INSERT INTO claim (item_id) VALUES (?)'),
    actor: db.prepare('INSERT INTO actor (item_id) VALUES (?)'),
    recommendation: db.prepare('INSERT INTO recommendation (item_id) VALUES (?)'),
  }
  const hasCode = db.prepare<[Id]>('SELECT 1 FROM code WHERE id = ?')
  const update = db.prepare(
    'UPDATE item SET statement = @statement, comment = @comment, code_id = @code WHERE id = @id',
  )
  const updateClaim = db.prepare(
    `UPDATE claim SET speaker_id = @speaker, stance = @stance, credibility = @credibility,
       likelihood = @likelihood, confidence = @confidence, status = @status WHERE item_id = @id`,
  )
  const updateActor = db.prepare(
    `UPDATE actor SET actor_kind = @actorKind, aliases = @aliases, role = @role, affiliation = @affiliation
     WHERE item_id = @id`,
  )
  const updateRecommendation = db.prepare(
    `UPDATE recommendation SET addressee_id = @addressee, proponent_id = @proponent,
       instrument = @instrument, status = @status WHERE item_id = @id`,
  )
  const remove = db.prepare('DELETE FROM item WHERE id = ?')
  const one = db.prepare<[Id], ItemRow>(
    'SELECT id, kind, code_id AS code, statement, comment, created_at AS createdAt FROM item WHERE id = ?',
  )
  const claim = db.prepare<[Id], ClaimRow>(
    `SELECT speaker_id AS speaker, stance, credibility, likelihood, confidence, status FROM claim WHERE item_id = ?`,
  )
  const actor = db.prepare<[Id], ActorRow>(
    'SELECT actor_kind AS actorKind, aliases, role, affiliation FROM actor WHERE item_id = ?',
  )
  const recommendation = db.prepare<[Id], RecommendationRow>(
    `SELECT addressee_id AS addressee, proponent_id AS proponent, instrument, status
     FROM recommendation WHERE item_id = ?`,
  )
  const list = db.prepare<[ItemKind | null], ItemSummary>(
    `SELECT ${summaryColumns} ${summaryJoins} WHERE item.kind = coalesce(?, item.kind)
     GROUP BY item.row ORDER BY item.statement COLLATE NOCASE, item.row`,
  )
  const listInSource = db.prepare<[Id, ItemKind | null], ItemSummary>(
    `SELECT ${summaryColumns} ${summaryJoins}
     WHERE item.id IN (SELECT tag.item_id FROM tag JOIN passage ON passage.id = tag.passage_id WHERE passage.source_id = ?)
       AND item.kind = coalesce(?, item.kind)
     GROUP BY item.row
     ORDER BY (SELECT min(segment.start) FROM tag AS first JOIN segment ON segment.passage_id = first.passage_id
               WHERE first.item_id = item.id), item.row`,
  )
  const names = db.prepare<[string], { id: Id; statement: string }>(
    'SELECT item.id, item.statement FROM json_each(?) AS wanted JOIN item ON item.id = wanted.value',
  )
  const referencesOf = db.prepare<{ id: Id }, ItemReference>(references)
  const actors = db.prepare<[], { item: Id; name: string; aliases: string; role: string | null; uses: number }>(
    `SELECT item.id AS item, item.statement AS name, actor.aliases, actor.role,
       (SELECT count(*) FROM tag WHERE tag.item_id = item.id) AS uses
     FROM actor JOIN item ON item.id = actor.item_id`,
  )
  const alike = db.prepare<[string, ItemKind], SimilarItem>(
    `SELECT item.id AS item, item.statement, coalesce(speaker.statement, addressee.statement) AS detail,
       (SELECT count(*) FROM tag WHERE tag.item_id = item.id) AS passages
     FROM item_index JOIN item ON item.row = item_index.rowid
     LEFT JOIN claim ON claim.item_id = item.id LEFT JOIN item AS speaker ON speaker.id = claim.speaker_id
     LEFT JOIN recommendation ON recommendation.item_id = item.id
     LEFT JOIN item AS addressee ON addressee.id = recommendation.addressee_id
     WHERE item_index MATCH ? AND item.kind = ? ORDER BY item_index.rank LIMIT 60`,
  )
  return {
    insert: (row: Pick<ItemRow, 'id' | 'kind' | 'code' | 'statement' | 'createdAt'>): void => {
      insert.run(row)
      if (row.kind !== 'note') insertFields[row.kind].run(row.id)
    },
    hasCode: (id: Id) => hasCode.get(id) !== undefined,
    update: (row: Pick<ItemRow, 'id' | 'statement' | 'comment' | 'code'>) => void update.run(row),
    updateClaim: (id: Id, row: ClaimRow) => void updateClaim.run({ ...row, id }),
    updateActor: (id: Id, row: ActorRow) => void updateActor.run({ ...row, id }),
    updateRecommendation: (id: Id, row: RecommendationRow) => void updateRecommendation.run({ ...row, id }),
    remove: (id: Id) => remove.run(id).changes === 1,
    one: (id: Id) => one.get(id),
    claim: (id: Id) => claim.get(id),
    actor: (id: Id) => actor.get(id),
    recommendation: (id: Id) => recommendation.get(id),
    list: (kind: ItemKind | null) => list.all(kind),
    listInSource: (source: Id, kind: ItemKind | null) => listInSource.all(source, kind),
    names: (ids: Id[]) => names.all(JSON.stringify(ids)),
    references: (id: Id) => referencesOf.all({ id }),
    actors: () => actors.all(),
    /** Items of a kind with any of the words, those with the rarest first; `match` is an FTS5 expression. */
    alike: (match: string, kind: ItemKind) => alike.all(match, kind),
  }
}

/** Prepares the statements of tags and of the links that say what a recommendation rests on. */
export function tagsStore(db: Db) {
  const insert = db.prepare(
    `INSERT INTO tag (id, passage_id, item_id, role, created_at) VALUES (@id, @passage, @item, @role, @at)`,
  )
  const columns = 'SELECT row, id, passage_id AS passage, item_id AS item, role, comment FROM tag'
  const one = db.prepare<[Id], TagRow>(`${columns} WHERE id = ?`)
  const between = db.prepare<[Id, Id], TagRow>(`${columns} WHERE passage_id = ? AND item_id = ?`)
  const ofItem = db.prepare<[Id], TagRow>(`${columns} WHERE item_id = ? ORDER BY row`)
  const update = db.prepare('UPDATE tag SET role = ?, comment = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM tag WHERE id = ?')
  const removeBarePassage = db.prepare(
    `DELETE FROM passage WHERE id = @id AND NOT EXISTS (SELECT 1 FROM tag WHERE passage_id = @id)
     AND NOT EXISTS (SELECT 1 FROM memo_citation WHERE passage_id = @id)`,
  )
  const restsOn = db
    .prepare<[Id], Id>("SELECT to_id FROM link WHERE from_id = ? AND kind = 'rests on' ORDER BY row")
    .pluck()
  const insertRestsOn = db.prepare("INSERT INTO link (id, from_id, to_id, kind) VALUES (?, ?, ?, 'rests on')")
  const removeRestsOn = db.prepare("DELETE FROM link WHERE from_id = ? AND to_id = ? AND kind = 'rests on'")
  return {
    insert: (tag: { id: Id; passage: Id; item: Id; role: Role; at: Instant }) => void insert.run(tag),
    one: (id: Id) => one.get(id),
    between: (passage: Id, item: Id) => between.get(passage, item),
    ofItem: (item: Id) => ofItem.all(item),
    update: (id: Id, role: Role, comment: string) => void update.run(role, comment, id),
    remove: (id: Id) => void remove.run(id),
    removeBarePassage: (id: Id) => void removeBarePassage.run({ id }),
    restsOn: (item: Id) => restsOn.all(item),
    addRestsOn: (id: Id, from: Id, to: Id) => void insertRestsOn.run(id, from, to),
    removeRestsOn: (from: Id, to: Id) => void removeRestsOn.run(from, to),
  }
}

export type ItemsStore = ReturnType<typeof itemsStore>
export type TagsStore = ReturnType<typeof tagsStore>
