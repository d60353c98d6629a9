// A machine on a web of two names: `paper.example` has a public address, `inside.example` one of a private network. What
// connects to the public one reaches the test's own server; what asks and checks before that is the program's own.
import dns from 'node:dns'
import http, { type ClientRequest } from 'node:http'
import { syncBuiltinESMExports } from 'node:module'

const port = Number(process.env.TEST_WEB_PORT)
const names: Readonly<Record<string, string>> = { 'paper.example': '93.184.215.14', 'inside.example': '10.20.30.40' }

const lookup = async (host: string) => {
  const address = names[host]
  if (!address) throw new Error('ENOTFOUND')
  return [{ address, family: 4 }]
}
Object.assign(dns.promises, { lookup })

type Lookup = (host: string, options: { all?: boolean }, done: (error: Error | null, ...found: unknown[]) => void) => void
const { request } = http

/** The address that a connection is made to, as the one who connects says it. */
const addressOf = (asked: Lookup) =>
  new Promise<string>((resolve, reject) => {
    asked('', {}, (error, address) => (error || typeof address !== 'string' ? reject(error ?? new Error('no address')) : resolve(address)))
  })

http.request = ((url: URL, options: http.RequestOptions & { lookup: Lookup }, done: (answer: http.IncomingMessage) => void): ClientRequest =>
  request(url, {
    ...options,
    port,
    lookup: (_host, wanted, found) => {
      void addressOf(options.lookup).then((address) => {
        if (address !== names['paper.example']) return found(new Error('EHOSTUNREACH'), '', 4)
        if (wanted.all) found(null, [{ address: '127.0.0.1', family: 4 }])
        else found(null, '127.0.0.1', 4)
      })
    },
  }, done)) as typeof http.request
syncBuiltinESMExports()
