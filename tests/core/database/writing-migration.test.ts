import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { aCore, aDocument } from '../a-core.ts'
import { anOlderWorkspace, idOf, madeAt as at } from './an-older-workspace.ts'

const memo = idOf(1)

/** A workspace as the migrations before 180 left it, with a memo. */
const aWorkspaceBefore = () =>
  anOlderWorkspace(180, (db) => {
    db.prepare(`INSERT INTO memo (id, title, authors, audience, status, language, created_at) VALUES (?, 'Old', '', '', 'draft', 'en', ?)`).run(memo, at)
    db.prepare(`INSERT INTO memo_body (memo_id, document, plain, words, revision, saved_at) VALUES (?, ?, 'Old words.', 2, 4, ?)`).run(memo, aDocument(['Old words.']), at)
  })

it('migration 180 leaves memos as they were; the next save keeps what it replaces', () => {
  const path = aWorkspaceBefore()
  const core = aCore({ path })
  expect(core.api.memos.versions({ memo })).toEqual([])
  core.api.memos.save({ memo, revision: 4, document: aDocument(['New words.']) })
  const [version] = core.api.memos.versions({ memo })
  expect(version).toMatchObject({ savedAt: at, words: 2 })
  expect(core.api.memos.version({ version: version?.id ?? '' }).document).toBe(aDocument(['Old words.']))
})

it('forgets on opening the versions of a memo that no undo can bring back', () => {
  const path = aWorkspaceBefore()
  const core = aCore({ path })
  core.api.memos.save({ memo, revision: 4, document: aDocument(['New words.']) })
  core.close()
  const db = new Database(path)
  db.pragma('foreign_keys = ON')
  const count = () => db.prepare('SELECT (SELECT count(*) FROM memo_version) + (SELECT count(*) FROM memo_version_base)').pluck().get()
  expect(count()).toBe(2)
  db.prepare('DELETE FROM memo').run()
  aCore({ path }).close()
  expect(count()).toBe(0)
  db.close()
})
