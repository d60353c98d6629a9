// How the server answers: JSON for calls, a page for people, and the same refusals everywhere.
import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { toWireError, type ErrorCode, type WireError } from '../shared/errors.ts'

/** Answers `{ value }` with status 200. */
export function answerValue(response: ServerResponse, value: unknown): void {
  answerJson(response, 200, { value: value ?? null })
}

/** Answers `{ value }` that was written as JSON in UTF-8 elsewhere. */
export function answerWritten(response: ServerResponse, written: Uint8Array): void {
  answerBody(response, 200, written)
}

/** Answers `{ error }`; failures of a call have status 200, refusals of the server their own. */
export function answerError(response: ServerResponse, thrown: unknown, status = 200): void {
  answerJson(response, status, { error: toWireError(thrown) })
}

/** Answers a refusal as the client of a call expects it. */
export function answerRefused(response: ServerResponse, status: number, message: string, code: ErrorCode = 'call.refused'): void {
  const error: WireError = { code, message }
  answerJson(response, status, { error })
}

const answerJson = (response: ServerResponse, status: number, body: unknown): void => answerBody(response, status, JSON.stringify(body))

function answerBody(response: ServerResponse, status: number, body: string | Uint8Array): void {
  if (response.headersSent) return void response.destroy()
  // A refused request may have sent half its body: the connection is of no more use.
  if (status >= 400) response.setHeader('Connection', 'close')
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' }).end(body)
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:34rem;margin:20vh auto;padding:0 1.5rem;color:#1b1b18;background:#fcfbf8}' +
  'h1{font-size:1.25rem;font-weight:600}@media(prefers-color-scheme:dark){body{color:#e9e7e2;background:#191a1c}}'
const styleHash = createHash('sha256').update(style).digest('base64')

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** Answers a page for a person who cannot come in, whose file is gone, or who has to wait; `sentences` are plain text. */
export function answerPage(response: ServerResponse, status: number, title: string, sentences: string[]): void {
  const paragraphs = sentences.map((sentence) => `<p>${escapeHtml(sentence)}</p>`).join('')
  response
    .writeHead(status, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      Connection: 'close',
    })
    .end(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escapeHtml(title)}</title>` +
        `<style>${style}</style><main><h1>${escapeHtml(title)}</h1>${paragraphs}</main></html>`,
    )
}
