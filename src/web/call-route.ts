// POST /api/NAME: one call of the contract, JSON in and JSON out.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { GroundworkError } from '../shared/errors.ts'
import { answerError, answerRefused, answerValue, answerWritten } from './answers.ts'

/** The longest call is a text of 20 million characters; JSON may double it. In bytes. */
const bodyLimit = 64 * 1024 * 1024

/** True when the body is declared as JSON. Other types can be sent by a foreign page without asking first (Fetch, CORS-safelisted). */
const isJson = (contentType: string | undefined) => /^application\/json(?:\s*;\s*charset="?utf-8"?)?$/i.test(contentType ?? '')

/** Reads a whole body as text, null when it is longer than the limit. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > bodyLimit) return null
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > bodyLimit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** Runs the call that the path names and answers `{ value }` or `{ error }`; bytes are an answer that is written already. */
export async function answerCall(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  call: (name: string, args: unknown) => Promise<unknown>,
): Promise<void> {
  if (!isJson(request.headers['content-type'])) {
    return answerRefused(response, 415, 'A call needs the content type application/json.')
  }
  const body = await readBody(request)
  if (body === null) return answerRefused(response, 413, 'This is too much for one call. Nothing was changed.', 'call.invalid')
  let args: unknown
  try {
    args = JSON.parse(body)
  } catch {
    return answerError(response, new GroundworkError('call.invalid', `${name} was called with what is not JSON.`), 400)
  }
  try {
    const value = await call(name, args)
    if (value instanceof Uint8Array) answerWritten(response, value)
    else answerValue(response, value)
  } catch (thrown) {
    answerError(response, thrown)
  }
}
