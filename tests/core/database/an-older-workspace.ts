// Workspaces as older programs left them, for the tests of migrations.
import Database from 'better-sqlite3'
import { join } from 'node:path'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aFolder } from '../a-core.ts'

/** The id with that last digit. */
export const idOf = (n: number): string => `00000000-0000-7000-8000-00000000000${n}`

/** When everything in an older workspace was made. */
export const madeAt = '2026-11-01T00:00:00.000Z'

/** A workspace file as the migrations below a number left it, with what `fill` puts in; closed. Answers its path. */
export function anOlderWorkspace(below: number, fill: (db: Database.Database) => void): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < below))
  db.prepare('INSERT INTO workspace VALUES (1, ?, ?)').run(idOf(9), madeAt)
  fill(db)
  db.close()
  return path
}

/** A source of one paragraph, in the columns that it has had since the first migration. */
export function addSource(db: Database.Database, id: string, text: string, { title = 'Old', container = null }: { title?: string; container?: string | null } = {}): void {
  db.prepare("INSERT OR IGNORE INTO source_original VALUES ('aa', x'61')").run()
  db.prepare(
    `INSERT INTO source (id, title, authors, container_title, provenance, media_type, sha256, captured_at, version)
     VALUES (?, ?, '[]', ?, '{}', 'text/plain', 'aa', ?, 1)`,
  ).run(id, title, container, madeAt)
  db.prepare(
    `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
     VALUES (?, 1, ?, ?, '[]', '[]', ?, 1, ?)`,
  ).run(id, text, JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }]), text.split(' ').length, madeAt)
}

/** A passage of the first occurrence of some words in a source that `addSource` made. */
export function addPassage(db: Database.Database, id: string, source: string, words: string): void {
  const text = db.prepare<[string], string>('SELECT text FROM source_text WHERE source_id = ?').pluck().get(source) ?? ''
  const start = text.indexOf(words)
  const end = start + words.length
  db.prepare('INSERT INTO passage (id, source_id, version, created_at) VALUES (?, ?, 1, ?)').run(id, source, madeAt)
  db.prepare('INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES (?, 0, ?, ?, ?, ?, ?)').run(
    id, start, end, words, text.slice(Math.max(0, start - 32), start), text.slice(end, end + 32),
  )
}

/** Runs SQL as one command of the journal, so that a newer program can undo it. */
export function undoably(db: Database.Database, label: string, sql: string): void {
  const { lastInsertRowid } = db.prepare('INSERT INTO history_command (label, at) VALUES (?, ?)').run(label, madeAt)
  db.prepare('UPDATE history_recording SET command_id = ?').run(lastInsertRowid)
  db.exec(sql)
  db.prepare('UPDATE history_recording SET command_id = NULL').run()
}

/** The rows of a table of a closed workspace. */
export function rowsOf(path: string, table: string): object[] {
  const db = new Database(path, { readonly: true })
  const rows = db.prepare<[], object>(`SELECT * FROM ${table}`).all()
  db.close()
  return rows
}
