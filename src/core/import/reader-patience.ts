// When a reader of documents is given up: by what it has used of the processor, so that a busy machine refuses nothing sound.
import type { Worker } from 'node:worker_threads'

/** What a thread has had since something began, in milliseconds: of the processor, and of waiting with nothing to do. */
export interface Spent {
  processor: number
  idle: number
}

/** However little of the processor a reader gets, it is not waited for longer by the clock than so many times its patience. */
export const backstop = 15

/** Whether a reader that may take `patience` milliseconds has worked for longer, or waits for what never comes. */
export const isSpent = ({ processor, idle }: Spent, patience: number): boolean => processor > patience || idle > patience

/** Measures a thread; `begin` is to be called when what is counted begins. */
export function threadClock(thread: Worker) {
  let start: Spent | null = null
  let began = performance.now()
  return {
    begin(): void {
      start = null
      began = performance.now()
    },
    /** Milliseconds by the clock. */
    since: (): number => performance.now() - began,
    /** What the thread has spent since it was first asked after `begin`; rejects when it has ended. */
    async spent(): Promise<Spent> {
      const used = await processorOf(thread)
      const now = { processor: used, idle: thread.performance.eventLoopUtilization().idle }
      start ??= now
      return { processor: now.processor - start.processor, idle: now.idle - start.idle }
    },
  }
}

/** In milliseconds. Before Node 24.6 a thread does not say: then all of its time counts in which it does not wait. */
async function processorOf(thread: Worker): Promise<number> {
  if (typeof (thread.cpuUsage as unknown) !== 'function') return thread.performance.eventLoopUtilization().active
  const { user, system } = await thread.cpuUsage()
  return (user + system) / 1000
}
