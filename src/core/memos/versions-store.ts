// SQL of earlier states of memos.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { MemoVersion } from '../../shared/memo-versions.ts'

/** A version as it is stored: a delta over its base. */
export interface VersionRow {
  id: Id
  memo: Id
  revision: number
  savedAt: Instant
  words: number
  base: Id
  head: number
  tail: number
  packed: Buffer
}

/** How many bytes a version takes, and the base that it shares with others. */
export interface VersionSize {
  id: Id
  name: string | null
  size: number
  base: Id
  baseSize: number
}

/** Prepares the statements of versions. */
export function versionsStore(db: Db) {
  const list = db.prepare<[Id], MemoVersion>(
    `SELECT memo_version.id, saved_at AS savedAt, words, name FROM memo_version
     LEFT JOIN memo_version_name ON version_id = memo_version.id WHERE memo_version.memo_id = ? ORDER BY revision DESC`,
  )
  const get = db.prepare<[Id], VersionRow & { name: string | null; basePacked: Buffer }>(
    `SELECT memo_version.id, memo_version.memo_id AS memo, revision, saved_at AS savedAt, words, base_id AS base, head, tail,
       memo_version.packed, name, memo_version_base.packed AS basePacked
     FROM memo_version JOIN memo_version_base ON memo_version_base.id = base_id
     LEFT JOIN memo_version_name ON version_id = memo_version.id WHERE memo_version.id = ?`,
  )
  const ofRevision = db.prepare<[Id, number], Id>('SELECT id FROM memo_version WHERE memo_id = ? AND revision = ?').pluck()
  const newestBase = db.prepare<[Id], Id>('SELECT id FROM memo_version_base WHERE memo_id = ? ORDER BY row DESC LIMIT 1').pluck()
  const base = db.prepare<[Id], Buffer>('SELECT packed FROM memo_version_base WHERE id = ?').pluck()
  const insertBase = db.prepare('INSERT INTO memo_version_base (id, memo_id, packed) VALUES (?, ?, ?)')
  const insert = db.prepare(
    `INSERT INTO memo_version (id, memo_id, revision, saved_at, words, base_id, head, tail, packed)
     VALUES (@id, @memo, @revision, @savedAt, @words, @base, @head, @tail, @packed)`,
  )
  const sizes = db.prepare<[Id], VersionSize>(
    `SELECT memo_version.id, name, length(memo_version.packed) AS size, base_id AS base, length(memo_version_base.packed) AS baseSize
     FROM memo_version JOIN memo_version_base ON memo_version_base.id = base_id
     LEFT JOIN memo_version_name ON version_id = memo_version.id WHERE memo_version.memo_id = ? ORDER BY revision DESC`,
  )
  const remove = db.prepare('DELETE FROM memo_version WHERE id IN (SELECT value FROM json_each(?))')
  const removeBases = db.prepare(
    `DELETE FROM memo_version_base WHERE memo_id = ?
     AND NOT EXISTS (SELECT 1 FROM memo_version WHERE base_id = memo_version_base.id)`,
  )
  const setName = db.prepare(
    `INSERT INTO memo_version_name (version_id, memo_id, name) VALUES (?, ?, ?)
     ON CONFLICT (version_id) DO UPDATE SET name = excluded.name`,
  )
  const removeName = db.prepare('DELETE FROM memo_version_name WHERE version_id = ?')
  // A version may not go while an undo could bring its memo back.
  const sweep = ['memo_version', 'memo_version_base'].map((table) =>
    db.prepare(
      `DELETE FROM ${table} WHERE memo_id NOT IN (SELECT id FROM memo) AND memo_id NOT IN
         (SELECT json_extract(old_row, '$.id') FROM history_change WHERE changed_table = 'memo' AND operation = 'delete')`,
    ),
  )
  const bases = db.prepare<[], { id: Id; packed: Buffer }>('SELECT id, packed FROM memo_version_base')
  const onBase = db.prepare<[Id], Pick<VersionRow, 'head' | 'tail' | 'packed'>>('SELECT head, tail, packed FROM memo_version WHERE base_id = ?')
  return {
    bases: () => bases.iterate(),
    onBase: (base: Id) => onBase.all(base),
    /** Newest first. */
    list: (memo: Id) => list.all(memo),
    sizes: (memo: Id) => sizes.all(memo),
    get: (version: Id) => get.get(version),
    ofRevision: (memo: Id, revision: number) => ofRevision.get(memo, revision),
    newestBase: (memo: Id) => newestBase.get(memo),
    base: (id: Id) => base.get(id),
    insertBase: (id: Id, memo: Id, packed: Buffer) => void insertBase.run(id, memo, packed),
    insert: (row: VersionRow) => void insert.run(row),
    /** Removes versions, and the bases that no version rests on then. */
    remove(memo: Id, versions: Id[]): void {
      remove.run(JSON.stringify(versions))
      removeBases.run(memo)
    },
    setName: (version: Id, memo: Id, name: string) => void setName.run(version, memo, name),
    removeName: (version: Id) => void removeName.run(version),
    /** Forgets the versions of memos that are gone for good. */
    sweep: () => sweep.forEach((statement) => statement.run()),
  }
}
