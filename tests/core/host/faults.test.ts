// Faults by name: what happens to a workspace, and what must hold then. Nothing is lost, and each says what is wrong.
import Database from 'better-sqlite3'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { backupsFor, backupsOf } from '../../../src/core/backups/backup-folder.ts'
import { checkWorkspace } from '../../../src/core/backups/check-workspace.ts'
import { makeBackup } from '../../../src/core/backups/make-backup.ts'
import { freePathBeside, restoreBackup } from '../../../src/core/backups/restore.ts'
import { isBackupDue } from '../../../src/core/backups/retention.ts'
import { createCore, type Core } from '../../../src/core/core.ts'
import { allMigrations } from '../../../src/core/database/migrations/all-migrations.ts'
import { migrate } from '../../../src/core/database/migrate.ts'
import { openForWriting } from '../../../src/core/database/open-database.ts'
import { storageError, toWorkspaceError } from '../../../src/core/database/sqlite-errors.ts'
import { lockWorkspace } from '../../../src/core/database/workspace-lock.ts'
import { makeWorkspace } from '../../../src/core/host/make-workspace.ts'
import { openingProblem } from '../../../src/core/host/rescue.ts'
import { salvage } from '../../../src/core/salvage/salvage.ts'
import { aWorkedWorkspace, holdingsOf, type Holdings } from '../../campaigns/damage/a-worked-workspace.ts'
import { logDamages, type Bytes } from '../../campaigns/damage/damages.ts'
import { anOlderWorkspace } from '../../campaigns/kill/kill-migration.ts'
import { randomFrom } from '../../campaigns/random.ts'
import { faultsOf } from '../../campaigns/workspace-health.ts'
import { aFolder, countingIds, resources } from '../a-core.ts'

let worked: Awaited<ReturnType<typeof aWorkedWorkspace>>
beforeAll(async () => (worked = await aWorkedWorkspace()))

const now = '2026-11-26T12:00:00.000Z'
const random = randomFrom(17)

interface Place {
  folder: string
  path: string
  root: string
}

function lay(bytes: Bytes = worked.closed, name = 'W.groundwork'): Place {
  const folder = aFolder()
  const path = join(folder, name)
  writeFileSync(path, bytes.file)
  if (bytes.log) writeFileSync(`${path}-wal`, bytes.log)
  return { folder, path, root: join(folder, 'data', 'backups') }
}

const openCore = (path: string): Core => createCore({ path, resources, filesFolder: join(dirname(path), 'files') })

function opened(path: string): Holdings {
  const core = openCore(path)
  try {
    return holdingsOf(core)
  } finally {
    core.close()
  }
}

/** The code with which something is refused. */
function refusal(work: () => unknown): string {
  try {
    work()
  } catch (thrown) {
    const { code, message } = thrown as { code?: string; message: string }
    return code && /\w.*\./.test(message) ? code : `no code: ${message}`
  }
  return 'it was done'
}

const sql = (path: string, statements: string) => {
  const db = new Database(path)
  db.exec(statements)
  db.pragma('journal_mode = DELETE')
  db.close()
}

const back = (place: Place) => makeBackup({ workspace: place.path, root: place.root, reason: 'asked', now })
const spoil = (path: string) => writeFileSync(path, readFileSync(path).fill(0, 100, 9000))
const salvaged = (place: Place) => salvage(place.path, join(place.folder, 'S.groundwork'), { newId: countingIds(), now })

/** A file that is refused stays as it is, byte for byte. */
const refused: Record<string, { code: string; make: () => string }> = {
  'a file of zero bytes': { code: 'workspace.not-a-workspace', make: () => lay({ file: Buffer.alloc(0), log: null }).path },
  'a file of text': { code: 'workspace.not-a-workspace', make: () => lay({ file: Buffer.from('Dear diary, '.repeat(50)), log: null }).path },
  'a file cut off inside its head': { code: 'workspace.damaged', make: () => lay({ file: worked.closed.file.subarray(0, 60), log: null }).path },
  'a truncated file': { code: 'workspace.damaged', make: () => lay({ file: worked.closed.file.subarray(0, 4096), log: null }).path },
  'a list of tables that is wiped': { code: 'workspace.damaged', make: () => lay({ file: Buffer.from(worked.closed.file).fill(0, 100, 4096), log: null }).path },
  'the database of another program': {
    code: 'workspace.not-a-workspace',
    make: () => {
      const path = join(aFolder(), 'W.groundwork')
      sql(path, 'CREATE TABLE places (url TEXT)')
      return path
    },
  },
  'a wrong application id': { code: 'workspace.not-a-workspace', make: () => changed('PRAGMA application_id = 7') },
  'a newer form': { code: 'workspace.newer', make: () => changed('PRAGMA user_version = 99990') },
  'a hostile trigger': { code: 'workspace.damaged', make: () => changed('CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM source; END') },
  'a hostile view': { code: 'workspace.damaged', make: () => changed('CREATE VIEW evil AS SELECT * FROM source') },
  'an index too many': { code: 'workspace.damaged', make: () => changed('CREATE INDEX evil ON source (title)') },
  'the log of another workspace': {
    code: 'workspace.damaged',
    make: () => {
      // Another workspace of the same pages, swapped in after the program that wrote the log was killed.
      const { path } = lay()
      sql(path, 'DELETE FROM tag; DELETE FROM segment; DELETE FROM passage; VACUUM')
      writeFileSync(`${path}-wal`, worked.killed.log ?? '')
      return path
    },
  },
}

