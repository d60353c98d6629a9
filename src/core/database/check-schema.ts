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

const expected = new Map<number, Map<string, string | null>>()

/** The schema that the migrations up to `version` make. */
function expectedSchema(version: number): Map<string, string | null> {
  const known = expected.get(version)
  if (known) return known
  const fresh = new Database(':memory:')
  for (const migration of allMigrations) if (migration.number <= version) migration.up(fresh)
  const schema = new Map(schemaOf(fresh).map((row) => [`${row.type} ${row.name}`, row.sql]))
  fresh.close()
  expected.set(version, schema)
  return schema
}

/** Throws `workspace.damaged` when the schema is not exactly the one that the migrations up to `version` make. */
export function checkSchema(db: Database.Database, name: string, version: number): void {
  const known = expectedSchema(version)
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
