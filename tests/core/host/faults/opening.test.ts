// Faults by name: what a workspace opens with, whatever lies beside it or happens to it.
import Database from 'better-sqlite3'
import { readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { backupsOf } from '../../../../src/core/backups/backup-folder.ts'
import { isBackupDue } from '../../../../src/core/backups/retention.ts'
import { allMigrations } from '../../../../src/core/database/migrations/all-migrations.ts'
import { migrate } from '../../../../src/core/database/migrate.ts'
import { openForWriting } from '../../../../src/core/database/open-database.ts'
import { storageError } from '../../../../src/core/database/sqlite-errors.ts'
import { logDamages } from '../../../campaigns/damage/damages.ts'
import { anOlderWorkspace } from '../../../campaigns/kill/kill-migration.ts'
import { randomFrom } from '../../../campaigns/random.ts'
import { faultsOf } from '../../../campaigns/workspace-health.ts'
import { aFolder } from '../../a-core.ts'
import { lay, openCore, opened, refusal, sql, worked } from './a-fault.ts'

const random = randomFrom(17)

describe('a workspace opens with all that was acknowledged', () => {
  it.each(Object.entries(logDamages))('with the damage “%s” in its log', (_, damage) => {
    const { path } = lay(damage(worked.killed, random))
    const holdings = opened(path)
    for (const key of ['sources', 'passages', 'items', 'memos'] as const) expect(holdings[key]).toBeGreaterThanOrEqual(worked.least[key])
    expect(faultsOf(path)).toEqual([])
  })

  it('after it was killed', () => expect(opened(lay(worked.killed).path)).toEqual(worked.most))

  it.each([
    ['of nothing', Buffer.alloc(0)],
    ['of zeros', Buffer.alloc(4096)],
    ['of noise', Buffer.from('noise '.repeat(2000))],
  ])('with a journal %s left behind', (_, journal) => {
    const { path } = lay()
    writeFileSync(`${path}-journal`, journal)
    expect(opened(path)).toEqual(worked.least)
  })

  it('with shared memory left behind', () => {
    const { path } = lay()
    writeFileSync(`${path}-shm`, Buffer.alloc(32_768, 3))
    expect(opened(path)).toEqual(worked.least)
  })

  it('through a symbolic link', () => {
    const { path, folder } = lay()
    symlinkSync(path, join(folder, 'link.groundwork'))
    expect(opened(join(folder, 'link.groundwork'))).toEqual(worked.least)
  })

  it('with pages of the greatest size', () => {
    const { path } = lay()
    sql(path, 'PRAGMA page_size = 65536; PRAGMA journal_mode = DELETE; VACUUM')
    expect(opened(path)).toEqual(worked.least)
  })

  it.each(['Bücher und مكتبة 図書館 📚.groundwork', 'half \uD800 sign.groundwork', "quote ' % # ?.groundwork"])('under the name “%s”', (name) => {
    expect(opened(lay(worked.closed, name).path)).toEqual(worked.least)
  })

  it('with noise behind its end', () => {
    expect(opened(lay({ file: Buffer.concat([worked.closed.file, Buffer.alloc(5000, 9)]), log: null }).path)).toEqual(worked.least)
  })

  it('when the clock stands in the past', () => {
    const { path } = lay()
    utimesSync(path, 0, 0)
    expect(opened(path)).toEqual(worked.least)
    expect(isBackupDue('2026-11-26T12:00:00.000Z', '1999-01-01T00:00:00.000Z')).toBe(true)
  })

  it('when the disk fills up at any page of a write', () => {
    const { path } = lay()
    for (let spare = 0; spare < 12; spare += 1) {
      const { db } = openForWriting(path, null)
      db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + spare}`)
      const write = () => db.transaction(() => db.prepare('INSERT INTO source_original (sha256, bytes) VALUES (?, ?)').run('x', Buffer.alloc(80_000)))()
      expect(refusal(() => {
        try {
          write()
        } catch (thrown) {
          throw storageError(thrown, 'W') ?? thrown
        }
      })).toBe('workspace.disk-full')
      db.close()
    }
    expect([opened(path), faultsOf(path)]).toEqual([worked.least, []])
  })
})

describe('a workspace whose file is taken away while it is open keeps what was done', () => {
  const cases: [string, (path: string) => void][] = [
    ['deleted', (path) => rmSync(path)],
    ['renamed', (path) => renameSync(path, `${path}.old`)],
    ['replaced', (path) => {
      rmSync(path)
      writeFileSync(path, worked.closed.file)
    }],
  ]
  it.each(cases)('%s', (name, take) => {
    const { path, folder } = lay()
    const core = openCore(path)
    core.api.memos.create({ head: { title: 'Done after' } })
    take(path)
    core.api.memos.create({ head: { title: 'And after that' } })
    core.close()
    expect(opened(join(folder, 'W (kept).groundwork')).memos).toBe(worked.least.memos + 2)
    if (name === 'replaced') expect(readFileSync(path).equals(worked.closed.file)).toBe(true)
  })
})

describe('saves that come out of order', () => {
  it('are refused, and the newer text stays', () => {
    const core = openCore(lay().path)
    const memo = core.api.memos.create({})
    const document = (text: string) => JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
    core.api.memos.save({ memo: memo.id, revision: 0, document: document('new') })
    expect(refusal(() => core.api.memos.save({ memo: memo.id, revision: 0, document: document('old') }))).toBe('memo.stale')
    expect(core.api.memos.get({ memo: memo.id }).document).toContain('new')
    core.close()
  })
})

describe('a migration', () => {
  it('that is interrupted at any step leaves the workspace as it was, with a backup beside it', () => {
    for (const [at, { number: from }] of allMigrations.slice(0, -1).entries()) {
      const place = { path: join(aFolder(), 'W.groundwork'), backupFolder: join(aFolder(), 'backups') }
      anOlderWorkspace(place.path, from, 3)
      const db = new Database(place.path)
      const broken = { number: (allMigrations[at + 1]?.number ?? 0) + 1, up: () => void db.exec('SELECT nothing') }
      const steps = allMigrations.slice(0, at + 2)
      expect(refusal(() => migrate(db, place, [...steps, broken]))).not.toBe('it was done')
      expect(db.pragma('user_version', { simple: true })).toBe(from)
      const id = String(db.prepare('SELECT id FROM workspace').pluck().get())
      db.close()
      expect(backupsOf(place.backupFolder, id)).toMatchObject([{ reason: 'migration', holdings: { sources: 3 } }])
      expect(opened(place.path).sources).toBe(3)
    }
  })

  it('of a workspace that cannot be backed up does not begin', () => {
    const { path, folder } = lay()
    rmSync(path)
    anOlderWorkspace(path, 10, 2)
    writeFileSync(join(folder, 'file'), '')
    expect(refusal(() => openForWriting(path, join(folder, 'file', 'backups')))).not.toBe('it was done')
    const db = new Database(path, { readonly: true })
    expect([db.pragma('user_version', { simple: true }), db.prepare('SELECT count(*) FROM source').pluck().get()]).toEqual([10, 2])
    db.close()
  })
})
