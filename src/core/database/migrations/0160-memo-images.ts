// Migration 160: images of memos, each once by its content. Not journalled: putting one into a memo is undone in the text,
// and the bytes stay for the memo's earlier versions.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

export const memoImages: Migration = {
  number: 160,
  up(db: Database.Database) {
    db.exec(`
      CREATE TABLE memo_image (
        row INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        sha256 TEXT NOT NULL UNIQUE,
        media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
        width INTEGER NOT NULL,
        height INTEGER NOT NULL,
        bytes BLOB NOT NULL,
        added_at TEXT NOT NULL
      ) STRICT;
    `)
  },
}
