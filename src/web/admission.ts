// Who may talk to the loopback server: checks that need no secret. The port is reachable by every page and program.
import type { IncomingMessage } from 'node:http'

/** Why a request is turned away: the HTTP status and a sentence for whoever reads it. */
export interface Refusal {
  status: 400 | 403
  reason: string
}

const refuse = (status: Refusal['status'], reason: string): Refusal => ({ status, reason })

/** All values of a header as they came; Node itself keeps only the first of some that are sent twice. */
function rawValues(request: IncomingMessage, name: string): string[] {
  return request.rawHeaders.filter((_value, at, all) => at % 2 === 1 && all[at - 1]?.toLowerCase() === name)
}

/** True for the one navigation that may come from outside: the user opens the page itself. */
function opensThePage(request: IncomingMessage): boolean {
  const path = request.url?.split('?', 1)[0]
  return request.method === 'GET' && path === '/' && request.headers['sec-fetch-mode'] === 'navigate'
}

/**
 * Checks where a request comes from: the request target, exactly one Host that is `127.0.0.1:PORT` (against DNS
 * rebinding), an Origin of our own or none (against other pages, those of other local ports included, whose requests
 * carry our cookie because a site has no port), and the browser's own word in Sec-Fetch-Site. Null when it may pass.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | null {
  const address = `127.0.0.1:${port}`
  if (!request.url?.startsWith('/') || request.url.startsWith('//')) {
    return refuse(400, 'The address asked for is not one of Groundwork’s.')
  }
  const hosts = rawValues(request, 'host')
  if (hosts.length !== 1 || hosts[0] !== address) {
    return refuse(403, `Groundwork answers at http://${address} only.`)
  }
  const origins = rawValues(request, 'origin')
  if (origins.length > 1 || (origins.length === 1 && origins[0] !== `http://${address}`)) {
    return refuse(403, 'Another page tried to use Groundwork and was refused.')
  }
  const from = request.headers['sec-fetch-site']
  if (from !== undefined && from !== 'same-origin' && from !== 'none' && !opensThePage(request)) {
    return refuse(403, 'Another page tried to use Groundwork and was refused.')
  }
  return null
}
