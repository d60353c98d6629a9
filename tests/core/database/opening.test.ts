import Database from 'better-sqlite3'
import { chmodSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { applicationId, openForWriting } from '../../../src/core/database/open-database.ts'
import { schemaOf } from '../../../src/core/database/check-schema.ts'
import { migrate } from '../../../src/core/database/migrate.ts'
import { allMigrations, newestMigration } from '../../../src/core/database/migrations/all-migrations.ts'
import { lockWorkspace } from '../../../src/core/database/workspace-lock.ts'
import { aFolder } from '../a-core.ts'

const coded = (code: string) => expect.objectContaining({ code })

function aWorkspace(): string {
  const path = join(aFolder(), 'W.groundwork')
  openForWriting(path, null).db.close()
  return path
}

describe('the database engine', () => {
  it('is a SQLite without the WAL-reset fault, set to survive a power cut', () => {
    const { db } = openForWriting(join(aFolder(), 'W.groundwork'), null)
    const [major = 0, minor = 0, patch = 0] = String(db.prepare('SELECT sqlite_version()').pluck().get()).split('.').map(Number)
    expect(major * 1_000_000 + minor * 1000 + patch).toBeGreaterThanOrEqual(3_051_003)
    const pragma = (name: string) => db.pragma(name, { simple: true })
    expect({
      journal: pragma('journal_mode'),
      synchronous: pragma('synchronous'),
      keys: pragma('foreign_keys'),
      trusted: pragma('trusted_schema'),
      cells: pragma('cell_size_check'),
      application: pragma('application_id'),
    }).toEqual({ journal: 'wal', synchronous: 2, keys: 1, trusted: 0, cells: 1, application: applicationId })
    db.close()
  })

  it('has the schema that schema.sql records', async () => {
    const { db } = openForWriting(':memory:', null)
    const schema = schemaOf(db)
      .flatMap((row) => (row.sql ? [`${row.sql};`] : []))
      .join('\n\n')
    db.close()
    await expect(`${schema}\n`).toMatchFileSnapshot('../../../src/core/database/schema.sql')
  })
})

describe('a file that is no workspace', () => {
  it.each([
    ['text', 'just some text, longer than a header would be'],
    ['nothing', ''],
  ])('is refused and left untouched when it holds %s', (_, content) => {
    const path = join(aFolder(), 'W.groundwork')
    writeFileSync(path, content)
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.not-a-workspace'))
    expect(readFileSync(path, 'utf8')).toBe(content)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  it('is refused when it is the SQLite file of another program', () => {
    const path = join(aFolder(), 'W.groundwork')
    const other = new Database(path)
    other.exec('CREATE TABLE places (url TEXT)')
    other.close()
    const before = readFileSync(path)
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.not-a-workspace'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is refused when it is a folder', () => {
    expect(() => openForWriting(aFolder(), null)).toThrow(coded('workspace.not-a-workspace'))
  })

  it('is refused when its folder does not exist', () => {
    expect(() => openForWriting(join(aFolder(), 'none', 'W.groundwork'), null)).toThrow(coded('workspace.missing'))
  })
})

describe('a workspace', () => {
  it('from a newer version is refused untouched', () => {
    const path = aWorkspace()
    const db = new Database(path)
    db.pragma('journal_mode = DELETE')
    db.pragma('user_version = 99990')
    db.close()
    const before = readFileSync(path)
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.newer'))
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it.each([
    ['a trigger', 'CREATE TRIGGER evil AFTER INSERT ON item BEGIN DELETE FROM source; END'],
    ['a view', 'CREATE VIEW evil AS SELECT * FROM source'],
    ['another table', 'CREATE TABLE evil (a)'],
    ['a missing trigger', 'DROP TRIGGER item_journal_insert'],
  ])('that carries %s is refused', (_, sql) => {
    const path = aWorkspace()
    const db = new Database(path)
    db.exec(sql)
    db.close()
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.damaged'))
  })

  it('with a damaged schema is refused and left as it is', () => {
    const path = aWorkspace()
    const bytes = readFileSync(path)
    bytes.fill(0xa5, 100, 4096)
    writeFileSync(path, bytes)
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.damaged'))
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  it('is locked for a second writer under any of its names', () => {
    const path = aWorkspace()
    const release = lockWorkspace(path)
    expect(() => lockWorkspace(path)).toThrow(coded('workspace.locked'))
    release()
    lockWorkspace(path)()
  })

  it('may be named by a link', () => {
    const path = aWorkspace()
    const link = join(aFolder(), 'Link.groundwork')
    symlinkSync(path, link)
    const { db, created } = openForWriting(link, null)
    expect(created).toBe(false)
    db.close()
  })

  it('in a read-only file is refused with the reason, where permissions count', (context) => {
    if (process.getuid?.() === 0) context.skip('permissions do not bind root; the web shell’s tests try this as another user')
    const path = aWorkspace()
    chmodSync(path, 0o400)
    expect(() => openForWriting(path, null)).toThrow(coded('workspace.read-only'))
  })
})

describe('migrating', () => {
  const step = (number: number, sql: string) => ({ number, up: (db: Database.Database) => void db.exec(sql) })

  it('runs what is pending in one transaction, after a verified copy', () => {
    const path = aWorkspace()
    const backupFolder = join(aFolder(), 'backups')
    const db = new Database(path)
    migrate(db, { path, backupFolder }, [...allMigrations, step(9990, 'CREATE TABLE added (a) STRICT'.replace('(a)', '(a TEXT)'))])
    expect(db.pragma('user_version', { simple: true })).toBe(9990)
    const copy = new Database(join(backupFolder, 'unnamed', '000001-migration.groundwork'), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(newestMigration)
    copy.close()
    db.close()
  })

  it('leaves the workspace as it was when a step fails', () => {
    const path = aWorkspace()
    const db = new Database(path)
    const before = schemaOf(db)
    const steps = [...allMigrations, step(9980, 'CREATE TABLE added (a TEXT) STRICT'), step(9990, 'CREATE TABLE added (b TEXT)')]
    expect(() => migrate(db, { path, backupFolder: null }, steps)).toThrow(/already exists/)
    expect(schemaOf(db)).toEqual(before)
    expect(db.pragma('user_version', { simple: true })).toBe(newestMigration)
    db.close()
  })
})
