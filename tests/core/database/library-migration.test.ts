import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const [kept, deleted] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']

/** A workspace as the migrations before 140 left it: a source, and one deleted by a command that can be undone. */
function aWorkspaceBefore(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 140))
  db.exec(`
    INSERT INTO workspace VALUES (1, '00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z');
    INSERT INTO source_original VALUES ('abc', x'00');
    INSERT INTO source (id, title, authors, container_title, provenance, media_type, sha256, captured_at, version) VALUES
      ('${kept}', 'Kept', '[]', 'TIME', '{}', 'text/plain', 'abc', '2026-11-01T00:00:00.000Z', 1),
      ('${deleted}', 'Deleted', '[]', NULL, '{}', 'text/plain', 'abc', '2026-11-01T00:00:00.000Z', 1);
    INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at) VALUES
      ('${kept}', 1, 'Words', '[]', '[]', '[]', 1, 1, '2026-11-01T00:00:00.000Z'),
      ('${deleted}', 1, 'Words', '[]', '[]', '[]', 1, 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO history_command (label, at) VALUES ('Delete source', '2026-11-01T00:00:03.000Z');
    UPDATE history_recording SET command_id = 1;
    DELETE FROM source WHERE id = '${deleted}';
    UPDATE history_recording SET command_id = NULL;
  `)
  db.close()
  return path
}

it('migration 140 keeps every source, unread and not in the trash', () => {
  const path = aWorkspaceBefore()
  const before = new Database(path, { readonly: true })
  const sources = before.prepare('SELECT * FROM source').all()
  before.close()
  aCore({ path }).close()
  const after = new Database(path, { readonly: true })
  expect(after.prepare('SELECT * FROM source').all()).toEqual(
    sources.map((row) => expect.objectContaining({ ...(row as object), progress: 'unread', trashed_at: null })),
  )
  after.close()
})

it('migration 140 lets what was deleted before it be undone after it, and has likeness read what it had not', () => {
  const core = aCore({ path: aWorkspaceBefore() })
  expect(core.api.history.undo({})).toEqual({ label: 'Delete source' })
  expect(core.api.sources.get({ source: deleted })).toMatchObject({ progress: 'unread', trashedAt: null })
  core.api.library.setProgress({ sources: [kept, deleted], progress: 'done' })
  core.api.history.undo({})
  expect(core.api.sources.get({ source: deleted }).progress).toBe('unread')
})
