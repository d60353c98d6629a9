// A new workspace is there whole or not at all: a program that is killed while it makes one leaves none.
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { createCore, type CoreOptions } from '../core.ts'
import { isExample } from './example-workspace.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { storageError } from '../database/sqlite-errors.ts'

/** The hidden folder beside a workspace in which it is made. */
const makingFolder = (workspace: string): string => join(dirname(workspace), `.${basename(workspace)}.new`)

/** A rename is durable once its folder is on the disk; Windows has no such call and does it by itself. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** SQLite closes without a word when the disk is too full to empty the write-ahead log into the file; the log then stays. */
function refuseUnfinished(made: string): void {
  if (!existsSync(`${made}-wal`)) return
  throw new GroundworkError(
    'workspace.disk-full',
    `The disk is full, so the workspace “${basename(made)}” could not be made. Free some space and try again.`,
  )
}

/**
 * Makes the workspace at `options.path` with the bundled article, at the example's place the worked example, unless a file is there already. To be called with
 * the workspace's lock held. Throws what createCore throws, and `workspace.disk-full` or `workspace.read-only`.
 */
export function makeWorkspace(options: CoreOptions): void {
  const making = makingFolder(options.path)
  // Whoever left it was killed: it would hold the lock otherwise.
  rmSync(making, { recursive: true, force: true })
  if (existsSync(options.path)) return
  const made = join(making, basename(options.path))
  try {
    mkdirSync(making, { mode: 0o700 })
    createCore({ ...options, path: made, withArticle: true, withExample: isExample(options.path), onEvent: undefined }).close()
    refuseUnfinished(made)
    renameSync(made, options.path)
    syncFolder(dirname(options.path))
  } catch (thrown) {
    throw storageError(thrown, basename(options.path)) ?? thrown
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}
