// Pages of a workspace that changed places: whatever opens shows all that was there.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { checkTables } from '../../../src/core/database/check-tables.ts'
import { openForWriting } from '../../../src/core/database/open-database.ts'
import { createCore } from '../../../src/core/core.ts'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { aFolder, resources } from '../a-core.ts'

const page = 4096

function aWorkspace() {
  const folder = aFolder()
  const path = join(folder, 'W.groundwork')
  const core = createCore({ path, resources, filesFolder: join(folder, 'files'), withArticle: true })
  core.api.memos.create({ head: { title: 'One' } })
  core.api.memos.create({ head: { title: 'Two' } })
  core.close()
  const db = new Database(path, { readonly: true })
  const roots = db.prepare<[], { name: string; rootpage: number }>('SELECT name, rootpage FROM sqlite_schema WHERE rootpage > 1').all()
  db.close()
  return { path, whole: readFileSync(path), roots }
}

function swapped(whole: Buffer, one: number, other: number): Buffer {
  const bytes = Buffer.from(whole)
  whole.copy(bytes, (one - 1) * page, (other - 1) * page, other * page)
  whole.copy(bytes, (other - 1) * page, (one - 1) * page, one * page)
  return bytes
}

describe('two pages of a workspace that were swapped', () => {
  it('are never a workspace without its memos and sources', { timeout: 60_000 }, () => {
    const { path, whole, roots } = aWorkspace()
    const held = roots.filter(({ name }) => ['memo', 'memo_body'].includes(name))
    const silent: string[] = []
    let refused = 0
    for (const one of held) {
      for (const other of roots.filter(({ rootpage }) => rootpage !== one.rootpage && rootpage % 2 === 0)) {
        writeFileSync(path, swapped(whole, one.rootpage, other.rootpage))
        try {
          const { db } = openForWriting(path, null)
          const count = (sql: string) => db.prepare(`SELECT count(*) FROM ${sql}`).pluck().get()
          if (count('memo JOIN memo_body ON memo_id = memo.id') !== 2 || count('source JOIN source_text ON source_id = source.id') !== 1) silent.push(`${one.name} and ${other.name}`)
          db.close()
        } catch (thrown) {
          if (!(thrown instanceof GroundworkError) && !String(thrown).includes('malformed')) throw thrown
          refused += 1
        }
      }
    }
    expect(silent).toEqual([])
    expect(refused).toBeGreaterThan(20)
  })

  it('are found by the ends of a table where there is more than is counted', () => {
    const path = join(aFolder(), 'W.groundwork')
    const db = new Database(path)
    db.exec('CREATE TABLE one (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE); CREATE TABLE two (row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)')
    const fill = (table: string) => {
      for (let at = 0; at < 5000; at += 1) db.prepare(`INSERT INTO ${table} (id) VALUES (?)`).run(`${table} ${at}`)
    }
    db.transaction(() => ['one', 'two'].forEach(fill))()
    expect(() => checkTables(db, 'W')).not.toThrow()
    const [one = 0, two = 0] = db.prepare<[], number>("SELECT rootpage FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all()
    db.close()
    const whole = readFileSync(path)
    writeFileSync(path, swapped(whole, one, two))
    const torn = new Database(path)
    expect(() => checkTables(torn, 'W')).toThrow(/what “(?:one|two)” holds does not fit its index/)
    torn.close()
  })
})
