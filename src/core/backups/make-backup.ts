// Making backups and copies: copied, verified, flushed, and only then given a name.
import { mkdirSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Backup, BackupReason } from '../../shared/backups.ts'
import type { Instant } from '../../shared/identifiers.ts'
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import { backupId, nextBackupFile, noteBackup } from './backup-folder.ts'
import { copyStore } from './copy-store.ts'
import { moveIntoPlace, moveIntoPlaceLater } from './move-into-place.ts'
import { verifyCopy, type Verified } from './verify-copy.ts'

/** What is backed up, where backups lie, why, and when. */
export interface BackupOrder {
  workspace: string
  root: string
  reason: BackupReason
  now: Instant
}

type OnPages = (done: number, total: number) => void

async function copyWhole(workspace: string, target: string, onPages: OnPages): Promise<Verified> {
  const source = copyStore(workspace, 'read')
  try {
    await source.copyTo(target, onPages)
  } catch (thrown) {
    throw toWorkspaceError(thrown, workspace, '')
  } finally {
    source.close()
  }
  return verifyCopy(target, basename(workspace))
}

function identityOf(workspace: string): string {
  let source: ReturnType<typeof copyStore> | null = null
  try {
    source = copyStore(workspace, 'read')
    return source.identity()
  } catch (thrown) {
    throw toWorkspaceError(thrown, workspace, '')
  } finally {
    source?.close()
  }
}

function keep(order: BackupOrder, file: string, { workspace, holdings }: Verified): Backup {
  const note = { workspace, path: order.workspace, madeAt: order.now, reason: order.reason, size: statSync(file).size, holdings }
  noteBackup(order.root, file, note)
  return { ...note, id: backupId(file) }
}

/** Backs a workspace up, whoever has it open, and takes older backups away. Throws what is in the way; nothing changes then. */
export async function makeBackup(order: BackupOrder, onPages: OnPages = () => {}): Promise<Backup> {
  mkdirSync(order.root, { recursive: true, mode: 0o700 })
  const file = nextBackupFile(order.root, identityOf(order.workspace), order.reason)
  return keep(order, file, await moveIntoPlaceLater(file, (making) => copyWhole(order.workspace, making, onPages)))
}

/** The same without waiting, for a migration that must not begin before it. `workspace` is open here and not busy. */
export function makeBackupAtOnce(order: BackupOrder): Backup {
  mkdirSync(order.root, { recursive: true, mode: 0o700 })
  const file = nextBackupFile(order.root, identityOf(order.workspace), order.reason)
  const verified = moveIntoPlace(file, (making) => {
    const source = copyStore(order.workspace, 'read')
    try {
      source.copyAtOnce(making)
    } finally {
      source.close()
    }
    return verifyCopy(making, basename(order.workspace))
  })
  return keep(order, file, verified)
}

/** Writes a verified copy of the workspace to `target`, a file that is whole by itself. */
export async function copyWorkspace(workspace: string, target: string, onPages: OnPages = () => {}): Promise<void> {
  await moveIntoPlaceLater(target, (making) => copyWhole(workspace, making, onPages))
}
