// GET /files/ID: a file on its way out.
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { CoreHost } from '../core/host/core-host.ts'
import { openDownload } from '../core/host/downloads.ts'
import { answerPage } from './answers.ts'

/** Answers with the bytes of a served file; a page that says so when it is gone. */
export async function answerFile(response: ServerResponse, id: string, host: CoreHost): Promise<void> {
  const download = await openDownload(host, id)
  if (!download) {
    const why = 'Files on their way out live until Groundwork ends. Export it again.'
    return answerPage(response, 404, 'This file is no longer available', [why])
  }
  response.writeHead(200, download.headers)
  await pipeline(download.bytes, response)
}
