// A file that is either whole or as it was before: a temporary neighbour, fsync, rename.
import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Copies a file, with the permissions that a new file gets; rejects with the file system's error and leaves what was there. */
export async function copyAtomically(from: string, to: string): Promise<void> {
  const neighbour = join(dirname(to), `.${basename(to).slice(0, 60)}.${randomUUID()}.part`)
  try {
    await pipeline(createReadStream(from), createWriteStream(neighbour, { flags: 'wx', flush: true }))
    await rename(neighbour, to)
  } catch (thrown) {
    await rm(neighbour, { force: true })
    throw thrown
  }
}
