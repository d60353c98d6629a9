// Migration 20: corrected texts. A passage may be under review; what it was before a correction is kept until it is settled.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
ALTER TABLE passage ADD COLUMN state TEXT NOT NULL DEFAULT 'placed' CHECK (state IN ('placed', 'review'));

CREATE TABLE passage_review (
  passage_id TEXT PRIMARY KEY REFERENCES passage (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  segments TEXT NOT NULL,
  proposal TEXT
) STRICT;
`

interface Column {
  name: string
  pk: number
}

/** The journal's trigger of migration 10 for the columns that a table has now; frozen here as it was then. */
function trigger(db: Database.Database, table: string, operation: 'insert' | 'update' | 'delete'): string {
  const columns = db.pragma(`table_info(${table})`) as Column[]
  const row = operation === 'insert' ? 'NEW' : 'OLD'
  const kept = operation === 'insert' ? columns.filter((column) => column.pk > 0) : columns
  const pairs = kept.map((column) => `'${column.name}', ${row}."${column.name}"`).join(', ')
  return `CREATE TRIGGER ${table}_journal_${operation} AFTER ${operation.toUpperCase()} ON ${table}
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), '${table}', '${operation}', json_object(${pairs}));
    END`
}

export const corrections: Migration = {
  number: 20,
  up(db: Database.Database) {
    db.exec(tables)
    for (const operation of ['update', 'delete'] as const) {
      db.exec(`DROP TRIGGER passage_journal_${operation}`)
      db.exec(trigger(db, 'passage', operation))
    }
    for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(db, 'passage_review', operation))
    // Undo writes journalled rows back whole: those from before this column get what they would have had.
    db.exec(`UPDATE history_change SET old_row = json_set(old_row, '$.state', 'placed')
      WHERE changed_table = 'passage' AND operation IN ('update', 'delete')`)
  },
}
