// Opens a workspace file: refuses what is no workspace, sets the pragmas that keep it safe.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'
import { checkSchema } from './check-schema.ts'
import { checkTables } from './check-tables.ts'
import { migrate } from './migrate.ts'
import { newestMigration } from './migrations/all-migrations.ts'
import { toWorkspaceError } from './sqlite-errors.ts'

export type Db = Database.Database

/** "Gwrk" in ASCII: marks a SQLite file as a Groundwork workspace. */
export const applicationId = 0x4777726b

/** How long a statement waits for another connection, in milliseconds. */
const busyTimeout = 5000

function looksLikeSqlite(path: string): boolean {
  if (statSync(path).size === 0) return false
  const file = openSync(path, 'r')
  try {
    const header = Buffer.alloc(16)
    readSync(file, header, 0, 16, 0)
    return header.toString('latin1') === 'SQLite format 3\0'
  } finally {
    closeSync(file)
  }
}

function refuseForeignFile(path: string): void {
  if (!existsSync(path)) return
  const name = basename(path)
  if (statSync(path).isDirectory()) {
    throw new GroundworkError('workspace.not-a-workspace', `“${name}” is a folder, not a Groundwork workspace.`)
  }
  if (!looksLikeSqlite(path)) {
    throw new GroundworkError(
      'workspace.not-a-workspace',
      `“${name}” is not a Groundwork workspace. The file was left untouched; choose a .groundwork file.`,
    )
  }
}

/** Up to this size a workspace that was not closed is looked at before anything is written to it. In bytes. */
const quickToCheck = 64 * 1024 * 1024

/**
 * A write-ahead log beside a file that is not its own (one put in its place, one brought back from elsewhere) makes a
 * wreck of it as soon as it is carried over. Nothing in the log says whose it is: so the two are read together first.
 */
function refuseForeignLog(path: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false })
  if (!log || log.size === 0 || !existsSync(path) || statSync(path).size + log.size > quickToCheck) return
  const db = new Database(path, { readonly: true })
  try {
    applyPragmas(db)
    const [fault] = db.prepare<[], string>('PRAGMA quick_check(1)').pluck().all()
    if (fault === 'ok' || fault === undefined || /inverted index/.test(fault)) return
    throw new GroundworkError(
      'workspace.damaged',
      `“${basename(path)}” and the log of its last changes do not fit together (${fault.slice(0, 120)}). Both were left untouched. Restore a backup, or salvage what can be read.`,
    )
  } finally {
    db.close()
  }
}

function applyPragmas(db: Db): void {
  db.pragma(`busy_timeout = ${busyTimeout}`)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
}

function refuseOtherApplication(db: Db, name: string): void {
  const id = db.pragma('application_id', { simple: true })
  const version = Number(db.pragma('user_version', { simple: true }))
  const objects = Number(db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get())
  if (id !== applicationId && objects > 0) {
    throw new GroundworkError(
      'workspace.not-a-workspace',
      `“${name}” belongs to another program. The file was left untouched; choose a .groundwork file.`,
    )
  }
  if (version > newestMigration) {
    throw new GroundworkError(
      'workspace.newer',
      `“${name}” was made by a newer version of Groundwork. The file was left untouched; update Groundwork to open it.`,
    )
  }
}

/**
 * Opens or creates the workspace at `path` (`:memory:` for tests) for writing, and brings its schema up to date.
 * `backupFolder` receives a verified copy before an older workspace is migrated.
 * Throws GroundworkErrors of the feature `workspace`; a file that is refused is not written to.
 */
export function openForWriting(path: string, backupFolder: string | null): { db: Db; created: boolean } {
  const inMemory = path === ':memory:'
  let db: Db | null = null
  try {
    if (!inMemory) {
      refuseForeignFile(path)
      refuseForeignLog(path)
    }
    db = new Database(path)
    applyPragmas(db)
    refuseOtherApplication(db, basename(path))
    const version = Number(db.pragma('user_version', { simple: true }))
    const created = version === 0
    // Before anything is written: a stranger's trigger would run in our own statements, a migration's among them.
    if (!created) {
      checkSchema(db, basename(path), version)
      checkTables(db, basename(path))
    }
    db.pragma('journal_mode = WAL')
    // better-sqlite3 is built with synchronous=NORMAL in WAL mode, under which a power cut loses commits.
    db.pragma('synchronous = FULL')
    if (created) db.pragma(`application_id = ${applicationId}`)
    migrate(db, { path, backupFolder })
    if (version < newestMigration) checkSchema(db, basename(path), newestMigration)
    return { db, created }
  } catch (thrown) {
    db?.close()
    throw toWorkspaceError(thrown, path, inMemory ? '' : dirname(path))
  }
}

/** Opens the workspace at `path` for reading only, as the second worker does. */
export function openForReading(path: string): Db {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true })
    applyPragmas(db)
    db.pragma('query_only = ON')
    return db
  } catch (thrown) {
    throw toWorkspaceError(thrown, path, dirname(path))
  }
}
