// From the path of a request to a file of the built page, and to nothing else on the disk; for both shells.
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

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

/** A file of the page: its real path, what it is sent as, its size in bytes, and whether it is a page itself. */
export interface PageAsset {
  path: string
  mediaType: string
  size: number
  isPage: boolean
}

/**
 * The file that `requestPath` (percent-encoded, starting with a slash, without query) names inside the folder `root`;
 * null when there is none, or none of a type that the page is made of. Links are followed first, so that none leads
 * out; `..`, backslashes, colons and control characters, encoded or not, find nothing.
 */
export async function findPageAsset(root: string, requestPath: string): Promise<PageAsset | null> {
  const segments = segmentsOf(requestPath === '/' ? '/index.html' : requestPath)
  if (!segments) return null
  try {
    const folder = await realpath(root)
    const path = await realpath(join(folder, ...segments))
    const mediaType = mediaTypes[extname(path)]
    if (!path.startsWith(folder + sep) || mediaType === undefined) return null
    const found = await stat(path)
    return found.isFile() ? { path, mediaType, size: found.size, isPage: mediaType === mediaTypes['.html'] } : null
  } catch {
    return null
  }
}

/** The decoded segments of a path, or null when one could mean anything but a name in the folder before it. */
function segmentsOf(requestPath: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(requestPath)
  } catch {
    return null
  }
  const [before, ...segments] = decoded.split('/')
  const isName = (segment: string) =>
    segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment)
  return before === '' && segments.every(isName) ? segments : null
}
