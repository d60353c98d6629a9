// A machine whose drive keeps no locks: SQLite is told so whenever it asks for one, as a network drive tells it.
import Database from 'better-sqlite3'

const { exec } = Database.prototype

Database.prototype.exec = function (this: Database.Database, source: string) {
  if (source.startsWith('BEGIN EXCLUSIVE')) throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_LOCK')
  return exec.call(this, source)
}
