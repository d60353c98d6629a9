// SQL of the searches kept under a name.
import type { Db } from '../database/open-database.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { SavedSearch } from '../../shared/search.ts'

/** Prepares the statements. */
export function savedSearchesStore(db: Db) {
  const list = db.prepare<[], SavedSearch>('SELECT id, name, query FROM saved_search ORDER BY name COLLATE NOCASE, row')
  const named = db.prepare<[string], SavedSearch>('SELECT id, name, query FROM saved_search WHERE name = ?')
  const insert = db.prepare('INSERT INTO saved_search (id, name, query) VALUES (@id, @name, @query)')
  const update = db.prepare('UPDATE saved_search SET query = @query WHERE id = @id')
  const remove = db.prepare('DELETE FROM saved_search WHERE id = ?')
  return {
    list: () => list.all(),
    named: (name: string) => named.get(name),
    insert: (search: SavedSearch) => void insert.run(search),
    update: (search: Pick<SavedSearch, 'id' | 'query'>) => void update.run({ id: search.id, query: search.query }),
    remove: (id: Id) => remove.run(id).changes === 1,
  }
}
