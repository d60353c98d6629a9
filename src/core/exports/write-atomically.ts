// Files that are there whole or not at all.
import { randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'

/**
 * Writes bytes to a path: to a temporary file beside it, flushed to the disk, renamed, the folder flushed. An older
 * file at the path stays untouched until the new one is whole. Errors are `workspace.disk-full` when there is no
 * room and `file.unwritable` otherwise; nothing half-written stays behind.
 */
export async function writeAtomically(path: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void> {
  // Not the whole name: it may already be as long as a file system allows.
  const temporary = join(dirname(path), `.${randomUUID().slice(0, 13)}.part`)
  try {
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    if (signal?.aborted) throw new GroundworkError('job.cancelled', 'The export was cancelled. No file was written.')
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (thrown) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw thrown instanceof GroundworkError ? thrown : unwritable(thrown, path)
  }
}

/** A rename is durable once its folder is on the disk; Windows has no such call and does it by itself. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** What the user is told when the system (by its `code`: ENOSPC, EACCES …) refuses to write the file at a path. */
export function unwritable(thrown: unknown, path: string): GroundworkError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : ''
  const name = basename(path)
  const folder = dirname(path)
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new GroundworkError(
      'workspace.disk-full',
      `There is no room left on the disk for “${name}”. Nothing was written. Free some space and export again.`,
    )
  }
  const reasons: Record<string, string> = {
    EACCES: `the folder “${folder}” may not be written to`,
    EPERM: `the folder “${folder}” may not be written to`,
    EROFS: `the folder “${folder}” is read-only`,
    ENOENT: `the folder “${folder}” does not exist`,
    ENOTDIR: `“${folder}” is no folder`,
    EISDIR: 'a folder with that name is in the way',
    EBUSY: 'another program has the file open',
    ENAMETOOLONG: 'its name is too long for this disk',
  }
  const reason = reasons[code] ?? 'the disk refused it'
  return new GroundworkError(
    'file.unwritable',
    `“${name}” could not be written: ${reason}. Nothing was changed there. Choose another folder and export again.`,
  )
}
