import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { denseTriggers } from '../../../src/core/database/migrations/0270-dense-triggers.ts'
import { aFolder } from '../a-core.ts'

/** Letters at the edges of each range that is dense, and letters near them and elsewhere. */
const dense = [...'぀ヿ㐀鿿豈﫿฀๿຀໿က႟ក៿停カ']
const others = [...'Aé“…Жאنहა한ﬁ😀ﷺ𠀀', '\u2fff', '\ua000', '\ue000', '\ufb00', '\u0dff', '\u0f00', '\u10a0']

it('migration 270 indexes the same texts as before, letter by letter, and takes them out again', () => {
  const path = join(aFolder(), 'W.groundwork')
  const db = new Database(path)
  migrate(db, { path, backupFolder: null }, allMigrations.filter(({ number }) => number < denseTriggers.number))
  const add = (row: number, letter: string) => {
    db.prepare(`INSERT INTO source (row, id, title, authors, provenance, media_type, sha256, captured_at, version) VALUES (?, ?, 'A', '[]', '{}', 'text/plain', 'aa', '2026', 1)`).run(row, `s${row}`)
    db.prepare(`INSERT INTO source_text (row, source_id, version, text, blocks, marks, set_aside, words, paragraphs, created_at) VALUES (?, ?, 1, ?, '[]', '[]', '[]', 1, 1, '2026')`).run(row, `s${row}`, `Words with ${letter} among them.`)
  }
  const indexed = () => db.prepare('SELECT id FROM dense_text_index_docsize ORDER BY id').pluck().all()
  const wanted = () => db.prepare('SELECT row FROM dense_source_text ORDER BY row').pluck().all()
  db.exec("INSERT INTO source_original VALUES ('aa', x'61')")
  const letters = [...dense, ...others]
  letters.forEach((letter, at) => add(at + 1, letter))
  const before = indexed()
  migrate(db, { path, backupFolder: null })
  letters.forEach((letter, at) => add(at + 1001, letter))
  expect(indexed()).toEqual(wanted())
  expect(indexed().filter((row) => Number(row) > 1000)).toEqual(before.map((row) => Number(row) + 1000))
  expect(before.length).toBeGreaterThanOrEqual(dense.length)
  db.exec('DELETE FROM source_text WHERE row % 2 = 0')
  expect(indexed()).toEqual(wanted())
  expect(() => db.exec("INSERT INTO dense_text_index (dense_text_index, rank) VALUES ('integrity-check', 1)")).not.toThrow()
  db.close()
})
