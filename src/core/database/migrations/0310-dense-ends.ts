// Migration 310: the index of three-letter runs knows the last letters of a text too, as runs that end with line breaks.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

// Fixed here as migrations 100 and 270 have it.
const dense = '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*'
const leads = ['E0', 'E1', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'EA', 'EB', 'EC', 'ED', 'EE', 'EF']

const isDense = (row: string): string =>
  `octet_length(${row}.text) > length(${row}.text) AND (${leads.map((lead) => `instr(CAST(${row}.text AS BLOB), x'${lead}')`).join(' OR ')}) AND ${row}.text GLOB '${dense}'`

/** Two letters and one are looked for as the beginning of a run: behind the last ones there must be more. */
const withEnd = (text: string): string => `${text} || char(10, 10)`

export const denseEnds: Migration = {
  number: 310,
  up(db: Database.Database) {
    db.exec(`
      DROP TRIGGER dense_text_indexed;
      DROP TRIGGER dense_text_unindexed;
      DROP VIEW dense_source_text;
      CREATE VIEW dense_source_text AS SELECT row, ${withEnd('text')} AS text FROM source_text WHERE text GLOB '${dense}';
      CREATE TRIGGER dense_text_indexed AFTER INSERT ON source_text WHEN ${isDense('NEW')} BEGIN
        INSERT INTO dense_text_index (rowid, text) VALUES (NEW.row, ${withEnd('NEW.text')});
      END;
      CREATE TRIGGER dense_text_unindexed AFTER DELETE ON source_text WHEN ${isDense('OLD')} BEGIN
        INSERT INTO dense_text_index (dense_text_index, rowid, text) VALUES ('delete', OLD.row, ${withEnd('OLD.text')});
      END;
    `)
    // To make it anew, all texts are looked through: in a workspace without such texts there is nothing to make.
    const some = db.prepare('SELECT 1 FROM dense_text_index_docsize LIMIT 1').get() !== undefined
    if (some) db.exec("INSERT INTO dense_text_index (dense_text_index) VALUES ('rebuild')")
  },
}
