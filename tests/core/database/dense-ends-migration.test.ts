import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { denseEnds } from '../../../src/core/database/migrations/0310-dense-ends.ts'
import { aFolder } from '../a-core.ts'

function aWorkspace() {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < denseEnds.number))
  db.exec("INSERT INTO source_original VALUES ('aa', x'61')")
  const add = (row: number, text: string) => {
    db.prepare(`INSERT INTO source (row, id, title, authors, provenance, media_type, sha256, captured_at, version) VALUES (?, ?, 'A', '[]', '{}', 'text/plain', 'aa', '2026', 1)`).run(row, `s${row}`)
    db.prepare(`INSERT INTO source_text (row, source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at) VALUES (?, ?, 1, ?, '[]', '[]', '[]', 1, 1, '2026')`).run(row, `s${row}`, text)
  }
  const beginningWith = (run: string) =>
    db.prepare("SELECT DISTINCT doc FROM dense_text_run WHERE term >= ? AND term <= ? || char(0x10ffff) ORDER BY doc").pluck().all(run, run)
  const sound = () => db.exec("INSERT INTO dense_text_index (dense_text_index, rank) VALUES ('integrity-check', 1)")
  return { db, path, add, beginningWith, sound }
}

it('migration 310 makes the last letters of texts known, of those that are there and of those that come', () => {
  const { db, path, add, beginningWith, sound } = aWorkspace()
  add(1, '特使在莫斯科谈判')
  add(2, 'Words alone')
  expect(beginningWith('谈判')).toEqual([])
  migrate(db, { path, backupFolder: null })
  add(3, '双方谈判')
  add(4, 'More words')
  expect(beginningWith('谈判')).toEqual([1, 3])
  expect(beginningWith('判')).toEqual([1, 3])
  expect(sound).not.toThrow()
  db.exec('DELETE FROM source_text WHERE row IN (1, 2)')
  expect(beginningWith('判')).toEqual([3])
  expect(sound).not.toThrow()
  db.close()
})

it('migration 310 leaves a workspace without such texts sound', () => {
  const { db, path, add, sound } = aWorkspace()
  add(1, 'Words alone')
  migrate(db, { path, backupFolder: null })
  add(2, 'More words')
  expect(db.prepare('SELECT count(*) FROM dense_text_index_docsize').pluck().get()).toBe(0)
  expect(sound).not.toThrow()
  db.close()
})
