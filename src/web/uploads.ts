// POST /files?name=NAME: a file on its way in.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { CoreHost } from '../core/host/core-host.ts'
import type { Uploads } from '../core/host/uploads.ts'
import { GroundworkError } from '../shared/errors.ts'
import { answerError, answerRefused, answerValue } from './answers.ts'

/** Takes a request's body in and answers `{ value: StagedFile }`; status 413 when it is too large. */
export async function answerUpload(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { uploads, host }: { uploads: Uploads; host: CoreHost },
): Promise<void> {
  if (request.headers['content-type'] !== 'application/octet-stream') {
    return answerRefused(response, 415, 'A file needs the content type application/octet-stream.')
  }
  try {
    const declaredSize = Number(request.headers['content-length'] ?? 0)
    answerValue(response, await uploads.take(host, { bytes: request, name, declaredSize }))
  } catch (thrown) {
    answerError(response, thrown, thrown instanceof GroundworkError && thrown.code === 'source.too-large' ? 413 : 200)
  }
}
