// Where backups lie: backups/WORKSPACE/NUMBER-REASON.groundwork, each with a note of what is in it.
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { z } from 'zod'
import type { Backup, BackupReason } from '../../shared/backups.ts'
import { idSchema } from '../../shared/identifiers.ts'
import { backupsToKeep } from './retention.ts'

const noteSchema = z.object({
  workspace: idSchema,
  path: z.string(),
  madeAt: z.iso.datetime(),
  reason: z.enum(['daily', 'migration', 'asked']),
  size: z.number(),
  holdings: z.object({ sources: z.number(), passages: z.number(), items: z.number(), memos: z.number() }),
})
type Note = z.infer<typeof noteSchema>

/** A backup with its place on the disk and its number. */
export interface StoredBackup extends Backup {
  file: string
  number: number
}

const fileName = /^(\d{6,})-(?:daily|migration|asked)\.groundwork$/

/** What names a backup to clients: its folder's name and its own. */
export const backupId = (file: string): string => `${basename(dirname(file))}/${basename(file)}`

const noteOf = (file: string): string => file.replace(/\.groundwork$/, '.json')

/** A note that is lost or broken is made up from what the file system knows: the backup itself may be whole. */
function readNote(file: string, workspace: string): Note {
  try {
    return noteSchema.parse(JSON.parse(readFileSync(noteOf(file), 'utf8')))
  } catch {
    const { mtime, size } = statSync(file)
    return { workspace, path: '', madeAt: mtime.toISOString(), reason: 'asked', size, holdings: { sources: 0, passages: 0, items: 0, memos: 0 } }
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** The backups in one workspace's folder, newest first. Never throws: what cannot be read is not there. */
function backupsIn(root: string, workspace: string): StoredBackup[] {
  const found = namesIn(join(root, workspace)).flatMap((name) => {
    const number = Number(fileName.exec(name)?.[1] ?? Number.NaN)
    if (!Number.isInteger(number)) return []
    const file = join(root, workspace, name)
    try {
      return [{ ...readNote(file, workspace), id: backupId(file), file, number }]
    } catch {
      return []
    }
  })
  return found.toSorted((a, b) => b.number - a.number)
}

/** The backups of the workspace with this identity, newest first. */
export const backupsOf = (root: string, workspace: string): StoredBackup[] =>
  idSchema.safeParse(workspace).success ? backupsIn(root, workspace) : []

/** The backups of whatever workspace lay at `path`, newest first: for a file that cannot say who it is. */
export function backupsFor(root: string, path: string): StoredBackup[] {
  const all = namesIn(root).filter((name) => idSchema.safeParse(name).success)
  const found = all.flatMap((workspace) => backupsIn(root, workspace)).filter((backup) => backup.path === path)
  return found.toSorted((a, b) => b.madeAt.localeCompare(a.madeAt) || b.number - a.number)
}

/** The file for the next backup of a workspace; its folder is made, for this user only. */
export function nextBackupFile(root: string, workspace: string, reason: BackupReason): string {
  // A workspace that lost its identity still deserves its backup.
  const folder = join(root, workspace === '' ? 'unnamed' : workspace)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const number = (backupsIn(root, basename(folder))[0]?.number ?? 0) + 1
  return join(folder, `${String(number).padStart(6, '0')}-${reason}.groundwork`)
}

/** Notes what a finished backup holds and takes away those that are no longer kept. */
export function noteBackup(root: string, file: string, note: Note): void {
  writeFileSync(noteOf(file), JSON.stringify(note, null, 2), { mode: 0o600 })
  const all = backupsIn(root, basename(dirname(file)))
  const kept = new Set(backupsToKeep(all).map((backup) => backup.file))
  for (const backup of all) {
    if (kept.has(backup.file)) continue
    rmSync(backup.file, { force: true })
    rmSync(noteOf(backup.file), { force: true })
  }
}

/** A backup as clients see it. */
export const withoutPlace = ({ file: _file, number: _number, ...backup }: StoredBackup): Backup => backup

/** The backup with this id, whatever workspace it is of; null when there is none. */
export function findBackup(root: string, id: string): StoredBackup | null {
  const [workspace = '', name = '', ...rest] = id.split('/')
  if (rest.length > 0 || !fileName.test(name)) return null
  return backupsOf(root, workspace).find((backup) => backup.id === `${workspace}/${name}`) ?? null
}
