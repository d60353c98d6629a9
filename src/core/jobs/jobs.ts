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

/** Between two words on how far a work is, in milliseconds; as long may pass before a Cancel is heard. */
const between = 60

/**
 * Keeps the running jobs. `hear` takes up what came meanwhile and may stop a job: work that lets nothing else have its
 * turn calls it from time to time.
 */
export function createJobs(emit: (event: AnyEvent) => void, hear: () => void) {
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
  /**
   * Does one thing after another at once, as one command must, and says how far it is when it takes its time. With a job
   * it may be stopped: then it throws `job.cancelled`, and whoever runs it in a transaction leaves nothing behind.
   */
  function throughout<T>(job: Id | undefined, label: string, things: readonly T[], work: (thing: T) => void): void {
    if (job === undefined) return things.forEach((thing) => work(thing))
    const controller = new AbortController()
    running.set(job, controller)
    const send = (done: number, finished: boolean) => emit({ name: 'progress', data: { job, label, done, total: things.length, finished } })
    let said = performance.now()
    try {
      for (const [done, thing] of things.entries()) {
        work(thing)
        if (done % 32 !== 0 || performance.now() - said < between) continue
        said = performance.now()
        send(done, false)
        hear()
        controller.signal.throwIfAborted()
      }
    } catch (thrown) {
      throw controller.signal.aborted ? new GroundworkError('job.cancelled', 'The work was cancelled. Nothing was changed.') : thrown
    } finally {
      running.delete(job)
      send(things.length, true)
    }
  }
  return { api, run, throughout }
}

export type Jobs = ReturnType<typeof createJobs>
