// The feature `backups` of an open workspace: backups, copies and checks beside the two workers.
import { basename, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { mkdirSync, statSync } from 'node:fs'
import type { AnyEvent, Api } from '../../shared/api.ts'
import type { Backup, BackupReason, CheckReport } from '../../shared/backups.ts'
import { GroundworkError, toWireError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { backupsOf, withoutPlace } from '../backups/backup-folder.ts'
import type { Findings } from '../backups/check-workspace.ts'
import { isBackupDue } from '../backups/retention.ts'
import { newUuid } from '../new-uuid.ts'
import type { ServedFile } from '../files/files.ts'
import { startSafetyTask, type RunningTask } from './run-safety-task.ts'
import type { SafetyTask } from './safety-worker.ts'

/** When to look after a workspace that was opened. In milliseconds. */
export interface SafetyDelays {
  /** Until it is checked, where the program had ended without closing it. */
  check: number
  /** Until it is backed up, where that is due: long enough for the first screen and the first work. */
  backup: number
}

export const usualDelays: SafetyDelays = { check: 1500, backup: 20_000 }

export interface SafetyParts {
  workspace: string
  identity: Id
  /** The folder of all backups. */
  root: string
  /** A folder, private to this process, for copies on their way out. */
  temporary: string
  /** True when the program that had the workspace last ended without closing it. */
  unclean: boolean
  delays: SafetyDelays
  now: () => string
  emit(event: AnyEvent): void
  log(line: string): void
  rebuildIndexes(tables: string[]): Promise<unknown>
}

/** Looks after an open workspace until `close`. */
export function createSafety(parts: SafetyParts) {
  const running = new Map<Id, RunningTask<unknown>>()
  const copies = new Map<Id, ServedFile>()
  let problem: string | null = null
  let check: CheckReport | null = null
  let closing = false
  const changed = () => parts.emit({ name: 'changed', data: { features: ['backups'] } })

  async function run<T>(job: Id, label: string, task: SafetyTask): Promise<T> {
    if (closing) throw new GroundworkError('job.cancelled', 'The workspace is being closed.')
    let last = { label, done: 0, total: null as number | null }
    const send = (finished: boolean) => parts.emit({ name: 'progress', data: { job, ...last, finished } })
    const started = startSafetyTask<T>(
      task,
      (_step, done, total) => {
        last = { label, done, total }
        send(false)
      },
      parts.log,
    )
    running.set(job, started)
    try {
      return await started.result
    } finally {
      running.delete(job)
      send(true)
    }
  }

  async function backUp(reason: BackupReason, job: Id): Promise<Backup> {
    const { workspace, root } = parts
    try {
      const made = await run<Backup>(job, 'Backing up', { task: 'backup', workspace, root, reason, now: parts.now() })
      problem = null
      return made
    } catch (thrown) {
      if (!(thrown instanceof GroundworkError && thrown.code === 'job.cancelled')) problem = toWireError(thrown).message
      throw thrown
    } finally {
      changed()
    }
  }

  async function look(unclean: boolean, job: Id): Promise<CheckReport> {
    const task: SafetyTask = { task: 'check', workspace: parts.workspace }
    const found = await run<Findings>(job, 'Checking the workspace', task)
    let outcome: CheckReport['outcome'] = found.faults.length === 0 ? 'sound' : 'damaged'
    if (found.indexes.length > 0) {
      await parts.rebuildIndexes(found.indexes)
      const again = await run<Findings>(job, 'Checking the workspace', task)
      if (again.faults.length === 0) outcome = 'repaired'
    }
    check = { at: parts.now(), unclean, outcome, faults: found.faults }
    changed()
    return check
  }

  const backupIfDue = async (): Promise<void> => {
    const [newest] = backupsOf(parts.root, parts.identity)
    // A damaged workspace would push its good backups out one by one.
    if (check?.outcome === 'damaged' || !isBackupDue(newest?.madeAt ?? null, parts.now())) return
    await backUp('daily', newUuid())
  }
  // What goes wrong by itself is kept in the state, which the window shows; work goes on.
  const quietly = (work: () => Promise<unknown>) => () =>
    void work().catch((thrown: unknown) => parts.log(`safety: ${toWireError(thrown).message}`))
  const timers = [
    ...(parts.unclean ? [setTimeout(quietly(() => look(true, newUuid())), parts.delays.check)] : []),
    setTimeout(quietly(backupIfDue), parts.delays.backup),
  ]
  for (const timer of timers) timer.unref()

  const api: Api['backups'] = {
    state() {
      const backups = backupsOf(parts.root, parts.identity)
      return { newest: backups[0]?.madeAt ?? null, count: backups.length, problem, check }
    },
    list: () => backupsOf(parts.root, parts.identity).map(withoutPlace),
    make: ({ job }) => backUp('asked', job ?? newUuid()),
    async copy({ job }) {
      mkdirSync(parts.temporary, { recursive: true, mode: 0o700 })
      const to = join(parts.temporary, `${randomUUID()}.groundwork`)
      await run(job ?? newUuid(), 'Copying', { task: 'copy', workspace: parts.workspace, to })
      const name = basename(parts.workspace)
      const file = newUuid()
      copies.set(file, { path: to, name, mediaType: 'application/octet-stream' })
      return { file, name, size: statSync(to).size, warnings: [] }
    },
    check: ({ job }) => look(false, job ?? newUuid()),
  }
  return {
    api,
    served: (id: Id): ServedFile | null => copies.get(id) ?? null,
    cancel: (job: Id): void => void running.get(job)?.stop(),
    async close(): Promise<void> {
      closing = true
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([...running.values()].map((task) => task.stop()))
    },
  }
}
