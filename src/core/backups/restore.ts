// A backup becomes a new workspace beside the old one, which stays as it is.
import { copyFileSync, existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import { copyStore } from './copy-store.ts'
import { moveIntoPlace } from './move-into-place.ts'
import { verifyCopy } from './verify-copy.ts'

/** A path of that name beside `workspace` that is not taken. */
export function freePathBeside(workspace: string, addition: string): string {
  const plain = basename(workspace).replace(/\.groundwork$/i, '')
  for (let number = 1; ; number += 1) {
    const name = `${plain} (${addition}${number === 1 ? '' : ` ${number}`}).groundwork`
    const path = join(dirname(workspace), name)
    if (!existsSync(path)) return path
  }
}

/**
 * Copies the backup at `backup` to `target` as a workspace with an identity of its own. Throws `workspace.damaged` when
 * the backup is not sound, `shell.refused` when there is a file at `target`, or the storage's error; nothing is changed then.
 */
export function restoreBackup(backup: string, target: string, identity: { id: Id; now: Instant }): void {
  moveIntoPlace(target, (making) => {
    try {
      copyFileSync(backup, making)
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown
      throw new GroundworkError('workspace.missing', 'This backup is no longer there. Nothing was changed; choose another one.')
    }
    try {
      verifyCopy(making, basename(target))
    } catch (thrown) {
      if (!(thrown instanceof GroundworkError) || thrown.code === 'workspace.disk-full') throw thrown
      throw new GroundworkError('workspace.damaged', 'This backup is damaged and was not restored. Nothing was changed; choose another one.')
    }
    const copy = copyStore(making, 'write')
    try {
      copy.identify(identity.id, identity.now)
    } finally {
      copy.close()
    }
  })
}
