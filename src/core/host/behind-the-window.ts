// Long work of a thread that gives way to what the window does.
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Half of what others get where all want the processor (Linux's nice values): it gives way and does not starve. */
const priority = 3

/**
 * Lets the calling thread, and those that it starts, take second place to others where processors are short. Linux alone
 * counts priority by thread; elsewhere it is the whole program's, and nothing is done.
 */
export function stayBehindTheWindow(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, priority)
  } catch {
    // A system that keeps this from programs: the work goes on as it would.
  }
}
