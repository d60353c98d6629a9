import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { describe, expect, it, onTestFinished } from 'vitest'
import { fetchPage, systemNetwork, type Answer, type Network } from '../../../src/core/import/fetch-page.ts'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { aCore } from '../a-core.ts'
import { job } from './a-file.ts'

const article = `<html><head><title>Grain and War</title></head><body><article><p>${'Grain leaves the port again under a deal. '.repeat(20)}</p></article></body></html>`

interface Page {
  status?: number
  headers?: Record<string, string>
  body?: string | Uint8Array
}

/** A network of names and pages that counts what is connected to. */
function aNetwork(names: Readonly<Record<string, string[] | string[][]>>, pages: Readonly<Record<string, Page>> = {}) {
  const connections: string[] = []
  const asked = new Map<string, number>()
  const network: Network = {
    async lookup(host) {
      const answers = names[host]
      if (!answers) throw new Error('ENOTFOUND')
      const times = asked.get(host) ?? 0
      asked.set(host, times + 1)
      const [first] = answers
      return typeof first === 'string' ? (answers as string[]) : ((answers as string[][])[Math.min(times, answers.length - 1)] ?? [])
    },
    async request(url, address): Promise<Answer> {
      connections.push(`${address} for ${url.href}`)
      const { status = 200, headers = { 'content-type': 'text/html' }, body = '' } = pages[url.href] ?? { status: 404 }
      return { status, headers, body: Readable.from([Buffer.from(body as string)]) }
    },
  }
  return { network, connections }
}

async function importing(url: string, { network }: { network: Network }) {
  const core = aCore({ network })
  const report = await core.api.sources.importUrl({ url, job })
  return { core, outcome: report.outcomes[0] }
}

/** The code of the refusal that fetching ends in. */
async function refusalOf(url: string, { network }: { network: Network }): Promise<string> {
  const thrown: unknown = await fetchPage(url, network, new AbortController().signal).catch((error: unknown) => error)
  if (!(thrown instanceof GroundworkError)) throw new Error('the page was fetched')
  return thrown.code
}

/** Every way to name a machine that is not on the public internet. */
const hidden = [
  ...'127.0.0.1 127.1 127.255.255.254 2130706433 0x7f000001 0177.0.0.1 0x7f.1 017700000001 0 0.0.0.0 0.1.2.3 10.0.0.1 10.255.255.255 0x0a000001 012.0.0.1'.split(' '),
  ...'172.16.0.1 172.31.255.255 192.168.0.1 192.168.1.254 3232235777 0xc0a80001 169.254.0.1 169.254.169.254 0xa9fea9fe 2852039166 0251.0376.0251.0376'.split(' '),
  ...'100.64.0.1 100.127.255.255 192.0.0.1 192.0.2.1 198.18.0.1 198.19.255.255 198.51.100.1 203.0.113.1 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255'.split(' '),
  ...'[::1] [::] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::ffff:169.254.169.254] [::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::1]'.split(' '),
  ...'[fe80::1] [febf::1] [fec0::1] [fc00::1] [fd00::1] [fd00:ec2::254] [ff02::1] [2001:db8::1] [2002:7f00:1::] [2001::1] [2001:10::1] [100::1] [3fff::1] [::ffff:0:7f00:1] [5f00::1]'.split(' '),
]

