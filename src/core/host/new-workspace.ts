// Where a new workspace lies, from the name that a person typed; for both shells.
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'
import { fileNameFor } from '../exports/file-name.ts'
import { defaultWorkspace } from './locations.ts'

const refused = (message: string) => new GroundworkError('shell.refused', message)

/** A workspace's name as people read it: its file's, without the ending. */
export const workspaceName = (path: string): string => basename(path).replace(/\.groundwork$/i, '')

/** A workspace's name as a file name that every system takes; throws `shell.refused` when nothing is left of it. */
export function workspaceFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/(?:\.groundwork)?[\s.]*$/i, '')
  const file = fileNameFor(plain, 'groundwork', '')
  // An underscore before it: a name that Windows keeps for a device, whatever its ending.
  if (file === '.groundwork' || (file.startsWith('_') && !plain.startsWith('_'))) {
    throw refused(`“${name}” cannot be the name of a workspace. Choose a name with letters or digits.`)
  }
  return file
}

/** Throws `shell.refused` when there is a file already: a workspace is never overwritten. Answers the path. */
export function refuseExisting(path: string): string {
  if (!existsSync(path)) return path
  throw refused(`There is already a workspace “${workspaceName(path)}” in ${dirname(path)}. Choose another name.`)
}

/** The path of a new workspace of that name beside the default one; throws `shell.refused` when it cannot be had. */
export function newWorkspacePath(name: string): string {
  return refuseExisting(join(dirname(defaultWorkspace()), workspaceFileName(name)))
}
