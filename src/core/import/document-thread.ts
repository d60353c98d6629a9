// Documents that are packed, large or many are read in a thread of their own, with a bound on time and on memory.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fromWireError, GroundworkError, type ErrorCode } from '../../shared/errors.ts'
import type { ReadingRequest, ReadingResponse } from './document-worker.ts'
import type { DocumentInput, DocumentRow } from './read-document.ts'
import { backstop, isSpent, threadClock } from './reader-patience.ts'
import { refusal } from './refusal.ts'

/** How long a reader may be silent, in milliseconds of the processor; starting the thread and loading a library is not its work. */
const patience = { start: 30_000, step: 4_000 } as const

/** The most that a document may take up while it is read, in megabytes. */
const mostMemory = 256

/** How much of it may hold what has just been made, in megabytes. Left alone it grows to half of all that the program takes. */
const youngMemory = 48

/** The same for bytes outside of its heap: so many megabytes, and so many times its own size. Looked at so often, in milliseconds. */
const mostBytes = { megabytes: 40, times: 3 } as const
const watching = 25

/** How long an idle thread stays warm, in milliseconds. */
const idleTime = 20_000

/** How many documents lie with the thread at once, so that it reads on while their keeper writes. */
const mostPosted = 24

/** The thread's entry: beside this file in the sources; in the build beside it or above the folder of shared chunks. */
function workerFile(): URL {
  const names = import.meta.url.endsWith('.ts') ? ['./document-worker.ts'] : ['./document-worker.js', '../document-worker.js']
  const places = names.map((name) => new URL(name, import.meta.url))
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error('the reader of packed documents is not part of this build')
  return found
}

/** A document that was read, and the bytes of the file that it was read from. */
export interface ReadFile {
  document: DocumentRow
  bytes: Uint8Array
}

interface Waiting {
  request: ReadingRequest
  resolve(read: { document: DocumentRow; bytes: Uint8Array | null }): void
  reject(reason: unknown): void
}

let thread: Worker | null = null
/** In the order of asking; the first `posted` of them lie with the thread, and the very first is being read. */
const waiting: Waiting[] = []
let posted = 0
let lastId = 0
/** How long the reader of the document that is being read may be silent from now on, and what it has spent of that. */
let allowed = Infinity
let clock: ReturnType<typeof threadClock> | null = null
let idle: NodeJS.Timeout | undefined
let watch: NodeJS.Timeout | undefined

/**
 * Reads a document of any format in the thread, one after the other. Rejects as `readAnyDocument` does, and with
 * `source.too-slow` and `source.too-large` when the reading has to be given up; the documents behind it go on.
 */
export async function readInThread(input: DocumentInput): Promise<DocumentRow> {
  return (await asked({ id: (lastId += 1), input })).document
}

/** The same for a file of about so many bytes, which the thread opens itself. Rejects as `readInThread` and `readWholeFile` do. */
export async function readFileInThread(path: string, name: string, size: number): Promise<ReadFile> {
  const { document, bytes } = await asked({ id: (lastId += 1), path, name, size })
  return { document, bytes: bytes ?? new Uint8Array() }
}

function asked(request: ReadingRequest): Promise<{ document: DocumentRow; bytes: Uint8Array | null }> {
  return new Promise((resolve, reject) => {
    waiting.push({ request, resolve, reject })
    post()
  })
}

/** Ends the thread, if one runs; what waits for it is given up. */
export async function closeDocumentThread(): Promise<void> {
  const open = letGo()
  for (const { reject } of waiting.splice(0)) reject(new GroundworkError('job.cancelled', 'The reading was cancelled.'))
  await open?.terminate()
}

/** Forgets the thread, so that the next document starts another one. */
function letGo(): Worker | null {
  const open = thread
  thread = null
  posted = 0
  allowed = Infinity
  clock = null
  clearTimeout(idle)
  clearInterval(watch)
  watch = undefined
  return open
}

let watched: Waiting | null = null

/** Looks after the document that is being read, from the second look on. */
function look(): void {
  const [first = null] = waiting
  // One that does not even say what it has used is somewhere from where nothing comes back.
  if (clock && clock.since() > backstop * allowed) return tooSlow()
  if (first && first === watched) void weigh(first).catch(() => {})
  watched = first
}

const tooSlow = (): void => giveUp(refused('source.too-slow', 'reading it took too long. It may be damaged, or made to block its reader.'))

/**
 * Gives up a document whose reader is silent for too long, and one for which the thread takes bytes that no limit of its
 * heap counts: streams that inflate.
 */
async function weigh(first: Waiting): Promise<void> {
  const open = thread
  if (!open) return
  const { external_memory: bytes } = await open.getHeapStatistics()
  const spent = await clock?.spent()
  if (open !== thread || first !== waiting[0] || !spent) return
  if (isSpent(spent, allowed)) return tooSlow()
  const size = 'input' in first.request ? first.request.input.bytes.length : first.request.size
  const most = mostBytes.megabytes * 2 ** 20 + mostBytes.times * size
  if (bytes > most) giveUp(refused('source.too-large', 'what is packed in it would take up too much room. It may be made to fill the memory.'))
}

function started(): Worker {
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: mostMemory, maxYoungGenerationSizeMb: youngMemory } })
  worker.on('message', (responses: ReadingResponse[]) => {
    for (const response of responses) if (worker === thread) onResponse(response)
    if (worker === thread) post()
  })
  worker.on('error', (error: Error & { code?: string }) => {
    if (worker !== thread) return
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    giveUp(memory ? refused('source.too-large', `reading it would take more than ${mostMemory} MB of memory.`) : error)
  })
  return worker
}

/** Hands the thread what it may have next, once it is through with half of what it had. */
function post(): void {
  if (waiting.length === 0) return
  if (!thread) {
    thread = started()
    clock = threadClock(thread)
  }
  clearTimeout(idle)
  thread.ref()
  if (posted === 0) wait(patience.start)
  watch ??= setInterval(look, watching)
  if (posted > mostPosted / 2) return
  const requests = waiting.slice(posted, mostPosted).map(({ request }) => request)
  if (requests.length === 0) return
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  thread.postMessage(requests)
  posted += requests.length
}

function wait(milliseconds: number): void {
  allowed = milliseconds
  clock?.begin()
}

/** The refusal of the document that is being read. */
function refused(code: ErrorCode, reason: string): GroundworkError {
  const request = waiting[0]?.request
  const input = request && 'input' in request ? request.input : { bytes: new Uint8Array(), fileName: request?.name ?? null }
  return refusal(code, input, reason)
}

/** Gives up the document that is being read, and its thread with it; those behind it are read in another one. */
function giveUp(reason: unknown): void {
  const open = letGo()
  waiting.shift()?.reject(reason)
  void open?.terminate()
  post()
}

function onResponse(response: ReadingResponse): void {
  const [first] = waiting
  if (response.id !== first?.request.id) return
  if ('step' in response) return wait(response.step ?? patience.step)
  allowed = Infinity
  waiting.shift()
  posted -= 1
  if ('document' in response) first.resolve(response)
  else first.reject(response.unexpected === null ? fromWireError(response.error) : new Error(response.unexpected))
  if (waiting.length === 0) rest()
  else if (posted > 0) wait(patience.start)
}

/** Lets a thread that has nothing to do neither keep the program alive nor hold its memory for long. */
function rest(): void {
  const resting = thread
  clearInterval(watch)
  watch = undefined
  resting?.unref()
  idle = setTimeout(() => {
    if (thread === resting) void letGo()?.terminate()
  }, idleTime)
  idle.unref()
}
