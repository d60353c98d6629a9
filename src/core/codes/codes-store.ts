// SQL of the code tree.
import type { Db } from '../database/open-database.ts'
import type { Code, CodeColour } from '../../shared/codes.ts'
import type { Id } from '../../shared/identifiers.ts'

export type CodeRow = Omit<Code, 'path'>

const columns = `id, parent_id AS parent, name, colour, description, position,
  (SELECT count(*) FROM item JOIN tag ON tag.item_id = item.id WHERE item.code_id = code.id) AS uses`

/** Prepares the statements of codes. */
export function codesStore(db: Db) {
  const list = db.prepare<[], CodeRow>(`SELECT ${columns} FROM code ORDER BY position, name COLLATE NOCASE`)
  const one = db.prepare<[Id], CodeRow>(`SELECT ${columns} FROM code WHERE id = ?`)
  const next = db
    .prepare<[Id | null], number>('SELECT coalesce(max(position), 0) + 1 FROM code WHERE parent_id IS ?')
    .pluck()
  const insert = db.prepare(
    'INSERT INTO code (id, parent_id, name, colour, position) VALUES (@id, @parent, @name, @colour, @position)',
  )
  const update = db.prepare('UPDATE code SET name = @name, colour = @colour, description = @description WHERE id = @id')
  const adopt = db.prepare('UPDATE code SET parent_id = ? WHERE parent_id = ?')
  const uncode = db.prepare('UPDATE item SET code_id = NULL WHERE code_id = ?')
  const remove = db.prepare('DELETE FROM code WHERE id = ?')
  return {
    list: () => list.all(),
    one: (id: Id) => one.get(id),
    nextPosition: (parent: Id | null) => Number(next.get(parent)),
    insert: (code: { id: Id; parent: Id | null; name: string; colour: CodeColour; position: number }) =>
      void insert.run(code),
    update: (code: Pick<CodeRow, 'id' | 'name' | 'colour' | 'description'>) => void update.run(code),
    /** Takes a code out of the tree: its children go to its parent, its notes lose their code. */
    remove(code: CodeRow): void {
      adopt.run(code.parent, code.id)
      uncode.run(code.id)
      remove.run(code.id)
    },
  }
}
