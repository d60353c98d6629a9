// Turns what SQLite and the file system throw into errors that a person understands.
import { basename } from 'node:path'
import Database from 'better-sqlite3'
import { GroundworkError } from '../../shared/errors.ts'

function codeOf(thrown: unknown): string {
  return typeof thrown === 'object' && thrown !== null && 'code' in thrown ? String(thrown.code) : ''
}

/**
 * A fault of the storage below a workspace, or null when the error is of another sort. `file` is the workspace's name; null
 * for the one that is open, which needs none.
 */
export function storageError(thrown: unknown, file: string | null): GroundworkError | null {
  const code = codeOf(thrown)
  const name = file === null ? 'the workspace' : `“${file}”`
  const first = file === null ? 'The workspace' : name
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return new GroundworkError(
      'workspace.disk-full',
      `The disk is full, so ${name} could not be written. Everything up to the last change is kept; free some space and try again.`,
    )
  }
  // What SQLite says when the system refuses a write for another reason than a full disk, a file-size limit among them.
  if (code === 'SQLITE_IOERR_WRITE' || code === 'EFBIG') {
    return new GroundworkError(
      'workspace.disk-full',
      `The disk refused to take more of ${name}: it is full, failing, or at its limit for one file. Everything up to the last change is kept; free some space and try again.`,
    )
  }
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return new GroundworkError(
      'workspace.read-only',
      `${first} cannot be written: the file or its folder is read-only. Nothing was changed; choose another folder or change its permissions.`,
    )
  }
  // What a drive says that keeps no locks or shares no memory: two programs could write at once, so that nobody may.
  if (/^SQLITE_(?:IOERR_(?:.*LOCK|SHM.*)|PROTOCOL|NOLFS)/.test(code) || code === 'ENOLCK') {
    return new GroundworkError(
      'workspace.locked',
      `${first} lies on a drive that cannot lock files, as some network drives. Nothing was changed; move it to a disk of this machine and open it there.`,
    )
  }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new GroundworkError(
      'workspace.locked',
      `${first} is open in another Groundwork window or program. Close it there and try again.`,
    )
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new GroundworkError(
      'workspace.damaged',
      `${first} is damaged and was left untouched. Restore a backup, or salvage what can be read.`,
    )
  }
  return null
}

/** The error for a workspace at `path` in `folder` that could not be opened. */
export function toWorkspaceError(thrown: unknown, path: string, folder: string): unknown {
  if (thrown instanceof GroundworkError) return thrown
  const name = basename(path)
  const known = storageError(thrown, name)
  if (known) return known
  const missing = thrown instanceof TypeError && /directory does not exist/.test(thrown.message)
  if (missing || codeOf(thrown) === 'ENOENT') {
    return new GroundworkError('workspace.missing', `The folder of “${name}” does not exist: ${folder}`)
  }
  if (['ENAMETOOLONG', 'ELOOP', 'ENOTDIR'].includes(codeOf(thrown))) {
    return new GroundworkError('workspace.missing', `The system cannot follow the path of “${name}” in ${folder}. Nothing was changed; choose another name or place.`)
  }
  if (codeOf(thrown) === 'SQLITE_CANTOPEN') {
    return new GroundworkError(
      'workspace.read-only',
      `“${name}” could not be opened in ${folder}: the folder is missing or read-only. Nothing was changed.`,
    )
  }
  return thrown instanceof Database.SqliteError
    ? new GroundworkError('workspace.damaged', `“${name}” could not be opened (${thrown.code}). It was left untouched.`)
    : thrown
}

/** What SQLite throws while statements are prepared on a workspace whose schema was right: its pages are not. */
export function damagedInside(thrown: unknown, path: string): unknown {
  if (!(thrown instanceof Database.SqliteError)) return thrown
  const name = basename(path)
  return (
    storageError(thrown, name) ??
    new GroundworkError('workspace.damaged', `“${name}” is damaged (${thrown.message}) and was left untouched. Restore a backup, or salvage what can be read.`)
  )
}
