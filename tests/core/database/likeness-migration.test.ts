import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

it('migration 70 leaves sources and their texts as they were, and finds the copies among them on opening', () => {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 70))
  const words = 'Negotiators left the capital late on Tuesday without a common text for either side to sign.'
  const ids = [1, 2].map((n) => `00000000-0000-7000-8000-00000000000${n}`)
  db.exec(`INSERT INTO workspace VALUES (1, '00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z');
    INSERT INTO source_original VALUES ('aa', x'61');`)
  for (const id of ids) {
    db.exec(`INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
        VALUES ('${id}', 'Old', '[]', '{}', 'text/plain', 'aa', '2026-11-01T00:00:00.000Z', 1);
      INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
        VALUES ('${id}', 1, '${words}', '[{"kind":"paragraph","start":0,"end":${words.length}}]', '[]', '[]', 16, 1, '2026-11-01T00:00:00.000Z');`)
  }
  const rows = (from: Database.Database) => ['source', 'source_text'].map((table) => from.prepare(`SELECT * FROM ${table}`).all())
  const before = rows(db)
  db.close()
  const core = aCore({ path })
  expect(core.api.likeness.groups({})).toEqual([ids])
  core.close()
  const after = new Database(path, { readonly: true })
  // Later migrations may add columns.
  expect(rows(after)).toEqual(before.map((table) => table.map((row) => expect.objectContaining(row as object))))
  after.close()
})
