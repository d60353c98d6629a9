// Sends the core's events to every open page as server-sent events (WHATWG HTML, "Server-sent events").
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { apiArguments, type AnyEvent, type Feature } from '../shared/api.ts'

/** Below the two minutes after which proxies and sleeping machines drop a silent connection. In milliseconds. */
const heartbeat = 15_000

/** A page that reads nothing for so many bytes is let go; it asks again and is told that everything changed. */
const unreadLimit = 8 * 1024 * 1024

const everything: AnyEvent = {
  name: 'changed',
  data: { features: Object.keys(apiArguments).filter((feature) => feature !== 'shell') as Feature[] },
}

/** Makes the stream. Each event is one `data:` line of JSON. */
export function createEventStream() {
  const pages = new Set<ServerResponse>()
  // Numbers of another run of the program must not look like ours: then a page would believe that it missed nothing.
  const run = randomBytes(4).toString('hex')
  let last = 0
  const write = (page: ServerResponse, text: string) => {
    page.write(text)
    if (page.writableLength > unreadLimit) page.destroy()
  }
  const lines = (event: AnyEvent) => `id: ${run}-${last}\ndata: ${JSON.stringify(event)}\n\n`
  const timer = setInterval(() => {
    for (const page of pages) write(page, ': still here\n\n')
  }, heartbeat)
  timer.unref()
  return {
    /** Answers GET /events; a page that comes back after events it missed is told that everything changed. */
    follow(request: IncomingMessage, response: ServerResponse): void {
      response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
      const seen = request.headers['last-event-id']
      write(response, `retry: 1000\nid: ${run}-${last}\n\n`)
      if (seen !== undefined && seen !== `${run}-${last}`) write(response, lines(everything))
      pages.add(response)
      response.on('close', () => pages.delete(response))
    },
    /** Sends an event to every page. */
    send(event: AnyEvent): void {
      last += 1
      for (const page of pages) write(page, lines(event))
    },
    /** Whether any page follows. */
    isFollowed: (): boolean => pages.size > 0,
    /** Resolves when every page that follows now has gone, or after `limit` milliseconds. */
    async everyPageGone(limit: number): Promise<void> {
      const waiting = new AbortController()
      const gone = Promise.all([...pages].map((page) => once(page, 'close', { signal: waiting.signal })))
      await Promise.race([gone.catch(() => {}), wait(limit, undefined, { signal: waiting.signal }).catch(() => {})])
      waiting.abort()
    },
    /** Ends every connection. */
    close(): void {
      clearInterval(timer)
      for (const page of pages) page.end()
    },
  }
}

export type EventStream = ReturnType<typeof createEventStream>
