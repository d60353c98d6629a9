// A real web shell over a real workspace, and raw requests to it.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { servePageFrom } from '../../src/web/page-files.ts'
import { startWebShell, type WebShell } from '../../src/web/run-web-shell.ts'

/** A page of three files, and beside its folder a secret that two links point to. */
function aPage(folder: string): string {
  const page = join(folder, 'page')
  mkdirSync(join(page, 'assets'), { recursive: true })
  writeFileSync(join(page, 'index.html'), '<!doctype html><title>the page</title>')
  writeFileSync(join(page, 'assets', 'main.js'), 'export {}')
  writeFileSync(join(page, 'assets', 'readme'), 'no known ending')
  writeFileSync(join(folder, 'secret.js'), 'the secret')
  mkdirSync(join(folder, 'page-beside'))
  writeFileSync(join(folder, 'page-beside', 'secret.js'), 'the secret')
  symlinkSync(join(folder, 'secret.js'), join(page, 'link.js'))
  symlinkSync(folder, join(page, 'up'))
  return page
}

/** What came back, headers in lower case. */
export interface RawAnswer {
  status: number
  headers: Record<string, string>
  body: string
}

function parseAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(lines.map((line) => [line.split(': ', 1)[0]?.toLowerCase(), line.slice(line.indexOf(': ') + 2)]))
  return { status: Number(first.split(' ')[1]), headers, body: rest.join('\r\n\r\n') }
}

/** Sends bytes as they are and answers what comes back until the server closes the connection. */
export function sendRaw(port: number, text: string | Buffer): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(parseAnswer(Buffer.concat(chunks).toString('utf8'))))
  })
}

export interface Ask {
  method?: string
  path?: string
  /** Header lines; `Host` and the cookie are added unless they are named here (null leaves one out). */
  headers?: Record<string, string | null>
  body?: string
}

/** A web shell in a folder of its own. `ask` sends one request as the page would, cookie included. */
export async function aWebShell() {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-web-'))
  const data = join(folder, 'data')
  const options = { workspace: join(folder, 'one.groundwork'), port: 0, openBrowser: false, data, help: false, version: false }
  const shell: WebShell = await startWebShell(options, { page: servePageFrom(aPage(folder)) })
  const { port } = shell.server
  const address = `127.0.0.1:${port}`

  const ask = (asked: Ask = {}, cookie: string | null = session): Promise<RawAnswer> => {
    const headers = { Host: address, Cookie: cookie, Connection: 'close', ...asked.headers }
    const length = asked.body === undefined ? [] : [`Content-Length: ${Buffer.byteLength(asked.body)}`]
    const lines = Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
    return sendRaw(
      port,
      [`${asked.method ?? 'GET'} ${asked.path ?? '/'} HTTP/1.1`, ...lines, ...length, '', asked.body ?? ''].join('\r\n'),
    )
  }
  const enter = (path: string) => ask({ path }, null)
  let session: string | null = null
  const pathOf = (link: string) => link.slice(link.indexOf('/?'))
  session = (await enter(pathOf(shell.server.newLink()))).headers['set-cookie']?.split(';')[0] ?? null

  return {
    shell,
    folder,
    data,
    port,
    address,
    ask,
    session: session ?? '',
    /** The path of a fresh one-use link. */
    newLinkPath: () => pathOf(shell.server.newLink()),
    /** Runs a call as the page does and answers the JSON. */
    async call(name: string, args: unknown): Promise<{ value?: unknown; error?: { code: string; message: string } }> {
      const headers = { 'Content-Type': 'application/json', Origin: `http://${address}` }
      return JSON.parse(bodyOf(await ask({ method: 'POST', path: `/api/${name}`, headers, body: JSON.stringify(args) })))
    },
    async close() {
      await shell.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A body without the framing of chunks. */
export function bodyOf(answer: RawAnswer): string {
  if (answer.headers['transfer-encoding'] !== 'chunked') return answer.body
  let rest = Buffer.from(answer.body)
  const parts: Buffer[] = []
  for (;;) {
    const end = rest.indexOf('\r\n')
    const size = Number.parseInt(rest.subarray(0, end).toString('latin1'), 16)
    if (!(size > 0)) return Buffer.concat(parts).toString('utf8')
    parts.push(rest.subarray(end + 2, end + 2 + size))
    rest = rest.subarray(end + 2 + size + 2)
  }
}
