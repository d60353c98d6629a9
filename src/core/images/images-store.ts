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
  return {
    byHash: (sha256: string) => byHash.get(sha256),
    byId: (id: Id) => byId.get(id),
    insert: (row: MemoImage & { sha256: string; bytes: Buffer; at: Instant }) => void insert.run(row),
  }
}
