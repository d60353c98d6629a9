// One writer a workspace: an operating-system lock that ends with the process, however that dies.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'
import { toWorkspaceError } from './sqlite-errors.ts'

/**
 * Takes the lock of the workspace at `path`; the answer releases it.
 * Throws `workspace.locked` when another process holds it, `workspace.read-only` when the folder cannot be written.
 *
 * The lock is an exclusive transaction on an empty SQLite file beside the workspace: SQLite knows how to lock
 * on every platform, and the system drops the lock of a killed process, so that no stale lock file can remain.
 */
export function lockWorkspace(path: string): () => void {
  const folder = dirname(path)
  if (!existsSync(folder)) {
    throw new GroundworkError('workspace.missing', `The folder of “${basename(path)}” does not exist: ${folder}`)
  }
  const lockPath = join(folder, `.${basename(path)}.lock`)
  let lock: Database.Database | null = null
  try {
    lock = new Database(lockPath, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
  } catch (thrown) {
    lock?.close()
    throw toWorkspaceError(thrown, path, folder)
  }
  const held = lock
  return () => held.close()
}
