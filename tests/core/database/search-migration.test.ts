import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

/** A workspace from before migration 100 with a Chinese and an English text. */
function anOlderWorkspace(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma('journal_mode = WAL')
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 40))
  db.exec(`
    INSERT INTO workspace VALUES (1, '00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z');
    INSERT INTO source_original VALUES ('aa', x'61');
  `)
  for (const [at, title, text] of [[1, '会谈', '普京在莫斯科会见了特使。'], [2, 'Talks', 'Putin met the envoy in Moscow.']] as const) {
    const id = `00000000-0000-7000-8000-00000000000${at}`
    db.prepare(
      `INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version)
       VALUES (?, ?, '[]', '{}', 'text/plain', 'aa', '2026-11-01T00:00:00.000Z', 1)`,
    ).run(id, title)
    db.prepare(
      `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at)
       VALUES (?, 1, ?, ?, '[]', '[]', 1, 1, '2026-11-01T00:00:00.000Z')`,
    ).run(id, text, JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }]))
  }
  db.close()
  return path
}

describe('migration 100', () => {
  it('finds words inside runs of letters in texts that were there before, and indexes no other text for that', () => {
    const path = anOlderWorkspace()
    const core = aCore({ path })
    expect(core.api.search.everything({ text: '莫斯科' }).hits.map((hit) => hit.title)).toEqual(['会谈'])
    expect(core.api.search.everything({ text: 'moscow' }).hits.map((hit) => hit.title)).toEqual(['Talks'])
    core.close()
    const db = new Database(path, { readonly: true })
    expect(db.prepare('SELECT count(*) FROM dense_text_index').pluck().get()).toBe(1)
    db.close()
  })

  it('keeps the index of runs whole by SQLite’s own check', () => {
    const path = anOlderWorkspace()
    aCore({ path }).close()
    const db = new Database(path)
    expect(() => db.exec("INSERT INTO dense_text_index (dense_text_index, rank) VALUES ('integrity-check', 1)")).not.toThrow()
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })
})
