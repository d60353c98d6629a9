import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { foundation } from '../../../src/core/database/migrations/0010-foundation.ts'
import { corrections } from '../../../src/core/database/migrations/0020-corrections.ts'
import { suggestionDecisions } from '../../../src/core/database/migrations/0030-suggestions.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const [kept, deleted] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002']

/** A workspace as migration 30 left it: a code, and one deleted by a command that can be undone. */
function aWorkspaceAtThirty(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, [foundation, corrections, suggestionDecisions])
  db.exec(`
    INSERT INTO workspace VALUES (1, '00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z');
    INSERT INTO code (id, parent_id, name, colour, description, position) VALUES
      ('${kept}', NULL, 'Kept', 'teal', 'What it means', 1), ('${deleted}', '${kept}', 'Deleted', 'rose', '', 1);
    INSERT INTO history_command (label, at) VALUES ('Delete code', '2026-11-01T00:00:03.000Z');
    UPDATE history_recording SET command_id = 1;
    DELETE FROM code WHERE id = '${deleted}';
    UPDATE history_recording SET command_id = NULL;
  `)
  db.close()
  return path
}

describe('migration 50', () => {
  it('keeps every code as it was, without a key', () => {
    const path = aWorkspaceAtThirty()
    const before = new Database(path, { readonly: true })
    const codes = before.prepare('SELECT * FROM code').all()
    before.close()
    aCore({ path }).close()
    const after = new Database(path, { readonly: true })
    expect(after.prepare('SELECT * FROM code').all()).toEqual(codes.map((row) => ({ ...(row as object), shortcut: null })))
    after.close()
  })

  it('lets what was deleted before it be undone after it, and a key be undone', () => {
    const core = aCore({ path: aWorkspaceAtThirty() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete code' })
    expect(core.api.codes.list({}).map(({ path, shortcut }) => [path, shortcut])).toEqual([['Kept', null], ['Kept / Deleted', null]])
    core.api.codes.update({ code: kept, shortcut: 'y' })
    expect(core.api.history.undo({})).toEqual({ label: 'Edit code' })
    expect(core.api.codes.list({})[0]?.shortcut).toBeNull()
  })
})
