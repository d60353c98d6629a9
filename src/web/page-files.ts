// Serves the built page from its folder and nothing beside it.
import { createReadStream } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { findPageAsset } from '../core/host/page-assets.ts'
import { pagePolicy } from '../core/host/security-headers.ts'
import { answerPage } from './answers.ts'

/** Answers GET requests for the page and its assets; `path` is the request path without its query. */
export type ServePage = (path: string, response: ServerResponse) => Promise<void>

/** Serves the page built into `root`. */
export function servePageFrom(root: string): ServePage {
  return async (path, response) => {
    const asset = await findPageAsset(root, path)
    if (!asset) return answerPage(response, 404, 'Nothing here', ['Groundwork has no page at this address.'])
    if (asset.isPage) response.setHeader('Content-Security-Policy', pagePolicy)
    // Vite names every asset by its content, so that a kept one can never be out of date.
    if (path.startsWith('/assets/')) response.setHeader('Cache-Control', 'private, max-age=31536000, immutable')
    response.writeHead(200, { 'Content-Type': asset.mediaType, 'Content-Length': asset.size })
    await pipeline(createReadStream(asset.path), response)
  }
}
