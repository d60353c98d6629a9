// Faults by name: what is no sound workspace is refused, and its file is left as it is.
import Database from 'better-sqlite3'
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openForWriting } from '../../../../src/core/database/open-database.ts'
import { storageError, toWorkspaceError } from '../../../../src/core/database/sqlite-errors.ts'
import { lockWorkspace } from '../../../../src/core/database/workspace-lock.ts'
import { aFolder } from '../../a-core.ts'
import { lay, openCore, opened, refusal, sql, worked } from './a-fault.ts'

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
