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

/**
 * Linux shares the processors out among sessions before it looks at the priority within one (sched(7), autogroup), and
 * Chromium has a session of its own. So the program gets one too, and that one the lowest priority.
 */
function lowerSession(id) {
  try {
    writeFileSync(`/proc/${id}/autogroup`, '19')
  } catch {
    // Another system, or one that does not share out by session: there the program's own priority counts.
  }
}

/** Runs a program to its end at the lowest priority, what it prints going to the end of a file; answers its exit status. */
export function runAside(program, args, { output, ...options }) {
  endWithThisProcess()
  const file = openSync(output, 'a')
  const isWindows = process.platform === 'win32'
  const [first, ...rest] = isWindows ? [program, ...args] : ['nice', '-n', '19', program, ...args]
  return new Promise((resolve, reject) => {
    const child = spawn(first, rest, { stdio: ['ignore', file, file], detached: !isWindows, ...options })
    child.on('error', reject).on('exit', (code, signal) => {
      running.delete(child.pid)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
    if (child.pid === undefined) return
    running.add(child.pid)
    lowerSession(child.pid)
  }).finally(() => closeSync(file))
}
