// SQL of the full-text indexes.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind } from '../../shared/items.ts'

export interface SourceHit {
  id: Id
  title: string
  containerTitle: string | null
  text: string
}

export interface PassageHit {
  id: Id
  source: Id
  sourceTitle: string
  quote: string
  start: number
  end: number
}

export interface ItemHit {
  id: Id
  kind: ItemKind
  statement: string
  comment: string
  aliases: string
  passage: Id | null
  source: Id | null
}

export interface MemoHit {
  id: Id
  title: string
  plain: string
}

const passageColumns = `passage.id, passage.source_id AS source, source.title AS sourceTitle,
  segment.quote, segment.start, segment."end"`

const passageJoins = `JOIN passage ON passage.id = segment.passage_id JOIN source ON source.id = passage.source_id`

/** Prepares the statements of search; `match` is an FTS5 expression from `matchExpression`. */
export function searchStore(db: Db) {
  const byTitle = db.prepare<[string, number], SourceHit>(
    `SELECT source.id, source.title, source.container_title AS containerTitle, '' AS text
     FROM source_index JOIN source ON source.row = source_index.rowid
     WHERE source_index MATCH ? ORDER BY rank LIMIT ?`,
  )
  const byText = db.prepare<[string, number], SourceHit>(
    `SELECT source.id, source.title, source.container_title AS containerTitle, source_text.text
     FROM source_text_index JOIN source_text ON source_text.row = source_text_index.rowid
     JOIN source ON source.id = source_text.source_id AND source.version = source_text.version
     WHERE source_text_index MATCH ? ORDER BY source_text_index.rank LIMIT ?`,
  )
  const passages = db.prepare<[string, number], PassageHit>(
    `SELECT ${passageColumns} FROM segment_index JOIN segment ON segment.row = segment_index.rowid ${passageJoins}
     WHERE segment_index MATCH ? ORDER BY rank LIMIT ?`,
  )
  const items = db.prepare<[string, number], ItemHit>(
    `SELECT item.id, item.kind, item.statement, item.comment, coalesce(actor.aliases, '[]') AS aliases,
       passage.id AS passage, passage.source_id AS source
     FROM item_index JOIN item ON item.row = item_index.rowid
     LEFT JOIN actor ON actor.item_id = item.id
     LEFT JOIN tag ON tag.row = (SELECT min(row) FROM tag WHERE tag.item_id = item.id)
     LEFT JOIN passage ON passage.id = tag.passage_id
     WHERE item_index MATCH ? ORDER BY rank LIMIT ?`,
  )
  const memos = db.prepare<[string, number], MemoHit>(
    `SELECT memo.id, memo.title, memo_index.plain FROM memo_index JOIN memo ON memo.row = memo_index.rowid
     WHERE memo_index MATCH ? ORDER BY rank LIMIT ?`,
  )
  const ofItems = db.prepare<[string, number], PassageHit>(
    `SELECT ${passageColumns} FROM item_index JOIN item ON item.row = item_index.rowid
     JOIN tag ON tag.item_id = item.id JOIN segment ON segment.passage_id = tag.passage_id AND segment.position = 0
     ${passageJoins} WHERE item_index MATCH ? ORDER BY item_index.rank LIMIT ?`,
  )
  const ofSources = db.prepare<[string, number], PassageHit>(
    `SELECT ${passageColumns} FROM source_index JOIN source ON source.row = source_index.rowid
     JOIN passage ON passage.source_id = source.id
     JOIN segment ON segment.passage_id = passage.id AND segment.position = 0
     WHERE source_index MATCH ? ORDER BY source_index.rank, segment.start LIMIT ?`,
  )
  const newest = db.prepare<[number], PassageHit>(
    `SELECT ${passageColumns} FROM segment ${passageJoins}
     WHERE segment.position = 0 ORDER BY passage.row DESC LIMIT ?`,
  )
  return {
    byTitle: (match: string, limit: number) => byTitle.all(match, limit),
    byText: (match: string, limit: number) => byText.all(match, limit),
    passages: (match: string, limit: number) => passages.all(match, limit),
    items: (match: string, limit: number) => items.all(match, limit),
    memos: (match: string, limit: number) => memos.all(match, limit),
    passagesOfItems: (match: string, limit: number) => ofItems.all(match, limit),
    passagesOfSources: (match: string, limit: number) => ofSources.all(match, limit),
    newestPassages: (limit: number) => newest.all(limit),
  }
}
