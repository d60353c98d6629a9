// From an address of the app's scheme to a file of the built page, and to nothing else on the disk.
import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'

const mediaTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

/** What a file of the page is sent as, by the ending of its name. */
export function mediaTypeOf(path: string): string {
  return mediaTypes[extname(path).toLowerCase()] ?? 'application/octet-stream'
}

/**
 * The real path of the file that `pathname` (percent-encoded, starting with a slash) names inside the folder
 * `root`, or null. Links are followed first, so that none leads out.
 */
export async function findAsset(root: string, pathname: string): Promise<string | null> {
  const segments = segmentsOf(pathname === '/' ? '/index.html' : pathname)
  if (!segments) return null
  try {
    const folder = await realpath(root)
    const file = await realpath(join(folder, ...segments))
    if (!file.startsWith(folder + sep)) return null
    return (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

/** The decoded segments of a path, or null when one could mean anything but a name in the folder before it. */
function segmentsOf(pathname: string): string[] | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const segments = decoded.split('/').slice(1)
  const isName = (segment: string) =>
    segment !== '' && segment !== '.' && segment !== '..' && !/[\\:\p{Cc}]/u.test(segment)
  return segments.every(isName) ? segments : null
}
