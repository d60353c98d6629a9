import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { foundation } from '../../../src/core/database/migrations/0010-foundation.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const source = '00000000-0000-7000-8000-000000000001'
const kept = '00000000-0000-7000-8000-000000000002'
const deleted = '00000000-0000-7000-8000-000000000003'

/** A workspace as migration 10 left it: two passages, the second one deleted by a command that can be undone. */
function aWorkspaceAtTen(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, [foundation])
  db.exec(`
    INSERT INTO workspace VALUES (1, '00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z');
    INSERT INTO source_original VALUES ('aa', x'61');
    INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
      VALUES ('${source}', 'Old', '[]', '{}', 'text/plain', 'aa', '2026-11-01T00:00:00.000Z', 1);
    INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
      VALUES ('${source}', 1, 'One fish. Two fish.', '[{"kind":"paragraph","start":0,"end":19}]', '[]', '[]', 4, 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO passage (id, source_id, version, created_at) VALUES
      ('${kept}', '${source}', 1, '2026-11-01T00:00:01.000Z'), ('${deleted}', '${source}', 1, '2026-11-01T00:00:02.000Z');
    INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES
      ('${kept}', 0, 0, 8, 'One fish', '', '. Two fish.'), ('${deleted}', 0, 10, 18, 'Two fish', 'One fish. ', '.');
    INSERT INTO history_command (label, at) VALUES ('Delete passage', '2026-11-01T00:00:03.000Z');
    UPDATE history_recording SET command_id = 1;
    DELETE FROM passage WHERE id = '${deleted}';
    UPDATE history_recording SET command_id = NULL;
  `)
  db.close()
  return path
}

describe('migration 20', () => {
  it('keeps every passage as it was, placed', () => {
    const path = aWorkspaceAtTen()
    const before = new Database(path, { readonly: true })
    const passages = before.prepare('SELECT * FROM passage').all()
    const segments = before.prepare('SELECT * FROM segment').all()
    before.close()
    aCore({ path }).close()
    const after = new Database(path, { readonly: true })
    expect(after.prepare('SELECT * FROM passage').all()).toEqual(passages.map((row) => ({ ...(row as object), state: 'placed' })))
    expect(after.prepare('SELECT * FROM segment').all()).toEqual(segments)
    expect(after.prepare('SELECT * FROM passage_review').all()).toEqual([])
    after.close()
  })

  it('lets what was deleted before it be undone after it', () => {
    const core = aCore({ path: aWorkspaceAtTen() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete passage' })
    expect(core.api.passages.get({ passage: deleted })).toMatchObject({ quote: 'Two fish', state: 'placed' })
    expect(core.api.history.redo({})).toEqual({ label: 'Delete passage' })
    expect(core.api.passages.list({ source }).map((mark) => mark.id)).toEqual([kept])
  })
})
