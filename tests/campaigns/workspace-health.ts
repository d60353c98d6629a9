// What SQLite says of a workspace file that nobody has open.
import Database from 'better-sqlite3'

/** Tables that have one row in a search index for each of their own. */
const indexed = { source: 'source_index', item: 'item_index', segment: 'segment_index', memo: 'memo_index' }

function fullTextTables(db: Database.Database): string[] {
  return db
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'")
    .pluck()
    .all()
}

/** Faults of the file as sentences; none when it is sound: pages, foreign keys, and every search index against its content. */
export function faultsOf(workspace: string): string[] {
  const db = new Database(workspace)
  try {
    const faults: string[] = []
    const quick = db.prepare<[], string>('PRAGMA quick_check').pluck().all()
    if (quick.join() !== 'ok') faults.push(`quick_check: ${quick.join('; ')}`)
    const orphans = db.prepare('PRAGMA foreign_key_check').all()
    if (orphans.length > 0) faults.push(`foreign_key_check: ${JSON.stringify(orphans)}`)
    for (const table of fullTextTables(db)) {
      try {
        db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`).run()
      } catch (thrown) {
        faults.push(`${table}: ${(thrown as Error).message}`)
      }
    }
    for (const [table, index] of Object.entries(indexed)) {
      const missing = db.prepare(`SELECT count(*) FROM ${table} WHERE row NOT IN (SELECT rowid FROM ${index})`).pluck().get()
      if (missing !== 0) faults.push(`${index}: ${String(missing)} rows of ${table} are missing`)
    }
    return faults
  } finally {
    db.close()
  }
}
