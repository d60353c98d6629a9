// Runs one task of safety in a thread of its own, so that neither the window nor the workspace waits for it.
import { Worker } from 'node:worker_threads'
import { fromWireError, GroundworkError } from '../../shared/errors.ts'
import type { SafetyMessage, SafetyTask } from './safety-worker.ts'
import { workerFile } from './worker-file.ts'

/** A task under way. `stop` ends it at once; what it had made is taken away later. */
export interface RunningTask<T> {
  result: Promise<T>
  stop(): Promise<void>
}

/** Starts a task. Its result rejects with GroundworkErrors, `job.cancelled` when it was stopped. */
export function startSafetyTask<T>(
  task: SafetyTask,
  onProgress: (label: string, done: number, total: number) => void,
  log: (line: string) => void,
): RunningTask<T> {
  const worker = new Worker(workerFile('safety-worker'), { workerData: task })
  const result = new Promise<T>((resolve, reject) => {
    worker.on('message', (message: SafetyMessage) => {
      if ('progress' in message) return onProgress(message.progress.label, message.progress.done, message.progress.total)
      if ('value' in message) return resolve(message.value as T)
      if (message.error.code === 'internal') log(message.log)
      reject(fromWireError(message.error))
    })
    worker.on('error', (error) => {
      log(`safety worker failed: ${error.stack ?? error.message}`)
      reject(new GroundworkError('internal', 'The work on the workspace’s file stopped. The workspace itself is as it was.'))
    })
    worker.on('exit', () => reject(new GroundworkError('job.cancelled', 'The work was stopped. The workspace is as it was.')))
  })
  return {
    result,
    async stop() {
      await worker.terminate()
    },
  }
}