function changed(statements: string): string {
  const { path } = lay()
  sql(path, statements)
  return path
}

describe('a workspace is refused and left as it is', () => {
  it.each(Object.entries(refused))('with %s', (_, { code, make }) => {
    const path = make()
    const before = readFileSync(path)
    expect(refusal(() => openCore(path))).toBe(code)
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('with a folder in its place', () => expect(refusal(() => openCore(aFolder()))).toBe('workspace.not-a-workspace'))

  it('in a folder that does not exist', () => expect(refusal(() => openCore(join(aFolder(), 'no', 'W.groundwork')))).toBe('workspace.missing'))

  it('in a folder where nothing can be written', () => expect(refusal(() => lockWorkspace('/proc/self/W.groundwork'))).toBe('workspace.read-only'))

  it('behind a loop of symbolic links', () => {
    const path = join(aFolder(), 'W.groundwork')
    symlinkSync(path, path)
    expect(refusal(() => openCore(path))).toMatch(/^workspace\./)
    expect(readdirSync(dirname(path))).toEqual(['W.groundwork'])
  })

  it('under a name longer than a file system takes', () => {
    const path = join(aFolder(), `${'long'.repeat(80)}.groundwork`)
    expect(refusal(() => openCore(path))).toMatch(/^workspace\./)
  })

  it('while a second instance has it', () => {
    const { path } = lay()
    const release = lockWorkspace(path)
    expect(refusal(() => lockWorkspace(path))).toBe('workspace.locked')
    release()
    lockWorkspace(path)()
  })

  it('while another program of SQLite holds it', () => {
    const { path } = lay()
    const other = new Database(path)
    other.pragma('locking_mode = EXCLUSIVE')
    other.exec('BEGIN EXCLUSIVE')
    expect(refusal(() => openForWriting(path, null))).toBe('workspace.locked')
    other.close()
    expect(opened(path)).toEqual(worked.least)
  })

  it.each(['SQLITE_IOERR_LOCK', 'SQLITE_IOERR_SHMMAP', 'SQLITE_PROTOCOL', 'SQLITE_IOERR_RDLOCK'])('on a drive without locks (%s)', (code) => {
    const thrown = new Database.SqliteError('the drive', code)
    expect(toWorkspaceError(thrown, '/net/W.groundwork', '/net')).toMatchObject({ code: 'workspace.locked', message: expect.stringContaining('drive') })
  })

  it.each(['SQLITE_FULL', 'ENOSPC', 'SQLITE_IOERR_WRITE', 'EDQUOT', 'EFBIG'])('when there is no room (%s)', (code) => {
    expect(storageError(Object.assign(new Error('no room'), { code }), 'W')).toMatchObject({ code: 'workspace.disk-full' })
  })
})

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

describe('backups', () => {
  it('stand in for a workspace that is damaged', async () => {
    const place = lay()
    await back(place)
    spoil(place.path)
    const thrown = (() => {
      try {
        openCore(place.path)
      } catch (caught) {
        return caught
      }
      return null
    })()
    expect(openingProblem(place.path, thrown, join(place.folder, 'data'))).toMatchObject({ code: 'workspace.damaged', backups: [{ holdings: worked.least }] })
    const [backup] = backupsFor(place.root, place.path)
    const to = freePathBeside(place.path, 'back')
    restoreBackup(backup?.file ?? '', to, { id: 'new', now })
    expect(opened(to)).toEqual(worked.least)
  })

  it('are offered for a file that was emptied, and not for one that never was a workspace', async () => {
    const place = lay()
    await back(place)
    writeFileSync(place.path, '')
    const empty = toWorkspaceError(Object.assign(new Error(''), { code: 'SQLITE_NOTADB' }), place.path, '')
    expect(openingProblem(place.path, empty, join(place.folder, 'data'))?.backups).toHaveLength(1)
    expect(openingProblem(join(place.folder, 'list.txt'), Object.assign(new Error('no'), { code: 'x' }), join(place.folder, 'data'))).toBeNull()
  })

  it('that are damaged are not restored, and the workspace can still be salvaged when it is damaged too', async () => {
    const place = lay()
    await back(place)
    const [backup] = backupsFor(place.root, place.path)
    spoil(backup?.file ?? '')
    spoil(place.path)
    const to = join(place.folder, 'R.groundwork')
    expect(refusal(() => restoreBackup(backup?.file ?? '', to, { id: 'new', now }))).toBe('workspace.damaged')
    expect(existsSync(to)).toBe(false)
    const report = salvaged(place)
    expect(report.tables.find(({ table }) => table === 'passage')?.read).toBeGreaterThan(0)
    expect(faultsOf(report.to)).toEqual([])
  })

  it('of a damaged workspace are not kept, and the good ones stay', async () => {
    const place = lay()
    await back(place)
    const bytes = readFileSync(place.path)
    writeFileSync(place.path, bytes.fill(7, 20 * 4096, 60 * 4096))
    await expect(back(place)).rejects.toMatchObject({ code: 'workspace.damaged' })
    expect(backupsFor(place.root, place.path)).toHaveLength(1)
  })

  it('of which the making was cut off leave nothing in the way of the next', async () => {
    const place = lay()
    await back(place)
    const folder = dirname(backupsFor(place.root, place.path)[0]?.file ?? '')
    mkdirSync(join(folder, '.groundwork-making-0'))
    writeFileSync(join(folder, '.groundwork-making-0', 'made.groundwork'), 'half')
    await back(place)
    expect(backupsFor(place.root, place.path).map(({ number }) => number)).toEqual([2, 1])
  })

  it('whose note is lost are still listed', async () => {
    const place = lay()
    const { workspace } = await back(place)
    for (const name of readdirSync(join(place.root, workspace))) if (name.endsWith('.json')) rmSync(join(place.root, workspace, name))
    expect(backupsOf(place.root, workspace)).toHaveLength(1)
  })

  it('are restored beside what was restored before, never over it', () => {
    const place = lay()
    copyFileSync(place.path, join(place.folder, 'W (back).groundwork'))
    expect(freePathBeside(place.path, 'back')).toBe(join(place.folder, 'W (back 2).groundwork'))
    expect(refusal(() => restoreBackup(place.path, join(place.folder, 'W (back).groundwork'), { id: 'new', now }))).toBe('shell.refused')
  })

  it('that are gone say so', () => {
    const place = lay()
    expect(refusal(() => restoreBackup(join(place.folder, 'none'), join(place.folder, 'R.groundwork'), { id: 'new', now }))).toBe('workspace.missing')
    expect(readdirSync(place.folder)).toEqual(['W.groundwork'])
  })

  it('are sound when the workspace is written to meanwhile', async () => {
    const place = lay()
    const core = openCore(place.path)
    const made = back(place)
    for (let at = 0; at < 20; at += 1) core.api.memos.create({ head: { title: `Meanwhile ${at}` } })
    const { id, holdings } = await made
    core.close()
    expect([faultsOf(join(place.root, id)), holdings.memos >= worked.least.memos]).toEqual([[], true])
  })
})

describe('a check', () => {
  it('finds a broken search index, which is made anew, and nothing else', () => {
    const { path } = lay()
    const db = new Database(path)
    db.unsafeMode()
    db.exec('DELETE FROM memo_index_data WHERE id > 10')
    db.close()
    expect(checkWorkspace(path).indexes).toEqual(['memo_index'])
    const core = openCore(path)
    core.rebuildIndexes(['memo_index', 'source'])
    core.close()
    expect([checkWorkspace(path).faults, faultsOf(path)]).toEqual([[], []])
  })

  it('finds a broken index of a table and does not call it a search index', () => {
    const { path } = lay()
    const db = new Database(path)
    db.unsafeMode()
    db.pragma('writable_schema = ON')
    db.exec("UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'link_by_target') WHERE name = 'tag_by_item'")
    db.close()
    const { faults, indexes } = checkWorkspace(path)
    expect([faults.length > 0, indexes]).toEqual([true, []])
  })
})

describe('a salvage', () => {
  it('leaves the log of another workspace aside', () => {
    const { path, folder } = lay()
    sql(path, 'DELETE FROM tag; DELETE FROM segment; DELETE FROM passage; VACUUM')
    writeFileSync(`${path}-wal`, worked.killed.log ?? '')
    const report = salvage(path, join(folder, 'S.groundwork'), { newId: countingIds(), now })
    expect(report.tables.find(({ table }) => table === 'item')?.read).toBe(worked.least.items)
    expect(faultsOf(report.to)).toEqual([])
  })

  it('carries no hostile trigger or view over', () => {
    const place = lay()
    sql(place.path, 'CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM source; END; CREATE VIEW worse AS SELECT 1')
    const report = salvaged(place)
    expect(opened(report.to)).toEqual(worked.least)
  })
})

describe('a workspace that is being made', () => {
  it('begins anew where a killed program left half of one', () => {
    const folder = aFolder()
    const path = join(folder, 'W.groundwork')
    mkdirSync(join(folder, '.W.groundwork.new'))
    writeFileSync(join(folder, '.W.groundwork.new', 'W.groundwork'), 'half of a workspace')
    makeWorkspace({ path, resources, filesFolder: join(folder, 'files') })
    expect(opened(path).sources).toBe(1)
  })
})
