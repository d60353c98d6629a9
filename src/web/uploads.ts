// POST /files?name=NAME: a file on its way in, streamed to the private folder and staged for import.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CoreHost } from '../core/host/core-host.ts'
import { GroundworkError } from '../shared/errors.ts'
import { answerError, answerRefused, answerValue } from './answers.ts'

/** The largest file taken, in bytes. */
const defaultLimit = 2 * 1024 ** 3

/** The last part of a path in either system's writing, without control characters; at most 255 UTF-16 code units. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // Control characters are what is looked for: they would break headers and terminals.
  const clean = last.toWellFormed().replaceAll(/\p{Cc}/gu, '').trim().slice(0, 255)
  return clean === '' || clean === '.' || clean === '..' ? 'untitled' : clean
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
  const code = (thrown as NodeJS.ErrnoException).code
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG'
    ? new GroundworkError('workspace.disk-full', `The disk is full, so “${name}” could not be taken in. Free some space and try again.`)
    : thrown
}

/** Keeps track of uploaded files, so that they take room only until they are imported. */
export function createUploads(limit: number = defaultLimit) {
  const paths = new Map<string, string>()
  return {
    /** Answers `{ value: StagedFile }`; an upload that fails or breaks off leaves nothing behind. */
    async take(request: IncomingMessage, response: ServerResponse, rawName: string, host: CoreHost): Promise<void> {
      if (request.headers['content-type'] !== 'application/octet-stream') {
        return answerRefused(response, 415, 'A file needs the content type application/octet-stream.')
      }
      const name = plainName(rawName)
      if (Number(request.headers['content-length'] ?? 0) > limit) return answerError(response, tooLarge(name, limit), 413)
      const path = join(host.uploadFolder, `upload-${randomUUID()}`)
      try {
        await pipeline(request, counted(name, limit), createWriteStream(path, { flags: 'wx', mode: 0o600 }), { end: true })
        const staged = await host.stage(path, name)
        paths.set(staged.id, path)
        answerValue(response, staged)
      } catch (thrown) {
        await rm(path, { force: true })
        const error = writeError(thrown, name)
        answerError(response, error, error instanceof GroundworkError && error.code === 'source.too-large' ? 413 : 200)
      }
    },
    /** Removes the uploads behind staged ids. */
    async forget(ids: unknown): Promise<void> {
      for (const id of Array.isArray(ids) ? ids : []) {
        const path = paths.get(id)
        paths.delete(id)
        if (path) await rm(path, { force: true })
      }
    },
  }
}

export type Uploads = ReturnType<typeof createUploads>
