// The program's log: what failed inside and which calls were slow, for whoever has to find out why.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One older log of this size is kept beside the current one. In bytes. */
const sizeLimit = 1024 * 1024

/** Answers a function that adds a line to `groundwork.log` in `dataFolder`; it never throws, whatever the disk says. */
export function openLog(dataFolder: string): (line: string) => void {
  const file = join(dataFolder, 'groundwork.log')
  return (line) => {
    try {
      mkdirSync(dataFolder, { recursive: true })
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > sizeLimit) renameSync(file, `${file}.old`)
      appendFileSync(file, `${new Date().toISOString()} ${line}\n`, { mode: 0o600 })
    } catch {
      // A log that cannot be written must not stop the work it tells of.
    }
  }
}
