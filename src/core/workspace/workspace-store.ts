// SQL of the workspace's identity and of the desk.
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'

/** Prepares the statements of the workspace. */
export function workspaceStore(db: Db) {
  const insert = db.prepare('INSERT INTO workspace (one, id, created_at) VALUES (1, ?, ?)')
  const identity = db.prepare<[], { id: Id; createdAt: Instant }>('SELECT id, created_at AS createdAt FROM workspace')
  const counts = db.prepare<[], { sources: number; passages: number; memos: number }>(
    `SELECT (SELECT count(*) FROM source) - (SELECT count(*) FROM source WHERE trashed_at IS NOT NULL) AS sources, (SELECT count(*) FROM passage) AS passages,
       (SELECT count(*) FROM memo) AS memos`,
  )
  const desk = db.prepare<[], string>('SELECT desk FROM desk').pluck()
  const saveDesk = db.prepare(
    'INSERT INTO desk (one, desk) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET desk = excluded.desk',
  )
  const source = db.prepare<[Id], number>('SELECT 1 FROM source WHERE id = ? AND trashed_at IS NULL').pluck()
  const memo = db.prepare<[Id], number>('SELECT 1 FROM memo WHERE id = ?').pluck()
  return {
    insert: (id: Id, at: Instant) => void insert.run(id, at),
    identity: () => identity.get() ?? { id: '', createdAt: '' },
    counts: () => counts.get() ?? { sources: 0, passages: 0, memos: 0 },
    desk: () => desk.get(),
    saveDesk: (json: string) => void saveDesk.run(json),
    hasSource: (id: Id) => source.get(id) !== undefined,
    hasMemo: (id: Id) => memo.get(id) !== undefined,
  }
}
