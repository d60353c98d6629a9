// The headers of every answer: nothing may be sniffed, framed, embedded elsewhere or loaded from elsewhere.
import type { ServerResponse } from 'node:http'

/**
 * What the page may load. Only style attributes may be inline, since React and ProseMirror set them;
 * style elements and scripts come from our own files.
 */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** For answers that are no page: a browser that shows them anyway loads and runs nothing. */
export const filePolicy = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** The headers that every answer carries, whatever it is. */
export const baseHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Content-Security-Policy': filePolicy,
  'Cache-Control': 'no-store',
}

/** Sets the base headers; what answers may then say more, for example the page's own policy. */
export function setBaseHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(baseHeaders)) response.setHeader(name, value)
}
