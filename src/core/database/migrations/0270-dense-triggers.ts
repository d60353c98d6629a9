// Migration 270: whether a text is in a script without spaces is asked of its bytes first; GLOB takes longer than all the rest of an import.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

// Fixed here as migration 100 has it.
const dense = '*[぀-ヿ㐀-鿿豈-﫿฀-๿຀-໿က-႟ក-៿]*'

/** The first bytes in UTF-8 of what is between those letters; none of them is another byte of a letter. */
const leads = ['E0', 'E1', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'EA', 'EB', 'EC', 'ED', 'EE', 'EF']

const isDense = (row: string): string =>
  `octet_length(${row}.text) > length(${row}.text) AND (${leads.map((lead) => `instr(CAST(${row}.text AS BLOB), x'${lead}')`).join(' OR ')}) AND ${row}.text GLOB '${dense}'`

export const denseTriggers: Migration = {
  number: 270,
  up(db: Database.Database) {
    db.exec(`
      DROP TRIGGER dense_text_indexed;
      DROP TRIGGER dense_text_unindexed;
      CREATE TRIGGER dense_text_indexed AFTER INSERT ON source_text WHEN ${isDense('NEW')} BEGIN
        INSERT INTO dense_text_index (rowid, text) VALUES (NEW.row, NEW.text);
      END;
      CREATE TRIGGER dense_text_unindexed AFTER DELETE ON source_text WHEN ${isDense('OLD')} BEGIN
        INSERT INTO dense_text_index (dense_text_index, rowid, text) VALUES ('delete', OLD.row, OLD.text);
      END;
    `)
  },
}
