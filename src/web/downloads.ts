// GET /files/ID: an exported file or an original on its way out, always as a download and never as a page.
import { open } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { CoreHost } from '../core/host/core-host.ts'
import { GroundworkError } from '../shared/errors.ts'
import { idSchema } from '../shared/identifiers.ts'
import { answerPage } from './answers.ts'
import { plainName } from './uploads.ts'

/** The header's value for a file name in any script: a plain form for old clients and the exact one (RFC 6266, RFC 5987). */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`
}

const gone = (response: ServerResponse) =>
  answerPage(response, 404, 'This file is no longer available', ['Files on their way out live until Groundwork ends. Export it again.'])

/** Answers with the bytes of a served file; a page that says so when it is gone. */
export async function answerFile(response: ServerResponse, id: string, host: CoreHost): Promise<void> {
  if (!idSchema.safeParse(id).success) return gone(response)
  const file = await host.served(id).catch((thrown: unknown) => {
    if (thrown instanceof GroundworkError && thrown.code === 'file.gone') return null
    throw thrown
  })
  const handle = file && (await open(file.path, 'r').catch(() => null))
  if (!file || !handle) return gone(response)
  const { size } = await handle.stat()
  const mediaType = /^[\w.+-]+\/[\w.+-]+(?:; charset=[\w-]+)?$/.test(file.mediaType) ? file.mediaType : 'application/octet-stream'
  response.writeHead(200, {
    'Content-Type': mediaType,
    'Content-Length': size,
    'Content-Disposition': attachment(plainName(file.name)),
  })
  await pipeline(handle.createReadStream(), response)
}
