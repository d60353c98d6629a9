// A folder of this process's own for uploads and exports, swept when its process is gone.
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

function isRunning(process_: number): boolean {
  try {
    process.kill(process_, 0)
    return true
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM'
  }
}

let folders = 0

/** Makes the folder under `dataFolder`, readable by this user only, and removes those of processes that ended. */
export function privateFolder(dataFolder: string): { path: string; remove(): void } {
  const all = join(dataFolder, 'temporary')
  mkdirSync(all, { recursive: true, mode: 0o700 })
  for (const name of readdirSync(all)) {
    const owner = Number.parseInt(name, 10)
    if (Number.isInteger(owner) && owner !== process.pid && !isRunning(owner)) {
      rmSync(join(all, name), { recursive: true, force: true })
    }
  }
  folders += 1
  const path = join(all, `${process.pid}-${folders}`)
  mkdirSync(path, { recursive: true, mode: 0o700 })
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
