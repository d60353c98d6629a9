// What both shells say with every answer: nothing may be sniffed, framed, embedded elsewhere or loaded from elsewhere.

const directives = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  // React and ProseMirror set style attributes; style elements come from files alone.
  'style-src-attr': "'unsafe-inline'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
}

const write = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The content security policy of the built page. */
export const pagePolicy = write(directives)

/** For answers that are no page: shown anyway, they load and run nothing. */
export const filePolicy = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The page's policy while developing: Vite's client has an inline script, inline styles and a WebSocket to its
 * server at `host`, a name or address with its port.
 */
export function developmentPolicy(host: string): string {
  return write({
    ...directives,
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': `'self' ws://${host}`,
  })
}

/** The headers of every answer, with the content security policy that fits it. */
export function securityHeaders(policy: string = filePolicy): Record<string, string> {
  return {
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'Cache-Control': 'no-store',
  }
}
