// The one address a window may show, and the one frame that may call.
import type { WebFrameMain } from 'electron'

/** The scheme that serves the page and its files. */
export const appScheme = 'app'

/** The only host under it. */
export const appHost = 'groundwork'

/** The origin as Chromium writes it. */
export const appOrigin = `${appScheme}://${appHost}`

/** The program's page. */
export const appPage = `${appOrigin}/index.html`

/** An empty page, shown while one workspace is swapped for another. */
export const blankPage = `${appOrigin}/blank.html`

const pages = new Set(['/', '/index.html', '/blank.html'])

/**
 * Parses an address of the app's own host; null for any other, however alike it looks. Addresses come from
 * Chromium in canonical form: a backslash, a space or a control character in one means that it does not.
 */
export function parseAppAddress(address: string): URL | null {
  if (/[\s\\\p{Cc}]/u.test(address)) return null
  const url = URL.parse(address)
  if (!url || url.protocol !== `${appScheme}:` || url.host !== appHost) return null
  return url.username === '' && url.password === '' ? url : null
}

/** Whether a window may navigate to an address: only to the page it shows already. */
export function isAppPage(address: string): boolean {
  const url = parseAppAddress(address)
  return url !== null && pages.has(url.pathname)
}

/** Whether a message comes from the app's page itself: its top frame, of its own origin, still alive. */
export function isAppFrame(frame: WebFrameMain | null): boolean {
  try {
    return frame !== null && frame.parent === null && frame.origin === appOrigin
  } catch {
    // Electron throws on reading a frame that is gone; nobody is left to answer.
    return false
  }
}
