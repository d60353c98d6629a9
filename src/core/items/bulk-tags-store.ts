// SQL of work on many tags at once. Ids are given as a JSON array, so that thousands take one query.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { ItemKind, Role } from '../../shared/items.ts'

/** A tag with what is needed to move it: its item, and how many tags that item has in all. */
export interface HeldTag {
  id: Id
  passage: Id
  item: Id
  role: Role
  comment: string
  kind: ItemKind
  code: Id | null
  statement: string
  itemComment: string
  tagsOfItem: number
}

/** Prepares the statements. */
export function bulkTagsStore(db: Db) {
  const many = db.prepare<[string], HeldTag>(
    `SELECT tag.id, tag.passage_id AS passage, tag.item_id AS item, tag.role, tag.comment, item.kind, item.code_id AS code,
       item.statement, item.comment AS itemComment, (SELECT count(*) FROM tag AS other WHERE other.item_id = item.id) AS tagsOfItem
     FROM (SELECT DISTINCT value FROM json_each(?)) AS wanted
     JOIN tag ON tag.id = wanted.value JOIN item ON item.id = tag.item_id
     ORDER BY tag.row`,
  )
  const underCode = db
    .prepare<[Id, Id], Id>(
      `SELECT tag.id FROM tag JOIN item ON item.id = tag.item_id
       WHERE tag.passage_id = ? AND item.kind = 'note' AND item.code_id = ? ORDER BY tag.row LIMIT 1`,
    )
    .pluck()
  const hasCode = db.prepare<[Id], Id>('SELECT id FROM code WHERE id = ?').pluck()
  const give = db.prepare('UPDATE tag SET item_id = ?, role = ? WHERE id = ?')
  const addComment = db.prepare(
    `UPDATE tag SET comment = CASE WHEN comment = '' THEN @comment ELSE comment || char(10) || @comment END WHERE id = @id`,
  )
  const setRole = db.prepare('UPDATE tag SET role = @role WHERE id = @id AND role <> @role')
  const setCode = db.prepare('UPDATE item SET code_id = ? WHERE id = ?')
  const insertNote = db.prepare(
    `INSERT INTO item (id, kind, code_id, statement, comment, created_at) VALUES (@id, 'note', @code, @statement, @comment, @at)`,
  )
  return {
    many: (ids: readonly Id[]) => many.all(JSON.stringify(ids)),
    /** A tag of the passage with a note under the code. */
    underCode: (passage: Id, code: Id) => underCode.get(passage, code),
    hasCode: (code: Id) => hasCode.get(code) !== undefined,
    give: (tag: Id, item: Id, role: Role) => void give.run(item, role, tag),
    addComment: (id: Id, comment: string) => void addComment.run({ id, comment }),
    setRole: (id: Id, role: Role) => setRole.run({ id, role }).changes === 1,
    setCode: (item: Id, code: Id) => void setCode.run(code, item),
    insertNote: (note: { id: Id; code: Id; statement: string; comment: string; at: Instant }) => void insertNote.run(note),
  }
}
