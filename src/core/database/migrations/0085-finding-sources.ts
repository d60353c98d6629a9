// Migration 85: sources are found by their address and their file's name without reading all of them.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

export const findingSources: Migration = {
  number: 85,
  up(db: Database.Database) {
    db.exec(`
      CREATE INDEX source_by_url ON source (url) WHERE url IS NOT NULL;
      CREATE INDEX source_by_file_name ON source (file_name) WHERE file_name IS NOT NULL;
    `)
  },
}
