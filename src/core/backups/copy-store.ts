// SQL that looks at a copy of a workspace, or at a workspace as a copier sees it.
import Database from 'better-sqlite3'
import type { Holdings } from '../../shared/backups.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import { applicationId } from '../database/open-database.ts'

/** How long the copier waits for another connection, in milliseconds. */
const busyTimeout = 5000

/** The file at `path`; writing is for a copy in the making only. */
export function copyStore(path: string, access: 'read' | 'write') {
  const db = new Database(path, { readonly: access === 'read', fileMustExist: true })
  db.pragma(`busy_timeout = ${busyTimeout}`)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  const number = (sql: string) => Number(db.prepare(sql).pluck().get() ?? 0)
  return {
    isWorkspace: (): boolean => db.pragma('application_id', { simple: true }) === applicationId,
    version: (): number => Number(db.pragma('user_version', { simple: true })),
    /** Copies all pages as they are now, whatever is written meanwhile; `onPages` hears how far it is. */
    async copyTo(target: string, onPages: (done: number, total: number) => void): Promise<void> {
      // A reading transaction holds this moment: a backup alone would begin anew with every change.
      db.exec('BEGIN')
      number('SELECT count(*) FROM sqlite_schema')
      try {
        await db.backup(target, {
          progress({ totalPages, remainingPages }) {
            onPages(totalPages - remainingPages, totalPages)
            return 2000
          },
        })
      } finally {
        db.exec('COMMIT')
      }
    },
    /** Makes the file whole by itself: without a write-ahead log, readable where nothing can be written. */
    standAlone: (): void => void db.pragma('journal_mode = DELETE'),
    tables: (): string[] =>
      db
        .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name")
        .pluck()
        .all(),
    /** What SQLite finds wrong with the whole file; empty when it is sound. Search indexes are looked at as well. */
    faults: (): string[] => withoutOk(db.prepare<[], string>('PRAGMA quick_check(20)').pluck().all()),
    /** The same of one table with its indexes. */
    faultsOf: (table: string): string[] =>
      withoutOk(db.prepare<[], string>(`PRAGMA quick_check("${table.replaceAll('"', '""')}")`).pluck().all()),
    orphans: (): number => (db.pragma('foreign_key_check') as unknown[]).length,
    /** Search indexes by the name of their table. */
    searchIndexes: (): string[] =>
      db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5(%'").pluck().all(),
    holdings: (): Holdings => ({
      sources: number('SELECT count(*) FROM source'),
      passages: number('SELECT count(*) FROM passage'),
      items: number('SELECT count(*) FROM item'),
      memos: number('SELECT count(*) FROM memo'),
    }),
    identity: (): Id => String(db.prepare('SELECT id FROM workspace').pluck().get() ?? ''),
    identify: (id: Id, at: Instant) => void db.prepare('UPDATE workspace SET id = ?, created_at = coalesce(created_at, ?)').run(id, at),
    /** All of this in one snapshot of the file. */
    atOnce<T>(work: () => T): T {
      return db.transaction(work)()
    },
    /** A copy by a statement, where nothing may be waited for. */
    copyAtOnce: (target: string) => void db.prepare('VACUUM INTO ?').run(target),
    close: (): void => void db.close(),
  }
}

const withoutOk = (lines: string[]): string[] => (lines.join() === 'ok' ? [] : lines)
