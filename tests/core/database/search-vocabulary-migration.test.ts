import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { applicationId } from '../../../src/core/database/open-database.ts'
import { aCore, aFolder } from '../a-core.ts'

describe('migration 280', () => {
  it('gives an older workspace the words of its texts one by one', () => {
    const path = join(aFolder(), 'W.groundwork')
    const db = new Database(path)
    db.pragma(`application_id = ${applicationId}`)
    migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < 280))
    const [id, at] = ['00000000-0000-7000-8000-000000000009', '2026-11-01T00:00:00.000Z']
    db.prepare('INSERT INTO workspace VALUES (1, ?, ?)').run(id, at)
    db.exec("INSERT INTO source_original VALUES ('aa', x'61')")
    db.prepare(
      `INSERT INTO source (id, title, authors, provenance, media_type, sha256, captured_at, version) VALUES (?, 'Talks', '[]', '{}', 'text/plain', 'aa', ?, 1)`,
    ).run(id, at)
    const text = 'Talks about talks. 在莫斯科'
    db.prepare(
      `INSERT INTO source_text (source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at) VALUES (?, 1, ?, ?, '[]', '[]', 3, 1, ?)`,
    ).run(id, text, JSON.stringify([{ kind: 'paragraph', start: 0, end: text.length }]), at)
    db.close()
    const core = aCore({ path })
    expect(core.api.search.everything({ text: 'tal' }).hits.map(({ title }) => title)).toEqual(['Talks'])
    core.close()
    const after = new Database(path, { readonly: true })
    expect(after.prepare('SELECT DISTINCT term FROM source_text_word ORDER BY term').pluck().all()).toEqual(['about', 'talks', '在莫斯科'])
    expect(after.prepare('SELECT DISTINCT term FROM dense_text_run WHERE term >= ?').pluck().all('在')).toEqual(['在莫斯', '斯科\n', '科\n\n', '莫斯科'])
    after.close()
  })
})
