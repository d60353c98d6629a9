// Runs a program in what others leave of the processors, so that tests with keys and frames do not wait for it.
import { spawn } from 'node:child_process'
import { closeSync, openSync, writeFileSync } from 'node:fs'

const running = new Set()
let watching = false

function endAll() {
  for (const id of running) {
    try {
      process.kill(process.platform === 'win32' ? id : -id)
    } catch {
      // It ended by itself a moment ago.
    }
  }
}

/** What has a session of its own hears no Ctrl-C: it is ended when this process ends, whatever ended that. */
function endWithThisProcess() {
  if (watching) return
  watching = true
  process.on('exit', endAll)
  process.on('SIGINT', () => process.exit(130)).on('SIGTERM', () => process.exit(143)).on('SIGHUP', () => process.exit(129))
}

/** In the terms of nice(1): a tenth of what others get that want the processor at the same time. */
const low = 10
let priority = low

/**
 * Linux shares the processors out among sessions before it looks at the priority within one (sched(7), autogroup), and
 * Chromium has a session of its own. So the program gets one too, and that one the low priority.
 */
function setSession(id) {
  try {
    writeFileSync(`/proc/${id}/autogroup`, String(priority))
  } catch {
    // Another system, or one that does not share out by session: there the program's own priority counts.
  }
}

/** Nothing is left that it would hold up: what runs aside is shared out to as anything else from now on. */
export function hurryAside() {
  priority = 0
  for (const id of running) setSession(id)
}

/** Runs a program to its end at a low priority, what it prints going to the end of a file; answers its exit status. */
export function runAside(program, args, { output, ...options }) {
  endWithThisProcess()
  const file = openSync(output, 'a')
  const isWindows = process.platform === 'win32'
  const [first, ...rest] = isWindows ? [program, ...args] : ['nice', '-n', String(low), program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, { stdio: ['ignore', file, file], detached: !isWindows, ...options })
    child.on('error', reject).on('exit', (code, signal) => {
      running.delete(child.pid)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
    if (child.pid === undefined) return
    running.add(child.pid)
    setSession(child.pid)
  }).finally(() => closeSync(file))
}
