// Long work: progress that reaches every window, and Cancel that stops between two steps.
import type { Api, AnyEvent } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'

/** A running job, as the work sees it. */
export interface Job {
  signal: AbortSignal
  /** Says how far the work is; `total` null while unknown. */
  report(label: string, done: number, total: number | null): void
}

/** Keeps the running jobs. */
export function createJobs(emit: (event: AnyEvent) => void) {
  const running = new Map<Id, AbortController>()
  const api: Api['jobs'] = {
    cancel: ({ job }) => {
      running.get(job)?.abort(new GroundworkError('job.cancelled', 'The work was cancelled. What was done is kept.'))
      return null
    },
  }
  /** Runs work under an id; the job ends, and says so, however the work ends. */
  async function run<T>(id: Id, work: (job: Job) => Promise<T>): Promise<T> {
    const controller = new AbortController()
    running.set(id, controller)
    let last = { label: '', done: 0, total: null as number | null }
    const send = (finished: boolean) => emit({ name: 'progress', data: { job: id, ...last, finished } })
    try {
      return await work({
        signal: controller.signal,
        report(label, done, total) {
          last = { label, done, total }
          send(false)
        },
      })
    } finally {
      running.delete(id)
      send(true)
    }
  }
  return { api, run }
}

export type Jobs = ReturnType<typeof createJobs>
