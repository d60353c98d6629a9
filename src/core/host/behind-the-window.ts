// Long work of a thread that gives way to what the window does.
import { readlinkSync } from 'node:fs'
import { constants, setPriority } from 'node:os'

/**
 * Lets the calling thread, and those that it starts, take second place to others where processors are short. Linux alone
 * counts priority by thread; elsewhere it is the whole program's, and nothing is done.
 */
export function stayBehindTheWindow(): void {
  if (process.platform !== 'linux') return
  try {
    const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
    setPriority(thread, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // A system that keeps this from programs: the work goes on as it would.
  }
}
