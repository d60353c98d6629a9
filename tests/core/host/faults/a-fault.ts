// What the tests of faults share: a worked workspace, laid out, spoilt, opened, backed up and salvaged.
import Database from 'better-sqlite3'
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeBackup } from '../../../../src/core/backups/make-backup.ts'
import { createCore, type Core } from '../../../../src/core/core.ts'
import { salvage } from '../../../../src/core/salvage/salvage.ts'
import { aWorkedWorkspace, holdingsOf, type Holdings } from '../../../campaigns/damage/a-worked-workspace.ts'
import type { Bytes } from '../../../campaigns/damage/damages.ts'
import { aFolder, countingIds, resources } from '../../a-core.ts'

/** A workspace with work in it: its bytes as it was closed and as it was killed, and what it holds. */
export const worked = await aWorkedWorkspace()

/** The instant at which all of it happens. */
export const now = '2026-11-26T12:00:00.000Z'

/** Where a workspace was laid, and where its backups go. */
export interface Place {
  folder: string
  path: string
  root: string
}

/** Writes a workspace, its log with it, into a folder of its own. */
export function lay(bytes: Bytes = worked.closed, name = 'W.groundwork'): Place {
  const folder = aFolder()
  const path = join(folder, name)
  writeFileSync(path, bytes.file)
  if (bytes.log) writeFileSync(`${path}-wal`, bytes.log)
  return { folder, path, root: join(folder, 'data', 'backups') }
}

/** Opens a workspace for work, without a host. */
export const openCore = (path: string): Core => createCore({ path, resources, filesFolder: join(dirname(path), 'files') })

/** What an opened workspace holds. */
export function opened(path: string): Holdings {
  const core = openCore(path)
  try {
    return holdingsOf(core)
  } finally {
    core.close()
  }
}

/** The code with which something is refused. */
export function refusal(work: () => unknown): string {
  try {
    work()
  } catch (thrown) {
    const { code, message } = thrown as { code?: string; message: string }
    return code && /\w.*\./.test(message) ? code : `no code: ${message}`
  }
  return 'it was done'
}

/** Runs statements behind the program's back. */
export const sql = (path: string, statements: string) => {
  const db = new Database(path)
  db.exec(statements)
  db.pragma('journal_mode = DELETE')
  db.close()
}

/** Makes a backup as one asks for it. */
export const back = (place: Place) => makeBackup({ workspace: place.path, root: place.root, reason: 'asked', now })
/** Wipes the first pages. */
export const spoil = (path: string) => writeFileSync(path, readFileSync(path).fill(0, 100, 9000))
/** Salvages into `S.groundwork` beside it. */
export const salvaged = (place: Place) => salvage(place.path, join(place.folder, 'S.groundwork'), { newId: countingIds(), now })
