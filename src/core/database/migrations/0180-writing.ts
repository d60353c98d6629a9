// Migration 180: earlier states of memos, their names, how long a memo is to become, and the analyst's own templates.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

// No key leads from a version to its memo: a memo that was deleted must find its versions when an undo brings it back.
const tables = `
CREATE TABLE memo_version_base (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL,
  packed BLOB NOT NULL
) STRICT;
CREATE INDEX memo_version_base_by_memo ON memo_version_base (memo_id);

CREATE TABLE memo_version (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  saved_at TEXT NOT NULL,
  words INTEGER NOT NULL,
  base_id TEXT NOT NULL REFERENCES memo_version_base (id) ON DELETE CASCADE,
  head INTEGER NOT NULL,
  tail INTEGER NOT NULL,
  packed BLOB NOT NULL,
  UNIQUE (memo_id, revision)
) STRICT;
CREATE INDEX memo_version_by_base ON memo_version (base_id);

CREATE TABLE memo_version_name (
  row INTEGER PRIMARY KEY,
  version_id TEXT NOT NULL UNIQUE,
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX memo_version_name_by_memo ON memo_version_name (memo_id);

CREATE TABLE memo_target (
  row INTEGER PRIMARY KEY,
  memo_id TEXT NOT NULL UNIQUE REFERENCES memo (id) ON DELETE CASCADE,
  words INTEGER NOT NULL CHECK (words > 0)
) STRICT;

CREATE TABLE memo_template (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  document TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
`

const journalled = {
  memo_version_name: ['row', 'version_id', 'memo_id', 'name'],
  memo_target: ['row', 'memo_id', 'words'],
  memo_template: ['row', 'id', 'name', 'document', 'created_at'],
}

/** The journal's trigger as it stands since this migration; written out, since a migration is frozen. */
function trigger(table: string, columns: string[], operation: 'insert' | 'update' | 'delete'): string {
  const kept = operation === 'insert' ? ['row'] : columns
  const pairs = kept.map((column) => `'${column}', ${operation === 'insert' ? 'NEW' : 'OLD'}."${column}"`).join(', ')
  return `CREATE TRIGGER ${table}_journal_${operation} AFTER ${operation.toUpperCase()} ON ${table}
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), '${table}', '${operation}', json_object(${pairs}));
    END`
}

export const writing: Migration = {
  number: 180,
  up(db: Database.Database) {
    db.exec(tables)
    for (const [table, columns] of Object.entries(journalled)) {
      for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(table, columns, operation))
    }
  },
}
