// A workspace whose file is deleted, renamed or replaced while it is open: what is open is kept beside its place.
import { statSync } from 'node:fs'
import type { Db } from '../database/open-database.ts'
import { moveIntoPlace } from './move-into-place.ts'
import { freePathBeside } from './restore.ts'

/** Which file lies at a path: null for none. */
export function placeOf(path: string): string | null {
  if (path === ':memory:') return null
  const found = statSync(path, { throwIfNoEntry: false, bigint: true })
  return found ? `${found.dev}:${found.ino}` : null
}

/**
 * Writes what `db` holds to a new file beside `path` when another file lies there than the one that was `opened`, or none.
 * Whoever took the file away may not have meant the changes of this session. To be called before `db` is closed.
 */
export function keepIfMoved(db: Db, path: string, opened: string | null): void {
  if (opened === null || placeOf(path) === opened) return
  const kept = freePathBeside(path, 'kept')
  moveIntoPlace(kept, (making) => void db.prepare('VACUUM INTO ?').run(making))
}
