// Migration 80: what a citation needs of a source beyond its metadata, as CSL-JSON.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

interface Column {
  name: string
}

/** The journal's trigger of migration 10 for the columns that the table has now; frozen here as it was then. */
function trigger(db: Database.Database, operation: 'update' | 'delete'): string {
  const columns = db.pragma('table_info(source)') as Column[]
  const pairs = columns.map(({ name }) => `'${name}', OLD."${name}"`).join(', ')
  return `CREATE TRIGGER source_journal_${operation} AFTER ${operation.toUpperCase()} ON source
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'source', '${operation}', json_object(${pairs}));
    END`
}

export const references: Migration = {
  number: 80,
  up(db: Database.Database) {
    db.exec(`ALTER TABLE source ADD COLUMN csl TEXT NOT NULL DEFAULT '{}'`)
    for (const operation of ['update', 'delete'] as const) {
      db.exec(`DROP TRIGGER source_journal_${operation}`)
      db.exec(trigger(db, operation))
    }
    // Undo writes journalled rows back whole: those from before this column get what they would have had.
    db.exec(`UPDATE history_change SET old_row = json_set(old_row, '$.csl', '{}')
      WHERE changed_table = 'source' AND operation IN ('update', 'delete')`)
  },
}
