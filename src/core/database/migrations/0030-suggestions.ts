// Migration 30: what was decided about suggestions, so that none comes back.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
CREATE TABLE suggestion_decision (
  row INTEGER PRIMARY KEY,
  source_id TEXT NOT NULL REFERENCES source (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('actor', 'claim', 'recommendation')),
  decision TEXT NOT NULL CHECK (decision IN ('accepted', 'rejected')),
  rule TEXT NOT NULL,
  quote TEXT NOT NULL,
  prefix TEXT NOT NULL,
  suffix TEXT NOT NULL,
  decided_at TEXT NOT NULL
) STRICT;
CREATE INDEX suggestion_decision_by_source ON suggestion_decision (source_id);
`

const columns = ['row', 'source_id', 'kind', 'decision', 'rule', 'quote', 'prefix', 'suffix', 'decided_at']

/** The journal's triggers as they stand since this migration; written out, since a migration is frozen. */
function trigger(operation: 'insert' | 'update' | 'delete'): string {
  const kept = operation === 'insert' ? ['row'] : columns
  const pairs = kept.map((column) => `'${column}', ${operation === 'insert' ? 'NEW' : 'OLD'}."${column}"`).join(', ')
  return `CREATE TRIGGER suggestion_decision_journal_${operation} AFTER ${operation.toUpperCase()} ON suggestion_decision
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'suggestion_decision', '${operation}', json_object(${pairs}));
    END`
}

export const suggestionDecisions: Migration = {
  number: 30,
  up(db: Database.Database) {
    db.exec(tables)
    for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(operation))
  },
}
