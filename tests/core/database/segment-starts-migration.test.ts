import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { segmentStarts } from '../../../src/core/database/migrations/0250-segment-starts.ts'
import { aCore, aFolder, aSource } from '../a-core.ts'

describe('migration 250', () => {
  it('gives an older workspace the index, by which the same words are the same passage still', async () => {
    const path = join(aFolder(), 'W.groundwork')
    const first = aCore({ path })
    const { source } = await aSource(first, 'One fish. Two fish.')
    const { id } = first.api.passages.create({ source, version: 1, spans: [{ start: 10, end: 18 }] })
    first.close()
    const db = new Database(path)
    db.exec('DROP INDEX segment_by_start')
    db.pragma(`user_version = ${segmentStarts.number - 1}`)
    db.close()
    const core = aCore({ path })
    expect(core.api.passages.create({ source, version: 1, spans: [{ start: 10, end: 18 }] }).id).toBe(id)
    expect(core.api.passages.create({ source, version: 1, spans: [{ start: 10, end: 13 }] }).id).not.toBe(id)
    core.close()
    const indexes = new Database(path, { readonly: true })
    expect(indexes.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'segment_by_start'").pluck().get()).toBe(1)
    indexes.close()
  })
})
