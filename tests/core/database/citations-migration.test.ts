import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { foundation } from '../../../src/core/database/migrations/0010-foundation.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`
const at = '2026-11-01T00:00:00.000Z'

const before = (quote: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said.' },
        { type: 'citation', attrs: { id: id(8), passage: id(2), version: 1, quote } },
      ],
    },
  ],
})

const after = (quote: string) => ({
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said.' },
        {
          type: 'citation',
          attrs: {
            id: id(8),
            cites: [{ passage: id(2), version: 1, quote, prefix: '', suffix: '', locator: null, suppressAuthor: false }],
          },
        },
      ],
    },
  ],
})

/** A workspace as migration 10 left it: a memo, a second one deleted and a source changed by commands that can be undone. */
function aWorkspaceAtTen(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma('foreign_keys = ON')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, [foundation])
  db.exec(`
    INSERT INTO workspace VALUES (1, '${id(9)}', '${at}');
    INSERT INTO source_original VALUES ('aa', x'61');
    INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
      VALUES ('${id(1)}', 'Old', '[]', '{}', 'text/plain', 'aa', '${at}', 1);
    INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
      VALUES ('${id(1)}', 1, 'One fish.', '[{"kind":"paragraph","start":0,"end":9}]', '[]', '[]', 2, 1, '${at}');
    INSERT INTO passage (id, source_id, version, created_at) VALUES ('${id(2)}', '${id(1)}', 1, '${at}');
    INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES ('${id(2)}', 0, 0, 8, 'One fish', '', '.');
  `)
  const memo = db.prepare(`INSERT INTO memo (id, title, authors, audience, status, language, created_at) VALUES (?, ?, '', '', 'draft', 'en', '${at}')`)
  const body = db.prepare(`INSERT INTO memo_body VALUES (?, ?, 'Said.', 1, 3, '${at}')`)
  const citation = db.prepare(`INSERT INTO memo_citation VALUES (?, 0, '${id(8)}', '${id(2)}', 1, ?)`)
  for (const [n, title] of [[3, 'Kept'], [4, 'Deleted']] as const) {
    memo.run(id(n), title)
    body.run(id(n), JSON.stringify(before(title)))
    citation.run(id(n), title)
  }
  db.exec(`
    INSERT INTO history_command (label, at) VALUES ('Edit source', '${at}'), ('Delete memo', '${at}');
    UPDATE history_recording SET command_id = 1;
    UPDATE source SET title = 'New';
    UPDATE history_recording SET command_id = 2;
    DELETE FROM memo WHERE id = '${id(4)}';
    UPDATE history_recording SET command_id = NULL;
  `)
  db.close()
  return path
}

describe('migration 120', () => {
  it('gives every citation a list of one reference and keeps the rest of a memo', () => {
    const path = aWorkspaceAtTen()
    const core = aCore({ path })
    const memo = core.api.memos.get({ memo: id(3) })
    expect(JSON.parse(memo.document)).toEqual(after('Kept'))
    expect([memo.revision, memo.savedAt, memo.head.citationStyle]).toEqual([3, at, 'house'])
    expect(core.api.memos.list({})[0]).toMatchObject({ title: 'Kept', citations: 1, words: 1 })
    core.close()
    const db = new Database(path, { readonly: true })
    expect(db.prepare('SELECT * FROM memo_citation').all()).toEqual([
      { memo_id: id(3), position: 0, citation_id: id(8), cite: 0, passage_id: id(2), version: 1, quote: 'Kept' },
    ])
    db.close()
  })

  it('lets what was done before it be undone after it', () => {
    const core = aCore({ path: aWorkspaceAtTen() })
    expect(core.api.history.undo({})).toEqual({ label: 'Delete memo' })
    expect(JSON.parse(core.api.memos.get({ memo: id(4) }).document)).toEqual(after('Deleted'))
    expect(core.api.passages.get({ passage: id(2) }).citedIn.map(({ title }) => title)).toEqual(['Deleted', 'Kept'])
    expect(core.api.history.undo({})).toEqual({ label: 'Edit source' })
    expect(core.api.sources.get({ source: id(1) }).metadata.title).toBe('Old')
  })
})
