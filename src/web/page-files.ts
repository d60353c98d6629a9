// Serves the built page from its folder and nothing beside it.
import { createReadStream, realpathSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { answerPage } from './answers.ts'
import { pagePolicy } from './security-headers.ts'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
}

/**
 * The file that a request path (still percent-encoded, without query) names in `root`, or null when there is none.
 * Confined by real paths: `..`, its encodings, backslashes, NUL and links that lead outside find nothing.
 */
export function fileFor(root: string, requestPath: string): string | null {
  let path: string
  try {
    path = decodeURIComponent(requestPath)
  } catch {
    return null
  }
  if (/[\0\\]/.test(path) || path.split('/').includes('..')) return null
  try {
    const realRoot = realpathSync(root)
    const file = realpathSync(join(realRoot, path === '/' ? 'index.html' : path))
    return file.startsWith(realRoot + sep) && statSync(file).isFile() ? file : null
  } catch {
    return null
  }
}

/** Answers GET requests for the page and its assets; `path` is the request path without its query. */
export type ServePage = (path: string, response: ServerResponse) => Promise<void>

/** Serves the page built into `root`. */
export function servePageFrom(root: string): ServePage {
  return async (path, response) => {
    const file = fileFor(root, path)
    const mediaType = file ? mediaTypes[extname(file)] : undefined
    if (!file || !mediaType) return answerPage(response, 404, 'Nothing here', ['Groundwork has no page at this address.'])
    if (mediaType.startsWith('text/html')) response.setHeader('Content-Security-Policy', pagePolicy)
    // Vite names every asset by its content, so that a kept one can never be out of date.
    if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
    response.writeHead(200, { 'Content-Type': mediaType, 'Content-Length': statSync(file).size })
    await pipeline(createReadStream(file), response)
  }
}
