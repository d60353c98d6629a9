// The renderer's client of the contract. The one place that knows which shell carries the calls.
import type { AnyEvent, Api, Feature } from '../shared/api.ts'
import { fromWireError, GroundworkError, type WireError } from '../shared/errors.ts'
import { remote, type Invoke, type Remote } from '../shared/remote.ts'
import type { StagedFile } from '../shared/shell.ts'
import { openLanes } from './lanes.ts'

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

/** A page on its way out may still send its last words, as far as the browser carries them (64 KiB). */
let leaving = false
window.addEventListener('pagehide', () => (leaving = true), { capture: true })
window.addEventListener('pageshow', () => (leaving = false))

const everyFeature: readonly Feature[] = [
  'workspace',
  'sources',
  'library',
  'collections',
  'trash',
  'passages',
  'items',
  'codes',
  'memos',
  'search',
  'suggestions',
  'history',
  'backups',
]

/** One stream for all listeners: a browser keeps but six connections to one server. */
let stream: EventSource | null = null
const listeners = new Set<(event: AnyEvent) => void>()

function openStream(): EventSource {
  const events = new EventSource('/events')
  const tell = (event: AnyEvent) => {
    for (const listener of listeners) listener(event)
  }
  let lost = false
  events.addEventListener('error', () => (lost = true))
  // What changed while the stream was lost is unknown, so that everything counts as changed.
  events.addEventListener('open', () => {
    if (lost) tell({ name: 'changed', data: { features: [...everyFeature] } })
    lost = false
  })
  events.addEventListener('message', (message) => tell(JSON.parse(message.data) as AnyEvent))
  return events
}

const inLane = openLanes()

/** Features whose calls may take long; what the others change is on the disk soon, and who cancels is heard at once. */
const mayTakeLong = /^(exports|checks|citations|reviews|suggestions|backups)\./

async function post(name: string, body: string): Promise<Response> {
  return fetch(`/api/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: leaving && body.length < 15_000,
  }).catch(() => {
    throw new GroundworkError('internal', unreachable)
  })
}

const overHttp: Bridge = {
  invoke: (name, args) => {
    const body = JSON.stringify(args)
    const send = async () => (await post(name, body)).json()
    return mayTakeLong.test(name) && !leaving ? inLane(send) : send()
  },
  subscribe(listener) {
    listeners.add(listener)
    stream ??= openStream()
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      stream?.close()
      stream = null
    }
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
