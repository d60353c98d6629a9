// Changes of many things at once: quick as a rule, and with progress and Cancel when they take longer than half a second.
import { create } from 'zustand'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api, subscribe } from '../api.ts'
import { newId } from '../memos/memo-clipboard.ts'
import { say, showError } from '../notices/notices.ts'

/** A change under way that takes its time. `total` is null until the first word of it. */
export interface LongChange {
  job: Id
  label: string
  done: number
  total: number | null
  stop: () => void
}

/** Those that have gone on for longer than half a second, in the order in which they began. */
export const useLongChanges = create<{ running: readonly LongChange[] }>(() => ({ running: [] }))

/** In milliseconds: what is done sooner needs no progress bar. */
const patience = 500

const put = (change: LongChange): void =>
  useLongChanges.setState(({ running }) => ({
    running: running.some(({ job }) => job === change.job) ? running.map((each) => (each.job === change.job ? change : each)) : [...running, change],
  }))

const stopJob = (job: Id): void => void api.jobs.cancel({ job }).catch(showError)

/** Runs a change under a job; undefined when it failed or was stopped, which is said. */
export async function actAtLength<T>(label: string, change: (job: Id) => Promise<T>): Promise<T | undefined> {
  const job = newId()
  let latest: LongChange = { job, label, done: 0, total: null, stop: () => stopJob(job) }
  let shown = false
  const timer = setTimeout(() => {
    shown = true
    put(latest)
  }, patience)
  const end = subscribe((event) => {
    if (event.name !== 'progress' || event.data.job !== job || event.data.finished) return
    latest = { ...latest, label: event.data.label, done: event.data.done, total: event.data.total }
    if (shown) put(latest)
  })
  try {
    return await change(job)
  } catch (thrown) {
    if (thrown instanceof GroundworkError && thrown.code === 'job.cancelled') say('Cancelled. Nothing was changed.')
    else showError(thrown)
    return undefined
  } finally {
    clearTimeout(timer)
    end()
    useLongChanges.setState(({ running }) => ({ running: running.filter((each) => each.job !== job) }))
  }
}
