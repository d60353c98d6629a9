// SQL of collections.
import type { Collection } from '../../shared/collections.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { Db } from '../database/open-database.ts'

export type CollectionRow = Omit<Collection, 'path' | 'total'>

/** Prepares the statements of collections. */
export function collectionsStore(db: Db) {
  const columns = 'id, parent_id AS parent, name, position'
  const list = db.prepare<[], CollectionRow>(`SELECT ${columns} FROM collection ORDER BY position, name COLLATE NOCASE`)
  const one = db.prepare<[Id], CollectionRow>(`SELECT ${columns} FROM collection WHERE id = ?`)
  // Each source once, also where it lies in a collection and in one below it.
  const totals = db.prepare<[], { id: Id; total: number }>(
    `WITH RECURSIVE above (id, member) AS (
       SELECT id, id FROM collection UNION ALL SELECT collection.parent_id, above.member FROM above JOIN collection ON collection.id = above.id
       WHERE collection.parent_id IS NOT NULL)
     SELECT above.id, count(DISTINCT source.row) AS total FROM above
     JOIN collection_source ON collection_source.collection_id = above.member
     JOIN source ON source.id = collection_source.source_id AND +source.trashed_at IS NULL GROUP BY above.id`,
  )
  const next = db.prepare<[Id | null], number>('SELECT coalesce(max(position), 0) + 1 FROM collection WHERE parent_id IS ?').pluck()
  const insert = db.prepare('INSERT INTO collection (id, parent_id, name, position) VALUES (@id, @parent, @name, @position)')
  const rename = db.prepare('UPDATE collection SET name = ? WHERE id = ?')
  const place = db.prepare('UPDATE collection SET parent_id = @parent, position = @position WHERE id = @id')
  const remove = db.prepare('DELETE FROM collection WHERE id = ?')
  const add = db.prepare(
    `INSERT OR IGNORE INTO collection_source (collection_id, source_id, added_at)
     SELECT @collection, id, @at FROM source WHERE id = @source`,
  )
  const take = db.prepare('DELETE FROM collection_source WHERE collection_id = @collection AND source_id = @source')
  const of = db.prepare<[Id], Id>('SELECT collection_id FROM collection_source WHERE source_id = ? ORDER BY added_at').pluck()
  return {
    list: () => list.all(),
    one: (id: Id) => one.get(id),
    totals: () => new Map(totals.all().map(({ id, total }) => [id, total])),
    nextPosition: (parent: Id | null) => Number(next.get(parent)),
    insert: (row: CollectionRow) => void insert.run(row),
    rename: (id: Id, name: string) => void rename.run(name, id),
    place: (row: Pick<CollectionRow, 'id' | 'parent' | 'position'>) => void place.run(row),
    remove: (id: Id) => void remove.run(id),
    add: (collection: Id, source: Id, at: Instant) => void add.run({ collection, source, at }),
    take: (collection: Id, source: Id) => void take.run({ collection, source }),
    of: (source: Id) => of.all(source),
  }
}
