// What can be done for a workspace that does not open, or is wanted as it was: restore a backup, salvage the file.
import { realpathSync } from 'node:fs'
import { resolve } from 'node:path'
import type { AnyEvent } from '../../shared/api.ts'
import type { SalvageReport } from '../../shared/backups.ts'
import { GroundworkError, toWireError } from '../../shared/errors.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { OpeningProblem } from '../../shared/shell.ts'
import { backupsFor, findBackup, withoutPlace } from '../backups/backup-folder.ts'
import { takeAwayMaking } from '../backups/move-into-place.ts'
import { freePathBeside } from '../backups/restore.ts'
import { backupsFolder } from './locations.ts'
import { workspaceName } from './new-workspace.ts'
import { rememberWorkspace } from './recent-workspaces.ts'
import { startSafetyTask } from './run-safety-task.ts'

/** Problems that a backup may help with; where a file is locked or its folder read-only, none could be laid beside it. */
const restorable = new Set<string>(['workspace.damaged', 'workspace.not-a-workspace', 'workspace.newer', 'workspace.missing'])

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return resolve(path)
  }
}

/** The problem with the workspace at `path` as a window shows it; null when it is the program's own and none can be shown. */
export function openingProblem(path: string, thrown: unknown, dataFolder: string): OpeningProblem | null {
  const { code, message } = toWireError(thrown)
  if (!code.startsWith('workspace.')) return null
  const real = realPath(path)
  const backups = restorable.has(code) ? backupsFor(backupsFolder(dataFolder), real).map(withoutPlace) : []
  // A file that never was a workspace has no backups, and nothing in it to be salvaged.
  const salvageable = code === 'workspace.damaged' || (code === 'workspace.not-a-workspace' && backups.length > 0)
  return { path: real, name: workspaceName(real), code, message, backups, salvageable }
}

/** What rescue works with. `path` is the workspace in question, open or not. */
export interface RescueParts {
  dataFolder: string
  path(): string
  emit(event: AnyEvent): void
  log(line: string): void
}

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** An instant as a part of a file name, in the user's own time. */
function forFileName(instant: Instant): string {
  const at = new Date(instant)
  const date = `${at.getFullYear()}-${twoDigits(at.getMonth() + 1)}-${twoDigits(at.getDate())}`
  return `${date} ${twoDigits(at.getHours())}.${twoDigits(at.getMinutes())}`
}

/** Makes the two ways out; each writes a new file beside the workspace in question and remembers it as a recent one. */
export function createRescue({ dataFolder, path, emit, log }: RescueParts) {
  const remember = (made: string) => {
    try {
      rememberWorkspace(dataFolder, made)
    } catch (thrown) {
      log(`the list of recent workspaces was not kept: ${String(thrown)}`)
    }
  }
  const running = new Map<Id, { stop(): Promise<void> }>()
  return {
    /** Answers the new workspace's path. */
    async restore(id: string): Promise<string> {
      const backup = findBackup(backupsFolder(dataFolder), id)
      if (!backup) throw new GroundworkError('workspace.missing', 'This backup is no longer there. Nothing was changed; choose another one.')
      const to = freePathBeside(path(), `backup of ${forFileName(backup.madeAt)}`)
      const task = { task: 'restore', backup: backup.file, to, now: new Date().toISOString() } as const
      await startSafetyTask<null>(task, () => {}, log).result
      remember(to)
      return to
    },
    /** Stops a salvage under way. */
    cancel: (job: Id): void => void running.get(job)?.stop(),
    async salvage(job: Id): Promise<SalvageReport> {
      const now = new Date().toISOString()
      const to = freePathBeside(path(), `salvaged ${forFileName(now)}`)
      const send = (label: string, done: number, total: number | null, finished: boolean) =>
        emit({ name: 'progress', data: { job, label, done, total, finished } })
      const task = { task: 'salvage', workspace: path(), to, now } as const
      try {
        const started = startSafetyTask<SalvageReport>(task, (label, done, total) => send(label, done, total, false), log)
        running.set(job, started)
        const report = await started.result
        remember(to)
        return report
      } finally {
        running.delete(job)
        takeAwayMaking(to)
        send('', 0, null, true)
      }
    },
  }
}

export type Rescue = ReturnType<typeof createRescue>
