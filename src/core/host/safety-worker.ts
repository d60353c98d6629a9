// Worker-thread entry: one long task on a workspace's file, beside whatever has it open; then the thread ends.
import { parentPort, workerData } from 'node:worker_threads'
import { toWireError, type WireError } from '../../shared/errors.ts'
import { checkWorkspace } from '../backups/check-workspace.ts'
import { copyWorkspace, makeBackup, type BackupOrder } from '../backups/make-backup.ts'
import { restoreBackup } from '../backups/restore.ts'
import { salvage } from '../salvage/salvage.ts'
import { newUuid } from '../new-uuid.ts'

/** What the thread is started for. Paths are absolute. */
export type SafetyTask =
  | ({ task: 'backup' } & BackupOrder)
  | { task: 'copy'; workspace: string; to: string }
  | { task: 'check'; workspace: string }
  | { task: 'restore'; backup: string; to: string; now: string }
  | { task: 'salvage'; workspace: string; to: string; now: string }

export type SafetyMessage =
  | { progress: { label: string; done: number; total: number } }
  | { value: unknown }
  | { error: WireError; log: string }

const port = parentPort
if (!port) throw new Error('the safety worker runs in a worker thread only')

const send = (message: SafetyMessage) => port.postMessage(message)
const report = (label: string, done: number, total: number) => send({ progress: { label, done, total } })

async function run(task: SafetyTask): Promise<unknown> {
  if (task.task === 'backup') return makeBackup(task, (done, total) => report('Backing up', done, total))
  if (task.task === 'copy') return copyWorkspace(task.workspace, task.to, (done, total) => report('Copying', done, total))
  if (task.task === 'check') return checkWorkspace(task.workspace, (table, done, total) => report(table.replaceAll('_', ' '), done, total))
  if (task.task === 'restore') return restoreBackup(task.backup, task.to, { id: newUuid(), now: task.now })
  return salvage(task.workspace, task.to, { newId: newUuid, now: task.now, onProgress: report })
}

try {
  send({ value: (await run(workerData as SafetyTask)) ?? null })
} catch (thrown) {
  send({ error: toWireError(thrown), log: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
}
