// Files on their way out, for both shells: an export or an original, as a download, or shown as what can run nothing.
import { open } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { GroundworkError } from '../../shared/errors.ts'
import { idSchema } from '../../shared/identifiers.ts'
import type { ServedFile } from '../files/files.ts'
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
  const file = await servedFile(host, id)
  if (!file) return null
  return sent(file, {
    'Content-Type': isMediaType(file.mediaType) ? file.mediaType : 'application/octet-stream',
    'Content-Disposition': attachment(safeFileName(file.name)),
  })
}

/** Opens a served file for a browser to show; null also when it is of no kind that may be shown. */
export async function openShown(host: CoreHost, id: string): Promise<Download | null> {
  const file = await servedFile(host, id)
  const shown = file?.openedAs?.shown
  if (!file || !shown || !isMediaType(shown)) return null
  return sent(file, {
    'Content-Type': shown,
    'Content-Disposition': attachment(safeFileName(file.name)).replace(/^attachment/, 'inline'),
  })
}

async function servedFile(host: CoreHost, id: string): Promise<ServedFile | null> {
  if (!idSchema.safeParse(id).success) return null
  return host.served(id).catch((thrown: unknown) => {
    if (thrown instanceof GroundworkError && thrown.code === 'file.gone') return null
    throw thrown
  })
}

async function sent(file: ServedFile, headers: Record<string, string>): Promise<Download | null> {
  const handle = await open(file.path, 'r').catch(() => null)
  if (!handle) return null
  const { size } = await handle.stat()
  return { bytes: handle.createReadStream(), headers: { ...headers, 'Content-Length': String(size) } }
}
