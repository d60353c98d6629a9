// Migration 280: the words of the index of texts one by one. The table of before counted every text of a word that it was asked for.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

export const searchVocabulary: Migration = {
  number: 280,
  up(db: Database.Database) {
    db.exec(`
      DROP TABLE source_text_word;
      CREATE VIRTUAL TABLE source_text_word USING fts5vocab(source_text_index, instance);
      CREATE VIRTUAL TABLE dense_text_run USING fts5vocab(dense_text_index, instance);
    `)
  },
}
