// SQL of links between items. What a recommendation rests on is kept as links too, but belongs to its fields.
import type { Id } from '../../shared/identifiers.ts'
import type { Link } from '../../shared/links.ts'
import type { Db } from '../database/open-database.ts'

export interface LinkRow {
  id: Id
  from: Id
  to: Id
  type: string
  note: string
}

/** Prepares the statements of links. */
export function linksStore(db: Db) {
  const columns = 'id, from_id AS "from", to_id AS "to", kind AS type, note'
  const of = db.prepare<{ item: Id }, Omit<Link, 'outward'> & { outward: number }>(
    `SELECT link.id, link.kind AS type, link.note, link.from_id = @item AS outward, item.id AS item, item.kind, item.statement
     FROM link JOIN item ON item.id = CASE link.from_id WHEN @item THEN link.to_id ELSE link.from_id END
     WHERE (link.from_id = @item OR link.to_id = @item) AND link.kind <> 'rests on' ORDER BY outward DESC, link.row`,
  )
  const one = db.prepare<[Id], LinkRow>(`SELECT ${columns} FROM link WHERE id = ? AND kind <> 'rests on'`)
  const between = db.prepare<[Id, Id, string], LinkRow>(`SELECT ${columns} FROM link WHERE from_id = ? AND to_id = ? AND kind = ?`)
  const hasItem = db.prepare<[Id], number>('SELECT 1 FROM item WHERE id = ?').pluck()
  const insert = db.prepare('INSERT INTO link (id, from_id, to_id, kind, note) VALUES (@id, @from, @to, @type, @note)')
  const update = db.prepare('UPDATE link SET kind = @type, note = @note WHERE id = @id')
  const remove = db.prepare('DELETE FROM link WHERE id = ?')
  return {
    of: (item: Id): Link[] => of.all({ item }).map((row) => ({ ...row, outward: row.outward === 1 })),
    one: (id: Id) => one.get(id),
    between: (from: Id, to: Id, type: string) => between.get(from, to, type),
    hasItem: (id: Id) => hasItem.get(id) === 1,
    insert: (row: LinkRow) => void insert.run(row),
    update: (row: Pick<LinkRow, 'id' | 'type' | 'note'>) => void update.run({ id: row.id, type: row.type, note: row.note }),
    remove: (id: Id) => void remove.run(id),
  }
}
