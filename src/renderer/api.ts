// The renderer's client of the contract. The one place that knows which shell carries the calls.
import type { AnyEvent, Api } from '../shared/api.ts'
import { fromWireError, GroundworkError, type WireError } from '../shared/errors.ts'
import { remote, type Invoke, type Remote } from '../shared/remote.ts'
import type { StagedFile } from '../shared/shell.ts'

/** What either shell offers the page. Electron's preload puts it on `window.groundwork`; the web shell answers over HTTP. */
export interface Bridge {
  invoke(name: string, args: unknown): Promise<{ value: unknown } | { error: WireError }>
  subscribe(listener: (event: AnyEvent) => void): () => void
}

declare global {
  interface Window {
    groundwork?: Bridge
  }
}

const unreachable = 'Groundwork itself is not answering. What was saved is kept; start it again and reload this window.'

const overHttp: Bridge = {
  async invoke(name, args) {
    const response = await fetch(`/api/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
    }).catch(() => {
      throw new GroundworkError('internal', unreachable)
    })
    return response.json()
  },
  subscribe(listener) {
    const events = new EventSource('/events')
    events.addEventListener('message', (message) => listener(JSON.parse(message.data)))
    return () => events.close()
  },
}

const bridge = window.groundwork ?? overHttp

const invoke: Invoke = async (name, args) => {
  const answer = await bridge.invoke(name, args)
  if ('error' in answer) throw fromWireError(answer.error)
  return answer.value
}

/** Every call of the contract; rejects with GroundworkErrors. */
export const api: Remote<Api> = remote(invoke)

/** Hears every event of the core and the shell until the answer is called. */
export const subscribe = (listener: (event: AnyEvent) => void): (() => void) => bridge.subscribe(listener)

/** Where an exported file or an original can be fetched: the same path in both shells. */
export const fileUrl = (file: string): string => `/files/${file}`

/** Sends a chosen, dropped or pasted file to the shell; the answer's id goes to `sources.importFiles`. */
export async function stageFile(file: File): Promise<StagedFile> {
  const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const answer = (await response.json()) as { value: StagedFile } | { error: WireError }
  if ('error' in answer) throw fromWireError(answer.error)
  return answer.value
}
