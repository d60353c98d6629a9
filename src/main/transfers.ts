// Files between the page and the core: uploads into the private folder, finished files out of it.
import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { CoreHost } from '../core/host/core-host.ts'
import { GroundworkError } from '../shared/errors.ts'
import { idSchema } from '../shared/identifiers.ts'
import type { StagedFile } from '../shared/shell.ts'
import { safeFileName } from './file-names.ts'

/** The largest file taken, in bytes; the same as in the web shell. */
const largestUpload = 2 * 1024 ** 3

function atMost(limit: number, name: string): Transform {
  let size = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size <= limit) return done(null, chunk)
      done(new GroundworkError('source.too-large', `“${name}” is larger than 2 GB. It was not imported.`))
    },
  })
}

function writeError(thrown: unknown, name: string): unknown {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return thrown
  return new GroundworkError(
    'workspace.disk-full',
    `The disk is full, so “${name}” could not be taken in. Free some space and try again.`,
  )
}

async function write(body: Request['body'], path: string, name: string): Promise<void> {
  const bytes = body ? Readable.fromWeb(body) : Readable.from([])
  await pipeline(bytes, atMost(largestUpload, name), createWriteStream(path, { flags: 'wx', mode: 0o600 }))
}

/** Takes uploads in and lets go of them, so that they need room only until they are imported. */
export function createUploads() {
  const paths = new Map<unknown, string>()
  return {
    /** Writes a request's body to the private folder and stages it; an upload that breaks off leaves nothing behind. */
    async take(host: CoreHost, request: Request, rawName: string): Promise<StagedFile> {
      const name = safeFileName(rawName)
      const path = join(host.uploadFolder, `upload-${randomUUID()}`)
      try {
        await write(request.body, path, name)
        const staged = await host.stage(path, name)
        paths.set(staged.id, path)
        return staged
      } catch (thrown) {
        await rm(path, { force: true })
        throw writeError(thrown, name)
      }
    },
    /** Removes the uploads behind the ids in a list that may be anything. */
    async forget(ids: unknown): Promise<void> {
      for (const id of Array.isArray(ids) ? ids : []) {
        const path = paths.get(id)
        paths.delete(id)
        if (path !== undefined) await rm(path, { force: true })
      }
    },
  }
}

/** The name of a download in a header, in any script (RFC 6266, RFC 5987). */
function attachment(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${exact}`
}

const isMediaType = (type: string) => /^[\w.+-]+\/[\w.+-]+(; charset=[\w-]+)?$/.test(type)

/** A finished file as a stream with its headers; null when it is gone. */
export async function giveFile(host: CoreHost, id: string) {
  if (!idSchema.safeParse(id).success) return null
  const file = await host.served(id).catch((thrown: unknown) => {
    if (thrown instanceof GroundworkError && thrown.code === 'file.gone') return null
    throw thrown
  })
  const handle = file && (await open(file.path).catch(() => null))
  if (!file || !handle) return null
  const { size } = await handle.stat()
  const { mediaType } = file
  return {
    body: Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>,
    headers: {
      'content-type': isMediaType(mediaType) ? mediaType : 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': attachment(safeFileName(file.name)),
    },
  }
}
