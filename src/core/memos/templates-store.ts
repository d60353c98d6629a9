// SQL of the analyst's own templates.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { OwnTemplate } from '../../shared/memo-templates.ts'

/** Prepares the statements of templates. */
export function templatesStore(db: Db) {
  const list = db.prepare<[], OwnTemplate>('SELECT id, name, created_at AS createdAt FROM memo_template ORDER BY name COLLATE NOCASE, row')
  const document = db.prepare<[Id], string>('SELECT document FROM memo_template WHERE id = ?').pluck()
  const insert = db.prepare('INSERT INTO memo_template (id, name, document, created_at) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM memo_template WHERE id = ?')
  return {
    /** By name. */
    list: () => list.all(),
    document: (id: Id) => document.get(id),
    insert: ({ id, name, createdAt }: OwnTemplate, json: string) => void insert.run(id, name, json, createdAt),
    remove: (id: Id) => void remove.run(id),
  }
}
