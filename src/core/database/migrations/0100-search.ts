// Migration 100: words of scripts without spaces, how common a word is, and searches kept under a name.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

/** Han, kana, Thai, Lao, Burmese and Khmer, as a GLOB set. */
const dense = '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*'

const statements = `
-- Only texts with such letters: the index of three-letter runs is three times as large as that of words.
CREATE VIEW dense_source_text AS SELECT row, text FROM source_text WHERE text GLOB '${dense}';
CREATE VIRTUAL TABLE dense_text_index USING fts5(text, content = 'dense_source_text', content_rowid = 'row', tokenize = 'trigram');
INSERT INTO dense_text_index (rowid, text) SELECT row, text FROM dense_source_text;
CREATE TRIGGER dense_text_indexed AFTER INSERT ON source_text WHEN NEW.text GLOB '${dense}' BEGIN
  INSERT INTO dense_text_index (rowid, text) VALUES (NEW.row, NEW.text);
END;
CREATE TRIGGER dense_text_unindexed AFTER DELETE ON source_text WHEN OLD.text GLOB '${dense}' BEGIN
  INSERT INTO dense_text_index (dense_text_index, rowid, text) VALUES ('delete', OLD.row, OLD.text);
END;

CREATE VIRTUAL TABLE source_text_word USING fts5vocab(source_text_index, row);

CREATE TABLE saved_search (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL UNIQUE,
  query TEXT NOT NULL
) STRICT;
`

const columns = ['row', 'id', 'name', 'query']

/** The journal's triggers as they stand since this migration; written out, since a migration is frozen. */
function trigger(operation: 'insert' | 'update' | 'delete'): string {
  const kept = operation === 'insert' ? ['row'] : columns
  const pairs = kept.map((column) => `'${column}', ${operation === 'insert' ? 'NEW' : 'OLD'}."${column}"`).join(', ')
  return `CREATE TRIGGER saved_search_journal_${operation} AFTER ${operation.toUpperCase()} ON saved_search
    WHEN (SELECT command_id FROM history_recording) IS NOT NULL
    BEGIN
      INSERT INTO history_change (command_id, changed_table, operation, old_row)
      VALUES ((SELECT command_id FROM history_recording), 'saved_search', '${operation}', json_object(${pairs}));
    END`
}

export const searchIndexes: Migration = {
  number: 100,
  up(db: Database.Database) {
    db.exec(statements)
    for (const operation of ['insert', 'update', 'delete'] as const) db.exec(trigger(operation))
  },
}
