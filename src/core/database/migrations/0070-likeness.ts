// Migration 70: what makes near-identical sources known. It follows from the texts, so it is not journalled.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

const tables = `
CREATE TABLE likeness_text (
  source_id TEXT PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  version INTEGER NOT NULL,
  words INTEGER NOT NULL
) STRICT;

CREATE TABLE likeness_key (
  key INTEGER NOT NULL,
  source_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  paragraph INTEGER NOT NULL,
  words INTEGER NOT NULL,
  PRIMARY KEY (key, source_id, paragraph)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_key_by_source ON likeness_key (source_id);

CREATE TABLE likeness_pair (
  source_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  other_id TEXT NOT NULL REFERENCES likeness_text (source_id) ON DELETE CASCADE,
  share REAL NOT NULL,
  PRIMARY KEY (source_id, other_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_pair_by_other ON likeness_pair (other_id);
`

export const likeness: Migration = {
  number: 70,
  up(db: Database.Database) {
    db.exec(tables)
  },
}
