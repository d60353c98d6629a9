// What of safety shows: a dialog, and a work under way with its progress.
import { create } from 'zustand'
import type { Id } from '../../shared/identifiers.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { api, subscribe } from '../api.ts'
import { newId } from '../memos/memo-clipboard.ts'
import { say, showError } from '../notices/notices.ts'

/** A work that takes longer than half a second. `total` is null while unknown. */
export interface SafetyWork {
  job: Id
  label: string
  done: number
  total: number | null
  stop: () => void
}

interface SafetyState {
  dialog: 'restore' | null
  work: SafetyWork | null
}

export const useSafety = create<SafetyState>(() => ({ dialog: null, work: null }))

export const openRestore = (): void => useSafety.setState({ dialog: 'restore' })
export const closeSafety = (): void => useSafety.setState({ dialog: null })

/** In milliseconds: what is done sooner needs no progress bar. */
const patience = 500

/**
 * Runs one long work with its progress and Cancel; null when it failed or was cancelled, which is said. A second one
 * while the first goes on is passed over.
 */
export async function runWork<T>(label: string, start: (job: Id) => Promise<T>, stop = stopJob): Promise<T | null> {
  if (working) return null
  working = true
  const job = newId()
  let work: SafetyWork = { job, label, done: 0, total: null, stop: () => stop(job) }
  let shown = false
  const timer = setTimeout(() => {
    shown = true
    useSafety.setState({ work })
  }, patience)
  const end = subscribe((event) => {
    if (event.name !== 'progress' || event.data.job !== job || event.data.finished) return
    work = { ...work, done: event.data.done, total: event.data.total }
    if (shown) useSafety.setState({ work })
  })
  try {
    return await start(job)
  } catch (thrown) {
    if (thrown instanceof GroundworkError && thrown.code === 'job.cancelled') say('Cancelled. The workspace is as it was.')
    else showError(thrown)
    return null
  } finally {
    working = false
    clearTimeout(timer)
    end()
    useSafety.setState({ work: null })
  }
}

let working = false

const stopJob = (job: Id): void => void api.jobs.cancel({ job }).catch(showError)
