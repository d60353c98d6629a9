// Worker-thread entry: opens the core and answers the host's messages one by one.
import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import type { AnyEvent } from '../../shared/api.ts'
import { toWireError, type WireError } from '../../shared/errors.ts'
import { createCore, type Core } from '../core.ts'
import type { WorkerMessage, WorkerRequest, WorkerSettings } from './core-host.ts'
import { makeWorkspace } from './make-workspace.ts'
import { writtenValue } from './written-value.ts'

const settings = workerData as WorkerSettings
if (!parentPort) throw new Error('the core worker runs in a worker thread only')
const port = parentPort

const send = (message: WorkerMessage) => port.postMessage(message)
const log = (line: string) => send({ log: line })

/** What came while one call had the thread to itself; it is answered in order once that is done. */
const held: WorkerRequest[] = []

/** Takes up a Cancel at once and keeps the rest for later. */
function hear(): void {
  for (let next = receiveMessageOnPort(port); next !== undefined; next = receiveMessageOnPort(port)) {
    const request = next.message as WorkerRequest
    if (request.kind === 'call' && request.name === 'jobs.cancel') void handle(request)
    else if (held.push(request) === 1) setImmediate(handleHeld)
  }
}

let core: Core | null = null
let failure: WireError | null = null
try {
  const options = { ...settings, log, hear, onEvent: (event: AnyEvent) => send({ event }) }
  if (!settings.readOnly) makeWorkspace(options)
  core = createCore(options)
} catch (thrown) {
  failure = report(thrown)
}

/** The unexpected is logged whole here, since only a sentence of it crosses the wire. */
function report(thrown: unknown): WireError {
  const wire = toWireError(thrown)
  if (wire.code === 'internal') log(thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown))
  return wire
}

function answer(request: WorkerRequest): unknown {
  if (request.kind === 'close') return core?.close()
  if (!core) throw new Error('the core is not open')
  if (request.kind === 'stage') return core.files.stage(request.path, request.name)
  if (request.kind === 'served') return core.files.served(request.file)
  if (request.kind === 'rebuild') return core.rebuildIndexes(request.tables)
  return core.call(request.name, request.args)
}

function handleHeld(): void {
  for (let next = held.shift(); next !== undefined; next = held.shift()) void handle(next)
}

async function handle(request: WorkerRequest): Promise<void> {
  if (failure && request.kind !== 'close') return send({ id: request.id, error: failure })
  try {
    const value = await answer(request)
    if (request.kind !== 'call' || !request.written) return send({ id: request.id, value })
    const written = writtenValue(value)
    port.postMessage({ id: request.id, value: written } satisfies WorkerMessage, [written.buffer])
  } catch (thrown) {
    send({ id: request.id, error: report(thrown) })
  }
}

port.on('message', (request: WorkerRequest) => {
  handleHeld()
  void handle(request)
})
