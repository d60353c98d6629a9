// The loopback HTTP server: admits, then routes. Knows no call of the contract.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { CoreHost } from '../core/host/core-host.ts'
import { securityHeaders } from '../core/host/security-headers.ts'
import type { Uploads } from '../core/host/uploads.ts'
import { GroundworkError } from '../shared/errors.ts'
import { refusalOf } from './admission.ts'
import { answerError, answerPage, answerRefused } from './answers.ts'
import { answerCall } from './call-route.ts'
import { answerFile, answerShown } from './downloads.ts'
import type { EventStream } from './event-stream.ts'
import { createKeys, type Keys } from './keys.ts'
import type { ServePage } from './page-files.ts'
import { answerUpload } from './uploads.ts'

// As a module of its own, `node:http` would load all that fetches from the web too, at every start.
const { createServer } = process.getBuiltinModule('node:http')

/** What the server serves. `port` 0 takes a free one. */
export interface WebServerOptions {
  port: number
  host: () => CoreHost
  /** Answers a value, or bytes that are written as the page reads them. */
  call: (name: string, args: unknown) => Promise<unknown>
  events: EventStream
  uploads: Uploads
  page: ServePage
  /** The one session to use; see keys.ts. */
  session?: string | null
  log: (line: string) => void
}

/** A listening server. */
export interface WebServer {
  readonly port: number
  /** A fresh link that works once; see keys.ts. */
  newLink(): string
  /** Whether a request that is no ordinary one (a protocol upgrade) comes from our page with its cookie. */
  admits(request: IncomingMessage): boolean
  readonly http: Server
  close(): Promise<void>
}

interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  path: string
  query: URLSearchParams
}

interface Route {
  method: string
  path: RegExp
  answer: (exchange: Exchange, rest: string) => Promise<void> | void
}

function routesOf(options: WebServerOptions): Route[] {
  return [
    { method: 'GET', path: /^\/events$/, answer: ({ request, response }) => options.events.follow(request, response) },
    { method: 'POST', path: /^\/api\/([\w.-]+)$/, answer: ({ request, response }, name) => answerCall(request, response, name, options.call) },
    {
      method: 'POST',
      path: /^\/files$/,
      answer: ({ request, response, query }) =>
        answerUpload(request, response, query.get('name') ?? '', { uploads: options.uploads, host: options.host() }),
    },
    { method: 'GET', path: /^\/files\/([^/]*)$/, answer: ({ response }, id) => answerFile(response, id, options.host()) },
    { method: 'GET', path: /^\/files\/([^/]*)\/shown$/, answer: ({ response }, id) => answerShown(response, id, options.host()) },
    { method: 'GET', path: /^(?!\/(?:api|files|events)(?:\/|$))(\/.*)$/, answer: ({ response }, path) => options.page(path, response) },
  ]
}

const isPage = (path: string) => path === '/' || path === '/index.html'

/** Refuses in the form that the asker reads: a page for the page, JSON for everything else. */
function refuse({ response, path }: Exchange, status: number, sentences: string[]): void {
  if (isPage(path)) answerPage(response, status, 'This is Groundwork, but not for you yet', sentences)
  else answerRefused(response, status, sentences.join(' '))
}

const howToComeIn = [
  'Use the link that Groundwork printed in the terminal where it was started. Each link works once.',
  'Press Enter in that terminal for a fresh link.',
]

/** True when the request was answered: turned away, or let in by its link. */
function answeredAtTheDoor(exchange: Exchange, keys: Keys, port: number): boolean {
  const { request, response, path, query } = exchange
  const refusal = refusalOf(request, port)
  if (refusal) {
    refuse(exchange, refusal.status, [refusal.reason])
    return true
  }
  const known = keys.admits(request.headers.cookie)
  const token = request.method === 'GET' && path === '/' ? query.get('token') : null
  if (token !== null) {
    const cookie = keys.swap(token)
    if (cookie) response.setHeader('Set-Cookie', cookie)
    // Off the address bar and out of the history, whether it was needed or not.
    if (cookie || known) response.writeHead(303, { Location: '/' }).end()
    else refuse(exchange, 403, ['This link was used before, or is not of this run of Groundwork.', ...howToComeIn])
    return true
  }
  if (!known) refuse(exchange, 401, howToComeIn)
  return !known
}

async function route(exchange: Exchange, routes: Route[]): Promise<void> {
  const { request, response, path } = exchange
  const matching = routes.filter((each) => each.path.test(path))
  const found = matching.find((each) => each.method === request.method)
  if (found) return found.answer(exchange, found.path.exec(path)?.[1] ?? '')
  const allowed = matching.map((each) => each.method).join(', ')
  if (allowed) response.setHeader('Allow', allowed)
  answerRefused(response, allowed ? 405 : 404, 'Groundwork has nothing at this address for this request.')
}

function listen(http: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') {
        reject(new GroundworkError('shell.port-in-use', `Port ${port} is in use by another program. Choose another with --port, or none for a free one.`))
      } else if (error.code === 'EACCES') {
        reject(new GroundworkError('shell.refused', `Port ${port} may not be used by this user. Choose one above 1023 with --port.`))
      } else reject(error)
    })
    http.listen({ port, host: '127.0.0.1', exclusive: true }, () => resolve((http.address() as AddressInfo).port))
  })
}

/** What Node's parser refuses never becomes a request; it gets our headers all the same. */
function answerMalformed(_error: Error, socket: Socket): void {
  if (!socket.writable) return
  const headers = Object.entries({ ...securityHeaders(), Connection: 'close', 'Content-Length': '0' })
  socket.end(`HTTP/1.1 400 Bad Request\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`)
}

/** Starts the server on 127.0.0.1; rejects with `shell.port-in-use`. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const routes = routesOf(options)
  let port = options.port
  let keys = createKeys(port, options.session)
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    // What answers may then say otherwise, for example the page's own policy.
    response.setHeaders(new Map(Object.entries(securityHeaders())))
    const [path = '/', query = ''] = (request.url ?? '/').split(/\?(.*)/s, 2)
    const exchange = { request, response, path, query: new URLSearchParams(query) }
    if (answeredAtTheDoor(exchange, keys, port)) return
    route(exchange, routes).catch((thrown: unknown) => {
      // A page that closes while it is answered is no failure.
      if (response.destroyed) return
      options.log(`${request.method} ${path} failed: ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
      answerError(response, thrown, 500)
    })
  }
  // Node answers a missing Host by itself, without our headers: refusalOf does it.
  const http = createServer({ requireHostHeader: false }, answer)
  http.on('clientError', answerMalformed)
  http.on('checkExpectation', answer)
  port = await listen(http, port)
  keys = createKeys(port, options.session)
  return {
    port,
    http,
    newLink: () => keys.newLink(),
    admits: (request) => refusalOf(request, port) === null && keys.admits(request.headers.cookie),
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve())
        http.closeIdleConnections()
        setTimeout(() => http.closeAllConnections(), 1000).unref()
      }),
  }
}
