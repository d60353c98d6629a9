// Migration 10, undo: triggers that write the inverse of every change into a journal.
import type Database from 'better-sqlite3'

const tables = `
CREATE TABLE history_command (
  id INTEGER PRIMARY KEY,
  label TEXT NOT NULL,
  at TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE history_change (
  id INTEGER PRIMARY KEY,
  command_id INTEGER NOT NULL REFERENCES history_command (id) ON DELETE CASCADE,
  changed_table TEXT NOT NULL,
  operation TEXT NOT NULL CHECK (operation IN ('insert', 'update', 'delete')),
  old_row TEXT NOT NULL
) STRICT;
CREATE INDEX history_change_by_command ON history_change (command_id);

-- The command that is being recorded; null outside a command, and then nothing is journalled.
CREATE TABLE history_recording (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  command_id INTEGER
) STRICT;
INSERT INTO history_recording (one, command_id) VALUES (1, NULL);
`

interface Column {
  name: string
  pk: number
}

function trigger(table: string, operation: 'insert' | 'update' | 'delete', columns: Column[]): string {
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

/**
 * Creates the journal and its triggers. An inserted row is journalled by its key, an updated or deleted one whole.
 * `withoutUpdates` are tables that change per keystroke: only their rows' coming and going is kept.
 */
export function createJournal(db: Database.Database, tableNames: string[], withoutUpdates: string[]): void {
  db.exec(tables)
  for (const table of [...tableNames, ...withoutUpdates]) {
    const columns = db.pragma(`table_info(${table})`) as Column[]
    const operations = withoutUpdates.includes(table)
      ? (['insert', 'delete'] as const)
      : (['insert', 'update', 'delete'] as const)
    for (const operation of operations) db.exec(trigger(table, operation, columns))
  }
}
