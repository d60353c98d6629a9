// A small drive of its own for a test: filled up, or made read-only, as drives of people are.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A mounted drive. `fill` leaves no room on it, `free` gives it back; `remove` unmounts it. */
export interface Drive {
  folder: string
  fill(): void
  free(): void
  readOnly(yes: boolean): void
  remove(): void
}

const run = (...[program = '', ...args]: string[]) => spawnSync(program, args, { encoding: 'utf8' })

/** Mounts a drive of so many megabytes; null, with the reason printed, where this machine lets nobody mount one. */
export function aDrive(megabytes: number): Drive | null {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-drive-'))
  const mounted = process.platform === 'linux' ? run('mount', '-t', 'tmpfs', '-o', `size=${megabytes}m`, 'none', folder) : { status: 1, stderr: 'no tmpfs' }
  if (mounted.status !== 0) {
    console.log(`no drive could be mounted for this test: ${(mounted.stderr ?? '').trim()}`)
    rmSync(folder, { recursive: true })
    return null
  }
  const filler = join(folder, 'filler')
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(folder)
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize))
      } catch (thrown) {
        // What is said to be free is not all there: the last of it was taken.
        if ((thrown as NodeJS.ErrnoException).code !== 'ENOSPC') throw thrown
      }
    },
    free: () => rmSync(filler),
    readOnly: (yes) => {
      const { status, stderr } = run('mount', '-o', `remount,${yes ? 'ro' : 'rw'}`, folder)
      if (status !== 0) throw new Error(stderr)
    },
    remove: () => {
      run('umount', '-l', folder)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
