// Migration 170: what was cited is kept for each citation, not only for each memo, and why a sentence was kept.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

// Nothing has written the older table yet.
const tables = `
DROP TABLE cited_state;
CREATE TABLE cited_state (
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  citation_id TEXT NOT NULL,
  passage_id TEXT NOT NULL,
  state TEXT NOT NULL,
  kept TEXT,
  reason TEXT NOT NULL DEFAULT '',
  noted_at TEXT NOT NULL,
  PRIMARY KEY (memo_id, citation_id, passage_id)
) STRICT;
`

const keys = ['memo_id', 'citation_id', 'passage_id']
const columns = ['memo_id', 'citation_id', 'passage_id', 'state', 'kept', 'reason', 'noted_at']

/** The journal's triggers as they stand since this migration; written out, since a migration is frozen. */
function trigger(operation: 'insert' | 'update' | 'delete'): string {
  const row = operation === 'insert' ? 'NEW' : 'OLD'
  const pairs = (operation === 'insert' ? keys : columns).map((column) => `'${column}', ${row}."${column}"`).join(', ')
  return `CREATE TRIGGER cited_state_journal_${operation} AFTER ${operation.toUpperCase()} ON cited_state
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'cited_state', '${operation}', json_object(${pairs}));
    END`
}

export const citedStates: Migration = {
  number: 170,
  up(db: Database.Database) {
    db.exec(tables)
    for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(operation))
  },
}
