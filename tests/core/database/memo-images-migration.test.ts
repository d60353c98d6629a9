import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { memoImages } from '../../../src/core/database/migrations/0160-memo-images.ts'

describe('migration 160', () => {
  it('makes a place for images that takes each content once, and PNG and JPEG alone', () => {
    const db = new Database(':memory:')
    memoImages.up(db)
    const add = (id: string, sha256: string, type: string) => () =>
      db.prepare("INSERT INTO memo_image (id, sha256, media_type, width, height, bytes, added_at) VALUES (?, ?, ?, 1, 1, x'00', '2026-11-26')").run(id, sha256, type)
    add('a', 'aa', 'image/png')()
    add('b', 'bb', 'image/jpeg')()
    expect(add('c', 'aa', 'image/png')).toThrow(/UNIQUE/)
    expect(add('d', 'dd', 'image/svg+xml')).toThrow(/CHECK/)
    db.close()
  })
})
