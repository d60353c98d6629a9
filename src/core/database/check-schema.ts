// A workspace file is hostile: its triggers and views would run inside our own statements.
import Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'
import { allMigrations } from './migrations/all-migrations.ts'

interface SchemaRow {
  type: string
  name: string
  sql: string | null
}

/** Every object of a schema with its SQL, ordered by type and name. */
export function schemaOf(db: Database.Database): SchemaRow[] {
  return db
    .prepare<[], SchemaRow>(
      "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name",
    )
    .all()
}

let expected: Map<string, string | null> | null = null

function expectedSchema(): Map<string, string | null> {
  if (!expected) {
    const fresh = new Database(':memory:')
    for (const migration of allMigrations) migration.up(fresh)
    expected = new Map(schemaOf(fresh).map((row) => [`${row.type} ${row.name}`, row.sql]))
    fresh.close()
  }
  return expected
}

/** Throws `workspace.damaged` when the schema is not exactly the one that the migrations make. */
export function checkSchema(db: Database.Database, name: string): void {
  const known = expectedSchema()
  const found = schemaOf(db)
  const strange = found.find((row) => known.get(`${row.type} ${row.name}`) !== row.sql)
  if (strange || found.length !== known.size) {
    const what = strange ? `an unexpected ${strange.type} “${strange.name}”` : 'missing tables'
    throw new GroundworkError(
      'workspace.damaged',
      `“${name}” has ${what}, so it was not opened. The file was left untouched.`,
    )
  }
}
