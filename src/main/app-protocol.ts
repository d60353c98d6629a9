// Answers the app's own scheme: the built page, uploads on their way in, exported files on their way out.
import { readFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { net } from 'electron'
import type { Download } from '../core/host/downloads.ts'
import { findPageAsset } from '../core/host/page-assets.ts'
import { developmentPolicy, filePolicy, pagePolicy, securityHeaders } from '../core/host/security-headers.ts'
import type { Upload } from '../core/host/uploads.ts'
import { toWireError } from '../shared/errors.ts'
import { appOrigin, parseAppAddress } from './app-address.ts'

/** What stands behind the scheme. */
export interface AppProtocolParts {
  log(line: string): void
  /** The folder of the built page. */
  assets: string
  /** Vite's server while developing; null serves the built page. */
  developmentServer: URL | null
  /** Takes in a file from the page. */
  upload(file: Upload): Promise<unknown>
  /** A finished file; null when it is gone. */
  download(id: string): Promise<Download | null>
}

type Content = string | Uint8Array<ArrayBuffer> | ReadableStream | ArrayBuffer

const plain = { 'content-type': 'text/plain; charset=utf-8' }

function answer(status: number, body: Content, headers: Record<string, string>, policy = filePolicy): Response {
  return new Response(body, { status, headers: { ...securityHeaders(policy), ...headers } })
}

const nothingHere = () => answer(404, 'Nothing here.', plain)

/** The handler for `protocol.handle`; it never throws. */
export function createAppProtocol(parts: AppProtocolParts): (request: Request) => Promise<Response> {
  async function page(url: URL): Promise<Response> {
    if (url.pathname === '/blank.html') {
      return answer(200, '<!doctype html><title>Groundwork</title>', { 'content-type': 'text/html; charset=utf-8' }, pagePolicy)
    }
    if (parts.developmentServer) return fromServer(parts.developmentServer, url)
    const asset = await findPageAsset(parts.assets, url.pathname)
    if (!asset) return nothingHere()
    const policy = asset.isPage ? pagePolicy : filePolicy
    return answer(200, await readFile(asset.path), { 'content-type': asset.mediaType }, policy)
  }

  async function upload(request: Request, url: URL): Promise<Response> {
    const origin = request.headers.get('origin')
    if (origin !== null && origin !== appOrigin) return answer(403, 'Refused.', plain)
    if (request.headers.get('content-type') !== 'application/octet-stream') {
      return answer(415, 'A file needs the content type application/octet-stream.', plain)
    }
    const json = (body: unknown) => answer(200, JSON.stringify(body), { 'content-type': 'application/json; charset=utf-8' })
    const file = {
      bytes: request.body ? Readable.fromWeb(request.body) : Readable.from([]),
      name: url.searchParams.get('name') ?? '',
      declaredSize: Number(request.headers.get('content-length') ?? 0),
    }
    return parts.upload(file).then(
      (value) => json({ value }),
      (thrown: unknown) => json({ error: toWireError(thrown) }),
    )
  }

  async function download(id: string): Promise<Response> {
    const file = await parts.download(id)
    return file ? answer(200, Readable.toWeb(file.bytes) as ReadableStream, file.headers) : nothingHere()
  }

  async function route(request: Request): Promise<Response> {
    const url = parseAppAddress(request.url)
    if (!url) return nothingHere()
    const { method } = request
    if (method === 'POST' && url.pathname === '/files') return upload(request, url)
    if (method !== 'GET') return answer(405, 'Not here.', { ...plain, allow: 'GET' })
    const id = /^\/files\/([^/]+)$/.exec(url.pathname)?.[1]
    return id === undefined ? page(url) : download(id)
  }

  return (request) =>
    route(request).catch((thrown: unknown) => {
      parts.log(`app scheme: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
      return answer(500, 'Something went wrong inside Groundwork.', plain)
    })
}

async function fromServer(server: URL, url: URL): Promise<Response> {
  const found = await net.fetch(new URL(url.pathname + url.search, server).href)
  const type = found.headers.get('content-type') ?? 'application/octet-stream'
  return answer(found.status, await found.arrayBuffer(), { 'content-type': type }, developmentPolicy(server.host))
}