describe('a web address', () => {
  it('gives the page at it, fetched from the address that was looked up, with the day', async () => {
    const place = aNetwork({ 'example.org': ['93.184.215.14', '2606:2800:21f:cb07::1'] }, { 'https://example.org/grain': { headers: { 'content-type': 'text/html; charset=utf-8' }, body: article } })
    const { core, outcome } = await importing('https://user:secret@example.org/grain#top', place)
    expect(outcome).toMatchObject({ outcome: 'imported', name: 'https://example.org/grain' })
    expect(core.api.sources.get({ source: outcome?.source ?? '' }).metadata).toMatchObject({ title: 'Grain and War', url: 'https://example.org/grain', accessed: '2026-11-23' })
    expect(place.connections).toEqual(['93.184.215.14 for https://example.org/grain'])
  })

  it('is followed where it leads, five times at most, and unpacked', async () => {
    const to = (location: string) => ({ status: 302, headers: { location } })
    const names = { 'a.org': ['93.184.215.14'], 'b.org': ['93.184.215.15'] }
    const packed = { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' }, body: gzipSync(article) }
    const place = aNetwork(names, { 'http://a.org/': to('//b.org/x'), 'http://b.org/x': to('/y'), 'http://b.org/y': packed })
    expect((await importing('http://a.org', place)).outcome).toMatchObject({ outcome: 'imported', name: 'http://b.org/y' })
    const round = aNetwork(names, { 'http://a.org/': to('/') })
    expect((await importing('http://a.org/', round)).outcome).toMatchObject({ code: 'source.address', reason: 'Nothing was imported: the address leads on more than 5 times.' })
    expect(round.connections.length).toBe(6)
  })

  it.each(hidden)('is not connected to when it is http://%s/', async (host) => {
    const place = aNetwork({})
    expect(await refusalOf(`http://${host}/`, place)).toBe('source.address')
    expect(place.connections).toEqual([])
  })

  it('is not connected to when one of its addresses is hidden, nor when it leads to one', async () => {
    const addresses = hidden.map((host) => host.replace(/^\[|\]$/g, '')).filter((host) => /^\d+\.\d+\.\d+\.\d+$|:/.test(host) && !/^0\d/.test(host))
    for (const address of addresses) {
      const place = aNetwork({ 'a.org': ['93.184.215.14', address] })
      expect(await refusalOf('https://a.org/', place)).toBe('source.address')
      expect(place.connections).toEqual([])
    }
    for (const host of hidden) {
      const place = aNetwork({ 'a.org': ['93.184.215.14'] }, { 'https://a.org/': { status: 301, headers: { location: `http://${host}/` } } })
      expect(await refusalOf('https://a.org/', place)).toBe('source.address')
      expect(place.connections).toEqual(['93.184.215.14 for https://a.org/'])
    }
  })

  it('is asked for once a hop: a name that means another machine the next time is not followed there', async () => {
    const place = aNetwork({ 'a.org': [['93.184.215.14'], ['127.0.0.1']] }, { 'https://a.org/': { status: 302, headers: { location: '/b' } } })
    expect((await importing('https://a.org/', place)).outcome?.code).toBe('source.address')
    expect(place.connections).toEqual(['93.184.215.14 for https://a.org/'])
  })

  it.each(['file:///etc/passwd', 'ftp://a.org/', 'javascript:alert(1)', 'data:text/html,x', 'gopher://a.org/', 'http://', 'words'])('of another kind is refused: %s', async (url) => {
    const place = aNetwork({ 'a.org': ['93.184.215.14'] })
    expect(await refusalOf(url, place)).toBe('source.address')
    expect(place.connections).toEqual([])
  })

  it('that has no page says why', async () => {
    const place = aNetwork({ 'a.org': ['93.184.215.14'] }, { 'https://a.org/p': { headers: { 'content-type': 'image/png' }, body: 'x' } })
    expect((await importing('https://a.org/none', place)).outcome).toMatchObject({ code: 'source.unreachable', reason: 'Nothing was imported: a.org answered with 404, not with a page.' })
    expect((await importing('https://b.org/', place)).outcome).toMatchObject({ code: 'source.unreachable', reason: 'Nothing was imported: b.org could not be reached. Check the address and your connection.' })
    expect((await importing('https://a.org/p', place)).outcome?.code).toBe('source.unsupported')
  })

  it('is refused when what it sends unpacks to more than 50 MB', async () => {
    const bomb = { headers: { 'content-type': 'text/html', 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(60_000_000)) }
    expect((await importing('https://a.org/', aNetwork({ 'a.org': ['93.184.215.14'] }, { 'https://a.org/': bomb }))).outcome?.code).toBe('source.too-large')
  })

  it('is asked for by its name, at the given address alone', async () => {
    const hosts: (string | undefined)[] = []
    const server = createServer((request, response) => {
      hosts.push(request.headers.host)
      response.end('words')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void server.close())
    const port = (server.address() as { port: number }).port
    const answer = await systemNetwork.request(new URL(`http://no-such-name.invalid:${port}/`), '127.0.0.1', AbortSignal.timeout(5000))
    answer.body.resume()
    expect([answer.status, hosts]).toEqual([200, [`no-such-name.invalid:${port}`]])
  })
})
