// Fetches the one page that the analyst names. Each hop's address is looked up once, checked, and connected to as such.
import { lookup as systemLookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { GroundworkError } from '../../shared/errors.ts'
import { isPublicAddress } from './public-address.ts'

/** An answer of a server; its body has not been read. */
export interface Answer {
  status: number
  headers: Readonly<Record<string, string | undefined>>
  body: Readable
}

/** The network as far as an import needs it; given, so that tests can see that nothing is connected to. */
export interface Network {
  /** Every address of a host name. */
  lookup(host: string): Promise<string[]>
  /** Asks for a page from exactly this address, whatever the name means by now. */
  request(url: URL, address: string, signal: AbortSignal): Promise<Answer>
}

/** A fetched page; `url` is where it was in the end. */
export interface FetchedPage {
  bytes: Uint8Array
  url: string
  mediaType: string | null
}

const mostRedirects = 5
const mostBytes = 50 * 1024 * 1024
const mostTime = 30_000

const refused = (code: 'source.address' | 'source.unreachable' | 'source.too-large', reason: string) =>
  new GroundworkError(code, `Nothing was imported: ${reason}`)

/**
 * Fetches a page. Rejects with `source.address` (an address that may not be fetched), `source.unreachable` and
 * `source.too-large` (50 MB); with `job.cancelled` when the signal aborts.
 */
export async function fetchPage(address: string, network: Network, signal: AbortSignal): Promise<FetchedPage> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(mostTime)])
  let url = webAddress(address)
  try {
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const answer = await network.request(url, await checkedAddress(url, network), limit)
      const next = answer.status >= 300 && answer.status < 400 ? answer.headers.location : undefined
      if (next === undefined) return await pageOf(answer, url)
      answer.body.destroy()
      url = webAddress(next, url)
    }
    throw refused('source.address', `the address leads on more than ${mostRedirects} times.`)
  } catch (thrown) {
    if (signal.aborted) throw new GroundworkError('job.cancelled', 'The import was cancelled. Nothing was imported.')
    if (thrown instanceof GroundworkError) throw thrown
    if (limit.aborted) throw refused('source.unreachable', `${url.host} took longer than ${mostTime / 1000} seconds.`)
    throw refused('source.unreachable', `${url.host} could not be reached. Check the address and your connection.`)
  }
}

function webAddress(written: string, base?: URL): URL {
  const url = URL.parse(written.trim(), base?.href)
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') throw refused('source.address', 'a web address begins with https:// or http://.')
  ;[url.username, url.password, url.hash] = ['', '', '']
  return url
}

async function checkedAddress(url: URL, network: Network): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const found = isIP(host) ? [host] : await network.lookup(host)
  const [first] = found
  if (first === undefined || !found.every(isPublicAddress)) {
    throw refused('source.address', `${url.host} is not on the public internet, and pages of this machine or of a local network are not fetched.`)
  }
  return first
}

async function pageOf(answer: Answer, url: URL): Promise<FetchedPage> {
  if (answer.status < 200 || answer.status > 299) {
    answer.body.destroy()
    throw refused('source.unreachable', `${url.host} answered with ${answer.status}, not with a page.`)
  }
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of unpacked(answer)) {
    size += (chunk as Buffer).length
    if (size > mostBytes) {
      answer.body.destroy()
      throw refused('source.too-large', `the page is larger than ${mostBytes / 1024 / 1024} MB.`)
    }
    chunks.push(chunk as Buffer)
  }
  return { bytes: Buffer.concat(chunks), url: url.href, mediaType: answer.headers['content-type'] ?? null }
}

function unpacked({ headers, body }: Answer): Readable {
  const coding = (headers['content-encoding'] ?? 'identity').toLowerCase()
  const unpack = coding === 'gzip' || coding === 'x-gzip' ? createGunzip() : coding === 'br' ? createBrotliDecompress() : coding === 'deflate' ? createInflate() : null
  if (!unpack) return body
  body.on('error', (error) => unpack.destroy(error))
  return body.pipe(unpack)
}

/** The machine's own network. */
export const systemNetwork: Network = {
  lookup: async (host) => (await systemLookup(host, { all: true, verbatim: true })).map(({ address }) => address),
  request: (url, address, signal) =>
    new Promise((resolve, reject) => {
      // Loaded here, since every start would load them otherwise.
      const ask = (url.protocol === 'https:' ? process.getBuiltinModule('node:https') : process.getBuiltinModule('node:http')).request
      const family = isIP(address)
      const asking = ask(
        url,
        {
          signal,
          agent: false,
          // The name is not looked up again: whatever it means by now, the address that was checked is used.
          lookup: (_host, options, done) => {
            if (options.all) done(null, [{ address, family }])
            else done(null, address, family)
          },
          headers: { accept: 'text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5', 'accept-encoding': 'gzip', 'user-agent': 'Groundwork' },
        },
        (answer) => {
          const headers = Object.fromEntries(Object.entries(answer.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]))
          resolve({ status: answer.statusCode ?? 0, headers, body: answer })
        },
      )
      asking.on('error', reject)
      asking.end()
    }),
}
