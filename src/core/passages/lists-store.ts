// SQL of lists of passages: a line for each tag.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemKind, Role } from '../../shared/items.ts'
import type { PassageLine } from '../../shared/passages.ts'

/** A tag as it is exported: what it says of its passage, with the item whole. */
export interface ExportedTag {
  tag: Id
  passage: Id
  kind: ItemKind
  statement: string
  code: Id | null
  role: Role
  comment: string
}

/** Prepares the statements. */
export function listsStore(db: Db) {
  const ofItem = db.prepare<[Id], PassageLine>('SELECT id AS tag, passage_id AS passage FROM tag WHERE item_id = ? ORDER BY row')
  const ofCode = db.prepare<[Id], PassageLine>(
    `SELECT tag.id AS tag, tag.passage_id AS passage FROM item JOIN tag ON tag.item_id = item.id
     JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL
     WHERE item.code_id = ? ORDER BY tag.row`,
  )
  const ofSource = db.prepare<[Id], PassageLine>(
    `SELECT tag.id AS tag, tag.passage_id AS passage FROM passage JOIN tag ON tag.passage_id = passage.id
     JOIN segment ON segment.passage_id = passage.id AND segment.position = 0
     WHERE passage.source_id = ? ORDER BY segment.start, segment."end", tag.row`,
  )
  const placed = "JOIN passage ON passage.id = tag.passage_id JOIN source ON source.id = passage.source_id AND +source.trashed_at IS NULL"
  const ofItems = db.prepare<[string], PassageLine>(
    `SELECT tag.id AS tag, tag.passage_id AS passage FROM json_each(?) AS wanted JOIN tag ON tag.item_id = wanted.value ${placed}
     ORDER BY wanted.key, tag.row`,
  )
  const ofPassages = db.prepare<[string], PassageLine>(
    `SELECT tag.id AS tag, tag.passage_id AS passage FROM json_each(?) AS wanted JOIN tag ON tag.passage_id = wanted.value
     ORDER BY wanted.key, tag.row`,
  )
  const exported = db.prepare<[string], ExportedTag>(
    `SELECT tag.id AS tag, tag.passage_id AS passage, item.kind, item.statement, item.code_id AS code, tag.role, tag.comment
     FROM (SELECT value, min(key) AS place FROM json_each(?) GROUP BY value) AS wanted
     JOIN tag ON tag.id = wanted.value JOIN item ON item.id = tag.item_id ORDER BY wanted.place`,
  )
  return {
    ofItem: (item: Id) => ofItem.all(item),
    ofCode: (code: Id) => ofCode.all(code),
    ofSource: (source: Id) => ofSource.all(source),
    /** Sources in the trash are left out. */
    ofItems: (items: readonly Id[]) => ofItems.all(JSON.stringify(items)),
    /** A line for each tag of these passages. */
    ofPassages: (passages: readonly Id[]) => ofPassages.all(JSON.stringify(passages)),
    /** Those of the tags that exist, in the order given, each once. */
    exported: (tags: readonly Id[]) => exported.all(JSON.stringify(tags)),
  }
}
