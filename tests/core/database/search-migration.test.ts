import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aCore } from '../a-core.ts'
import { addSource, anOlderWorkspace, idOf } from './an-older-workspace.ts'

/** A workspace from before migration 100 with a Chinese and an English text. */
const aWorkspaceBefore = () =>
  anOlderWorkspace(40, (db) => {
    addSource(db, idOf(1), '普京在莫斯科会见了特使。', { title: '会谈' })
    addSource(db, idOf(2), 'Putin met the envoy in Moscow.', { title: 'Talks' })
  })

describe('migration 100', () => {
  it('finds words inside runs of letters in texts that were there before, and indexes no other text for that', () => {
    const path = aWorkspaceBefore()
    const core = aCore({ path })
    expect(core.api.search.everything({ text: '莫斯科' }).hits.map((hit) => hit.title)).toEqual(['会谈'])
    expect(core.api.search.everything({ text: 'moscow' }).hits.map((hit) => hit.title)).toEqual(['Talks'])
    core.close()
    const db = new Database(path, { readonly: true })
    expect(db.prepare('SELECT count(*) FROM dense_text_index').pluck().get()).toBe(1)
    db.close()
  })

  it('keeps the index of runs whole by SQLite’s own check', () => {
    const path = aWorkspaceBefore()
    aCore({ path }).close()
    const db = new Database(path)
    expect(() => db.exec("INSERT INTO dense_text_index (dense_text_index, rank) VALUES ('integrity-check', 1)")).not.toThrow()
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    db.close()
  })
})
