// SQL of the images of memos.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { MemoImage } from '../../shared/images.ts'

const columns = 'id, media_type AS mediaType, width, height'

/** Prepares the statements of images. */
export function imagesStore(db: Db) {
  const byHash = db.prepare<[string], MemoImage>(`SELECT ${columns} FROM memo_image WHERE sha256 = ?`)
  const byId = db.prepare<[Id], MemoImage & { bytes: Buffer }>(`SELECT ${columns}, bytes FROM memo_image WHERE id = ?`)
  const insert = db.prepare(
    `INSERT INTO memo_image (id, sha256, media_type, width, height, bytes, added_at)
     VALUES (@id, @sha256, @mediaType, @width, @height, @bytes, @at)`,
  )
  const older = db.prepare<[Instant], Id>('SELECT id FROM memo_image WHERE added_at < ?').pluck()
  const documents = [
    `SELECT document FROM memo_body WHERE instr(document, '"image"') > 0`,
    `SELECT document FROM memo_template WHERE instr(document, '"image"') > 0`,
    `SELECT old_row FROM history_change WHERE changed_table IN ('memo_body', 'memo_template') AND instr(old_row, 'image') > 0`,
  ].map((sql) => db.prepare<[], string>(sql).pluck())
  const remove = db.prepare('DELETE FROM memo_image WHERE id = ?')
  return {
    /** Images that were taken in before then. */
    older: (then: Instant) => older.all(then),
    /** Every document that may name an image: of memos, of templates, and of those that an undo can bring back. */
    *documents(): Generator<string> {
      for (const statement of documents) yield* statement.iterate()
    },
    remove: (id: Id) => void remove.run(id),
    byHash: (sha256: string) => byHash.get(sha256),
    byId: (id: Id) => byId.get(id),
    insert: (row: MemoImage & { sha256: string; bytes: Buffer; at: Instant }) => void insert.run(row),
  }
}
