// Migration 250: passages that begin at a place are found without reading all of their source; every tag asks for them.
import type Database from 'better-sqlite3'
import type { Migration } from './all-migrations.ts'

export const segmentStarts: Migration = {
  number: 250,
  up(db: Database.Database) {
    db.exec('CREATE INDEX segment_by_start ON segment (start) WHERE position = 0')
  },
}
