// SQL that makes a search index anew.
import type { Db } from '../database/open-database.ts'

/** Makes the search indexes of these names anew, each in a transaction of its own. A name that is none is left out. */
export function rebuildIndexes(db: Db, names: string[]): void {
  const known = db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'")
    .pluck()
    .all()
  for (const name of known) if (names.includes(name)) db.exec(`INSERT INTO "${name}" ("${name}") VALUES ('rebuild')`)
}
