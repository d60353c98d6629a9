import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

const [source, passage, at] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '2026-11-01T00:00:00.000Z']

/** A workspace from before migration 250 with one passage. */
function anOlderWorkspace(): string {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  db.pragma(`application_id = ${applicationId}`)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 250))
  const text = 'One fish. Two fish.'
  db.prepare('INSERT INTO workspace VALUES (1, ?, ?)').run('00000000-0000-7000-8000-000000000009', at)
  db.exec("INSERT INTO source_original VALUES ('aa', x'61')")
  db.prepare(
    `INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version) VALUES (?, 'Fish', '[]', '{}', 'text/plain', 'aa', ?, 1)`,
  ).run(source, at)
  db.prepare(
    `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at) VALUES (?, 1, ?, ?, '[]', '[]', 4, 1, ?)`,
  ).run(source, text, JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }]), at)
  db.prepare('INSERT INTO passage (id, source_id, version, created_at) VALUES (?, ?, 1, ?)').run(passage, source, at)
  db.prepare(`INSERT INTO segment (passage_id, position, start, "end", quote, prefix, suffix) VALUES (?, 0, 10, 18, 'Two fish', 'One fish. ', '.')`).run(passage)
  db.close()
  return path
}

describe('migration 250', () => {
  it('gives an older workspace the index, by which the same words are the same passage still', () => {
    const path = anOlderWorkspace()
    const core = aCore({ path })
    expect(core.api.passages.create({ source, version: 1, spans: [{ start: 10, end: 18 }] }).id).toBe(passage)
    expect(core.api.passages.create({ source, version: 1, spans: [{ start: 10, end: 13 }] }).id).not.toBe(passage)
    core.close()
    const indexes = new Database(path, { readonly: true })
    expect(indexes.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'segment_by_start'").pluck().get()).toBe(1)
    indexes.close()
  })
})
