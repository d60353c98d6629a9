// When to save: soon after the last change, never twice at once, never over what someone else saved.

/** Where a text stands between the editor and the disk. `stale` takes no more saves. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'stale'

export interface AutosavePorts {
  /** Writes what there is now; rejects when it was not kept. Never called again before it has answered. */
  write: () => Promise<void>
  /** Whether a failure is final: somebody else's save came first. */
  isStale: (thrown: unknown) => boolean
  report: (state: SaveState, thrown?: unknown) => void
  /** Milliseconds, rising. */
  now: () => number
  /** Runs once after so many milliseconds, unless the answer is called first. */
  after: (milliseconds: number, run: () => void) => () => void
}

export interface AutosaveTimes {
  /** Waits for this pause in the changes, in milliseconds … */
  quiet: number
  /** … but no longer than this after the first unsaved one. */
  longest: number
  /** Tries again after a failure. */
  retry: number
}

export interface Autosave {
  /** Something changed. */
  touch: () => void
  /** Saves what is unsaved now; true when all is on disk, false when it could not be. */
  flush: () => Promise<boolean>
  /** Whether anything is not yet known to be on disk. */
  isDirty: () => boolean
  isSaving: () => boolean
  /** Takes no more changes until `resume`. */
  stop: () => void
  /** Forgets what is unsaved and starts afresh, for a text that was replaced by the stored one. */
  resume: () => void
}

/** Makes the queue. It holds one save at most; changes during it are saved after it. */
export function createAutosave(times: AutosaveTimes, ports: AutosavePorts): Autosave {
  let dirtySince: number | null = null
  let saving: Promise<boolean> | null = null
  let stopped = false
  let failed = false
  let cancel = () => {}

  const arm = (milliseconds: number): void => {
    cancel()
    cancel = ports.after(milliseconds, () => void save())
  }

  async function write(): Promise<boolean> {
    const since = dirtySince
    dirtySince = null
    ports.report('saving')
    try {
      await ports.write()
      failed = false
      if (!stopped) ports.report(dirtySince === null ? 'saved' : 'waiting')
      return true
    } catch (thrown) {
      dirtySince = since ?? ports.now()
      if (stopped) return false
      stopped = ports.isStale(thrown)
      failed = !stopped
      ports.report(stopped ? 'stale' : 'failed', thrown)
      if (!stopped) arm(times.retry)
      return false
    }
  }

  async function save(): Promise<boolean> {
    cancel()
    if (saving) return saving
    if (dirtySince === null || stopped) return !stopped
    saving = write()
    const kept = await saving
    saving = null
    if (kept && dirtySince !== null && !stopped) arm(pause())
    return kept
  }

  /** How long to wait now, so that neither the pause nor the longest wait is exceeded. */
  const pause = (): number => Math.max(0, Math.min(times.quiet, (dirtySince ?? 0) + times.longest - ports.now()))

  return {
    touch() {
      dirtySince ??= ports.now()
      // After a failure the next try has its time already; a key must not bring it forward.
      if (stopped || saving || failed) return
      ports.report('waiting')
      arm(pause())
    },
    async flush() {
      // A change may come in while a save is under way: go on until there is none, or a save fails.
      const isOpen = () => saving !== null || (dirtySince !== null && !stopped)
      while (isOpen()) if (!(await save())) return false
      return !stopped
    },
    isDirty: () => dirtySince !== null || saving !== null,
    isSaving: () => saving !== null,
    stop() {
      stopped = true
      cancel()
    },
    resume() {
      stopped = false
      failed = false
      dirtySince = null
      cancel()
      ports.report('saved')
    },
  }
}
