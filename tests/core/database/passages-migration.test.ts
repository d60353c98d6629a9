import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const id = (last: string): string => `00000000-0000-7000-8000-0000000000${last}`

/** A workspace as migration 120 left it: a passage with two tags, one of them with a remark. */
function aWorkspaceAtOneHundredTwenty(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number <= 120))
  db.exec(`
    INSERT INTO workspace VALUES (1, '${id('09')}', '2026-11-01T00:00:00.000Z');
    INSERT INTO source_original VALUES ('${'a'.repeat(64)}', x'61');
    INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
      VALUES ('${id('01')}', 'A source', '[]', '{}', 'text/plain', '${'a'.repeat(64)}', '2026-11-01T00:00:00.000Z', 1);
    INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
      VALUES ('${id('01')}', 1, 'Some words.', '[{"kind":"paragraph","start":0,"end":11}]', '[]', '[]', 2, 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO passage (id, source_id, version, created_at) VALUES ('${id('02')}', '${id('01')}', 1, '2026-11-01T00:00:00.000Z');
    INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES ('${id('02')}', 0, 0, 4, 'Some', '', ' words.');
    INSERT INTO item (id, kind, statement, created_at) VALUES
      ('${id('03')}', 'note', 'One', '2026-11-01T00:00:00.000Z'), ('${id('04')}', 'note', 'Other', '2026-11-01T00:00:00.000Z');
    INSERT INTO tag (id, passage_id, item_id, role, comment, created_at) VALUES
      ('${id('05')}', '${id('02')}', '${id('03')}', 'mentions', 'an old remark', '2026-11-01T00:00:00.000Z'),
      ('${id('06')}', '${id('02')}', '${id('04')}', 'mentions', '', '2026-11-01T00:00:00.000Z');
  `)
  db.close()
  return path
}

describe('migration 130', () => {
  it('finds remarks that were there before it, and follows those that change, go and come back', () => {
    const core = aCore({ path: aWorkspaceAtOneHundredTwenty() })
    const found = (text: string) => core.api.search.everything({ text }).hits.filter(({ kind }) => kind === 'remark').map(({ ref, excerpt }) => [ref, excerpt])
    expect(found('old remark')).toEqual([[id('05'), 'an old remark']])
    core.api.items.setTag({ tag: id('06'), comment: 'a fresh one' })
    core.api.items.setTag({ tag: id('05'), comment: '' })
    expect([found('fresh'), found('remark')]).toEqual([[[id('06'), 'a fresh one']], []])
    core.api.history.undo({})
    expect(found('remark')).toHaveLength(1)
    core.api.items.untag({ tag: id('05') })
    expect(found('remark')).toEqual([])
    core.api.history.undo({})
    expect(found('remark')).toHaveLength(1)
  })
})
