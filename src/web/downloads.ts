// GET /files/ID: a file on its way out, and GET /files/ID/shown: one that the browser shows.
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { CoreHost } from '../core/host/core-host.ts'
import { openDownload, openShown, type Download } from '../core/host/downloads.ts'
import { answerPage } from './answers.ts'

/** Answers with the bytes of a served file; a page that says so when it is gone. */
export async function answerFile(response: ServerResponse, id: string, host: CoreHost): Promise<void> {
  await answer(response, await openDownload(host, id))
}

/** Answers with a file to be looked at; the same page when it is gone or may not be shown. */
export async function answerShown(response: ServerResponse, id: string, host: CoreHost): Promise<void> {
  await answer(response, await openShown(host, id))
}

async function answer(response: ServerResponse, download: Download | null): Promise<void> {
  if (!download) {
    const why = 'Files on their way out live until Groundwork ends. Export or open it again.'
    return answerPage(response, 404, 'This file is no longer available', [why])
  }
  response.writeHead(200, download.headers)
  await pipeline(download.bytes, response)
}
