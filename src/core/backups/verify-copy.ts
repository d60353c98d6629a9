// Is a copy what it should be? Opened and looked at as a whole, before anybody relies on it.
import { basename } from 'node:path'
import type { Holdings } from '../../shared/backups.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { newestMigration } from '../database/migrations/all-migrations.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import { copyStore } from './copy-store.ts'

/** What a sound copy holds. */
export interface Verified {
  workspace: string
  holdings: Holdings
}

/** Looks at the copy at `path` and makes it whole by itself. Throws `workspace.damaged` when it is no sound workspace. */
export function verifyCopy(path: string, name: string): Verified {
  const unsound = (why: string) => new GroundworkError('workspace.damaged', `The copy of “${name}” is not sound (${why}) and was not kept.`)
  let copy: ReturnType<typeof copyStore> | null = null
  try {
    copy = copyStore(path, 'write')
    copy.standAlone()
    if (!copy.isWorkspace()) throw unsound('it is no workspace')
    const version = copy.version()
    if (version === 0 || version > newestMigration) throw unsound(`its form has the number ${version}`)
    const [fault] = copy.faults()
    if (fault !== undefined) throw unsound(fault)
    if (copy.orphans() > 0) throw unsound('references lead nowhere')
    return { workspace: copy.identity(), holdings: copy.holdings() }
  } catch (thrown) {
    throw toWorkspaceError(thrown, path, basename(path))
  } finally {
    copy?.close()
  }
}
