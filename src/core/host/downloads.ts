// Files on their way out, for both shells: an export or an original, always as a download and never as a page.
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GroundworkError } from '../../shared/errors.ts'
import { idSchema } from '../../shared/identifiers.ts'
import type { CoreHost } from './core-host.ts'
import { safeFileName } from './file-names.ts'

/** The header's value for a file name in any script: a plain form for old clients and the exact one (RFC 6266, RFC 5987). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name.toWellFormed()).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

const isMediaType = (type: string) => /^[\w.+-]+\/[\w.+-]+(?:; charset=[\w-]+)?$/.test(type)

/** A file's bytes, to be read or destroyed, and the headers they go out with. */
export interface Download {
  bytes: Readable
  headers: Record<string, string>
}

/** Opens a served file; null when it is gone or `id`, which may be anything, is none. */
export async function openDownload(host: CoreHost, id: string): Promise<Download | null> {
  if (!idSchema.safeParse(id).success) return null
  const file = await host.served(id).catch((thrown: unknown) => {
    if (thrown instanceof GroundworkError && thrown.code === 'file.gone') return null
    throw thrown
  })
  const handle = file && (await open(file.path, 'r').catch(() => null))
  if (!file || !handle) return null
  const { size } = await handle.stat()
  return {
    bytes: handle.createReadStream(),
    headers: {
      'Content-Type': isMediaType(file.mediaType) ? file.mediaType : 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': attachment(safeFileName(file.name)),
    },
  }
}
