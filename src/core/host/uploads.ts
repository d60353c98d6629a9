// Files on their way in, for both shells: written to the private folder, staged, and removed once they are imported.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { GroundworkError } from '../../shared/errors.ts'
import type { StagedFile } from '../../shared/shell.ts'
import type { CoreHost } from './core-host.ts'
import { plainName } from './file-names.ts'

/** The largest file taken, in bytes. */
const defaultLimit = 2 * 1024 ** 3

/** A file as it arrives. `declaredSize` is what the sender says, in bytes, when it says so. */
export interface Upload {
  bytes: Readable
  name: string
  declaredSize?: number
}

const tooLarge = (name: string, limit: number) =>
  new GroundworkError(
    'source.too-large',
    `“${name}” is larger than the ${Math.round(limit / 1024 ** 2).toLocaleString('en')} MB that a file may have. It was not imported.`,
  )

function counted(name: string, limit: number): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) done(tooLarge(name, limit))
      else done(null, chunk)
    },
  })
}

/** What could not be written, in words; anything unknown stays what it is. */
function writeError(thrown: unknown, name: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
    ? new GroundworkError('workspace.disk-full', `The disk is full, so “${name}” could not be taken in. Free some space and try again.`)
    : thrown
}

const filesIn = (args: unknown): unknown[] =>
  typeof args === 'object' && args !== null && 'files' in args && Array.isArray(args.files) ? args.files : []

/** Keeps track of uploaded files, so that they take room only until they are imported; `limit` in bytes a file. */
export function createUploads(limit: number = defaultLimit) {
  const paths = new Map<unknown, string>()

  async function forget(ids: unknown[]): Promise<void> {
    for (const id of ids) {
      const path = paths.get(id)
      paths.delete(id)
      if (path !== undefined) await rm(path, { force: true })
    }
  }

  const thenForget = <T>(name: string, args: unknown, answer: Promise<T>): Promise<T> =>
    name === 'sources.importFiles' ? answer.finally(() => forget(filesIn(args))) : answer

  return {
    /**
     * Writes and stages a file; one that breaks off leaves nothing behind. Rejects with `source.too-large`, before a
     * byte is read when its sender says so, and `workspace.disk-full`.
     */
    async take(host: CoreHost, { bytes, name: rawName, declaredSize = 0 }: Upload): Promise<StagedFile> {
      const name = plainName(rawName)
      if (declaredSize > limit) throw tooLarge(name, limit)
      const path = join(host.uploadFolder, `upload-${randomUUID()}`)
      try {
        await pipeline(bytes, counted(name, limit), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
        const staged = await host.stage(path, name)
        paths.set(staged.id, path)
        return staged
      } catch (thrown) {
        await rm(path, { force: true })
        throw writeError(thrown, name)
      }
    },
    /** Runs a call of the contract on a host and, whatever comes of an import, removes the uploads it was given. */
    call: (host: CoreHost, name: string, args: unknown): Promise<unknown> => thenForget(name, args, host.call(name, args)),
    /** The same, answered as a page reads it. */
    answer: (host: CoreHost, name: string, args: unknown): Promise<Uint8Array> => thenForget(name, args, host.answer(name, args)),
  }
}

export type Uploads = ReturnType<typeof createUploads>
