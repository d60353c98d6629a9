// Follows the stream of events as a page does.
import type { AnyEvent } from '../../src/shared/api.ts'

/** Follows the stream as EventSource does; `next` answers the next event, `lastId` is what it would send to come back. */
export async function followEvents(web: { address: string; session: string }, lastEventId?: string) {
  const ended = new AbortController()
  const headers = { cookie: web.session, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) }
  const response = await fetch(`http://${web.address}/events`, { headers, signal: ended.signal })
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let unread = ''
  let lastId = ''
  const nextBlock = async (): Promise<string> => {
    while (!unread.includes('\n\n')) {
      const { value, done } = await reader.read()
      if (done) throw new Error('the stream ended')
      unread += value
    }
    const block = unread.slice(0, unread.indexOf('\n\n'))
    unread = unread.slice(block.length + 2)
    lastId = /^id: (.+)$/m.exec(block)?.[1] ?? lastId
    return block
  }
  await nextBlock()
  return {
    type: response.headers.get('content-type'),
    lastId: () => lastId,
    async next(): Promise<AnyEvent> {
      for (;;) {
        const data = /^data: (.+)$/m.exec(await nextBlock())?.[1]
        if (data) return JSON.parse(data)
      }
    },
    end: () => ended.abort(),
  }
}
