// How the process ends: cleanly on the first signal, at once on the second.

/** Exit status of a process that was interrupted, after the convention of shells: 128 + SIGINT. */
const interrupted = 130

/**
 * Runs `close` once when the process is asked to end: by Ctrl-C, by SIGTERM or SIGHUP, or by the script that started
 * it (its message `stop`, or its own end). A second Ctrl-C ends the process at once; what was saved is safe, since
 * every saved change is on disk.
 */
export function endCleanly(close: () => Promise<void>): void {
  let interruptions = 0
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', () => {
    interruptions += 1
    if (interruptions > 1) process.exit(interrupted)
    end()
  })
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
  process.on('message', (message) => {
    if (message === 'stop') end()
  })
  if (process.channel) process.on('disconnect', end)
}
