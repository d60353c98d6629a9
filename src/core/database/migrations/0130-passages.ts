// Migration 130: kept code queries, passages chosen as examples of a code, and an index of remarks.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
CREATE TABLE code_query (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
) STRICT;

CREATE TABLE tag_example (
  tag_id TEXT PRIMARY KEY REFERENCES tag (id) ON DELETE CASCADE,
  chosen_at TEXT NOT NULL
) STRICT;

-- Most tags have no remark and no place in the index.
CREATE VIRTUAL TABLE remark_index USING fts5(comment, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO remark_index (rowid, comment) SELECT row, comment FROM tag WHERE comment <> '';
CREATE TRIGGER remark_indexed AFTER INSERT ON tag WHEN NEW.comment <> '' BEGIN
  INSERT INTO remark_index (rowid, comment) VALUES (NEW.row, NEW.comment);
END;
CREATE TRIGGER remark_reindexed AFTER UPDATE OF comment ON tag WHEN NEW.comment <> OLD.comment BEGIN
  DELETE FROM remark_index WHERE rowid = OLD.row;
  INSERT INTO remark_index (rowid, comment) SELECT NEW.row, NEW.comment WHERE NEW.comment <> '';
END;
CREATE TRIGGER remark_unindexed AFTER DELETE ON tag WHEN OLD.comment <> '' BEGIN
  DELETE FROM remark_index WHERE rowid = OLD.row;
END;
`

const columns: Record<string, readonly [key: string, ...others: string[]]> = {
  code_query: ['row', 'id', 'name', 'query'],
  tag_example: ['tag_id', 'chosen_at'],
}

/** The journal's triggers as they stand since this migration; written out, since a migration is frozen. */
function trigger(table: string, operation: 'insert' | 'update' | 'delete'): string {
  const [key, ...others] = columns[table] as readonly [string, ...string[]]
  const kept = operation === 'insert' ? [key] : [key, ...others]
  const pairs = kept.map((column) => `'${column}', ${operation === 'insert' ? 'NEW' : 'OLD'}."${column}"`).join(', ')
  return `CREATE TRIGGER ${table}_journal_${operation} AFTER ${operation.toUpperCase()} ON ${table}
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), '${table}', '${operation}', json_object(${pairs}));
    END`
}

export const passages: Migration = {
  number: 130,
  up(db: Database.Database) {
    db.exec(tables)
    for (const table of Object.keys(columns)) {
      for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(table, operation))
    }
  },
}
