// Runs other programs: to their end, or as the one that the user talks to until it ends.
import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * Runs a program to its end; answers its exit status (128 + the signal's number when a signal ended it).
 * `quiet` sends its output to standard error, for scripts whose standard output is read by others.
 */
export function runToEnd(program, args, { quiet = false, ...options } = {}) {
  return new Promise((resolve, reject) => {
    spawn(program, args, { stdio: quiet ? ['ignore', 2, 2] : 'inherit', ...options })
      .on('error', reject)
      .on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** The process above another; null where the system does not tell. */
function parentOf(id) {
  try {
    // The name in brackets may hold anything, brackets too; the parent is the second field after it (proc(5)).
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1).split(' ')[1]
  } catch {
    return null
  }
}

/**
 * Calls back when npm, which started this script through a shell, is gone: neither passes every signal on.
 * Without npm a parent that ends means nothing; the user may have left the terminal on purpose.
 */
export function whenOrphaned(callback) {
  if (!process.env.npm_lifecycle_event) return
  const line = () => `${process.ppid} ${parentOf(process.ppid)}`
  const before = line()
  const timer = setInterval(() => {
    if (line() === before) return
    clearInterval(timer)
    callback()
  }, 500)
  timer.unref()
}

/**
 * Runs the program that the user talks to and passes on every wish to end. A terminal's Ctrl-C reaches the program by
 * itself, so it is not sent twice, which would mean "at once"; a program with an ipc channel is told by a message.
 * One that has not ended `patience` milliseconds after Ctrl-C is asked again by SIGTERM. Answers the exit status.
 */
export function runInFront(program, args, { patience = 1500, ...options } = {}) {
  const child = spawn(program, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], ...options })
  let interruptions = 0
  const interrupt = () => {
    interruptions += 1
    if (interruptions > 1) return void child.kill('SIGKILL')
    if (child.connected) child.send('stop', () => {})
    setTimeout(() => child.kill('SIGTERM'), patience).unref()
  }
  const terminate = () => child.kill('SIGTERM')
  process.on('SIGINT', interrupt).on('SIGTERM', terminate).on('SIGHUP', terminate)
  whenOrphaned(terminate)
  return new Promise((resolve, reject) => {
    child.on('error', reject).on('exit', (code, signal) => {
      process.off('SIGINT', interrupt).off('SIGTERM', terminate).off('SIGHUP', terminate)
      resolve(code ?? (signal === 'SIGINT' || interruptions > 0 ? 130 : 143))
    })
  })
}
