// Migration 140: how far a source is read, the trash, collections, and which texts likeness has yet to read.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
ALTER TABLE source ADD COLUMN progress TEXT NOT NULL DEFAULT 'unread' CHECK (progress IN ('unread', 'reading', 'done'));
ALTER TABLE source ADD COLUMN trashed_at TEXT;

-- The Library's first order is read from this index alone.
CREATE INDEX source_in_library ON source (trashed_at, captured_at, id);

CREATE TABLE collection (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  parent_id TEXT REFERENCES collection (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX collection_by_parent ON collection (parent_id, position);

CREATE TABLE collection_source (
  collection_id TEXT NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  added_at TEXT NOT NULL,
  PRIMARY KEY (collection_id, source_id)
) STRICT;
CREATE INDEX collection_source_by_source ON collection_source (source_id);

-- A short list instead of a look at every source: a start must not take longer in a large workspace.
CREATE TABLE likeness_wanted (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
INSERT INTO likeness_wanted (source_id)
  SELECT source.id FROM source LEFT JOIN likeness_text ON likeness_text.source_id = source.id
  WHERE likeness_text.version IS NOT source.version;
CREATE TRIGGER source_wants_likeness AFTER INSERT ON source BEGIN
  INSERT OR IGNORE INTO likeness_wanted (source_id) VALUES (NEW.id);
END;
CREATE TRIGGER source_wants_likeness_anew AFTER UPDATE OF version ON source WHEN NEW.version <> OLD.version BEGIN
  INSERT OR IGNORE INTO likeness_wanted (source_id) VALUES (NEW.id);
END;
`

type Operation = 'insert' | 'update' | 'delete'

/** The journal's trigger for the columns that a table has now; frozen here as migration 10 wrote it. */
function trigger(db: Database.Database, table: string, operation: Operation): string {
  const columns = db.pragma(`table_info(${table})`) as { name: string; pk: number }[]
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

export const library: Migration = {
  number: 140,
  up(db: Database.Database) {
    db.exec(tables)
    for (const operation of ['update', 'delete'] as const) {
      db.exec(`DROP TRIGGER source_journal_${operation}`)
      db.exec(trigger(db, 'source', operation))
    }
    for (const table of ['collection', 'collection_source']) {
      for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(db, table, operation))
    }
    // Undo writes journalled rows back whole: those from before these columns get what they would have had.
    db.exec(`UPDATE history_change SET old_row = json_set(old_row, '$.progress', 'unread', '$.trashed_at', NULL)
      WHERE changed_table = 'source' AND operation IN ('update', 'delete')`)
  },
}
