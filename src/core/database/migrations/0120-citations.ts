// Migration 120: citations of several passages, styles, retracted sources, what was decided about findings and changes.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
ALTER TABLE memo ADD COLUMN citation_style TEXT NOT NULL DEFAULT 'house';

ALTER TABLE source ADD COLUMN retracted_on TEXT;
ALTER TABLE source ADD COLUMN retraction_note TEXT;

CREATE TABLE csl_style (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

CREATE TABLE finding_decision (
  row INTEGER PRIMARY KEY,
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  finding TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  UNIQUE (memo_id, finding)
) STRICT;

CREATE TABLE cited_state (
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  passage_id TEXT NOT NULL,
  state TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (memo_id, passage_id)
) STRICT;
`

/** One row for each reference; `cite` counts the references within a citation. */
const citations = `
DROP TRIGGER memo_citation_journal_insert;
DROP TRIGGER memo_citation_journal_delete;
DROP INDEX memo_citation_by_passage;
ALTER TABLE memo_citation RENAME TO memo_citation_before;
CREATE TABLE memo_citation (
  memo_id TEXT NOT NULL REFERENCES memo (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  citation_id TEXT NOT NULL,
  cite INTEGER NOT NULL,
  passage_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  quote TEXT NOT NULL,
  PRIMARY KEY (memo_id, position)
) STRICT;
INSERT INTO memo_citation (memo_id, position, citation_id, cite, passage_id, version, quote)
  SELECT memo_id, position, citation_id, 0, passage_id, version, quote FROM memo_citation_before;
DROP TABLE memo_citation_before;
CREATE INDEX memo_citation_by_passage ON memo_citation (passage_id);
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

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Gives each citation of the older form a list of one reference, in place. True when there was one. */
function widenCitations(document: Json): boolean {
  let changed = false
  const open: Json[] = [document]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (!isObject(node)) continue
    if (Array.isArray(node.content)) open.push(...node.content)
    const { attrs } = node
    if (node.type !== 'citation' || !isObject(attrs) || attrs.cites !== undefined || attrs.passage === undefined) continue
    const { passage, version, quote, ...rest } = attrs
    const cite: Json = { passage, version: version ?? 1, quote: quote ?? '', prefix: '', suffix: '', locator: null, suppressAuthor: false }
    node.attrs = { ...rest, cites: [cite] }
    changed = true
  }
  return changed
}

/** A stored document with its citations in the new form; null where it needs no change or is no document. */
function widened(stored: string): string | null {
  if (!stored.includes('"citation"')) return null
  try {
    const document = JSON.parse(stored) as Json
    return widenCitations(document) ? JSON.stringify(document) : null
  } catch {
    return null
  }
}

function widenBodies(db: Database.Database): void {
  const write = db.prepare('UPDATE memo_body SET document = ? WHERE memo_id = ?')
  for (const { id, document } of db.prepare<[], { id: string; document: string }>('SELECT memo_id AS id, document FROM memo_body').all()) {
    const now = widened(document)
    if (now !== null) write.run(now, id)
  }
}

/** Undo writes journalled rows back whole: deleted memos come back in the new form, too. */
function widenJournal(db: Database.Database): void {
  const write = db.prepare('UPDATE history_change SET old_row = ? WHERE id = ?')
  const deleted = db.prepare<[], { id: number; old: string }>(
    "SELECT id, old_row AS old FROM history_change WHERE changed_table = 'memo_body' AND operation = 'delete'",
  )
  for (const { id, old } of deleted.all()) {
    const row = JSON.parse(old) as { document: string }
    const document = widened(row.document)
    if (document !== null) write.run(JSON.stringify({ ...row, document }), id)
  }
  db.exec(`
    UPDATE history_change SET old_row = json_set(old_row, '$.cite', 0)
      WHERE changed_table = 'memo_citation' AND operation = 'delete';
    UPDATE history_change SET old_row = json_set(old_row, '$.citation_style', 'house')
      WHERE changed_table = 'memo' AND operation IN ('update', 'delete');
    UPDATE history_change SET old_row = json_set(old_row, '$.retracted_on', NULL, '$.retraction_note', NULL)
      WHERE changed_table = 'source' AND operation IN ('update', 'delete');
  `)
}

export const citationsOfSeveral: Migration = {
  number: 120,
  up(db: Database.Database) {
    db.exec(tables)
    db.exec(citations)
    for (const table of ['memo', 'source']) {
      for (const operation of ['update', 'delete'] as const) {
        db.exec(`DROP TRIGGER ${table}_journal_${operation}`)
        db.exec(trigger(db, table, operation))
      }
    }
    for (const operation of ['insert', 'delete'] as const) db.exec(trigger(db, 'memo_citation', operation))
    for (const table of ['csl_style', 'finding_decision', 'cited_state']) {
      for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(db, table, operation))
    }
    widenBodies(db)
    widenJournal(db)
  },
}
