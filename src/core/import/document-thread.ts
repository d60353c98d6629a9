// Documents that are packed, large or many are read in a thread of their own, with a bound on time and on memory.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fromWireError, GroundworkError } from '../../shared/errors.ts'
import type { ReadingRequest, ReadingResponse } from './document-worker.ts'
import type { DocumentInput, ReadDocument } from './read-document.ts'
import { refusal } from './refusal.ts'

/** How long a reader may be silent, in milliseconds; starting the thread and loading a library is not its work. */
const patience = { start: 30_000, step: 4_000 } as const

/** The most that a document may take up while it is read, in megabytes. */
const mostMemory = 256

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

interface Waiting {
  id: number
  input: DocumentInput
  resolve(document: ReadDocument): void
  reject(reason: unknown): void
}

let thread: Worker | null = null
/** In the order of asking; the first `posted` of them lie with the thread, and the very first is being read. */
const waiting: Waiting[] = []
let posted = 0
let lastId = 0
let timer: NodeJS.Timeout | undefined
let idle: NodeJS.Timeout | undefined

/**
 * Reads a document of any format in the thread, one after the other. Rejects as `readAnyDocument` does, and with
 * `source.too-slow` and `source.too-large` when the reading has to be given up; the documents behind it go on.
 */
export function readInThread(input: DocumentInput): Promise<ReadDocument> {
  return new Promise((resolve, reject) => {
    waiting.push({ id: (lastId += 1), input, resolve, reject })
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
  clearTimeout(timer)
  clearTimeout(idle)
  return open
}

function started(): Worker {
  const worker = new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: mostMemory } })
  worker.on('message', (response: ReadingResponse) => {
    if (worker === thread) onResponse(response)
  })
  worker.on('error', (error: Error & { code?: string }) => {
    if (worker !== thread) return
    const input = waiting[0]?.input
    const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    giveUp((memory && input && refusal('source.too-large', input, `reading it would take more than ${mostMemory} MB of memory.`)) || error)
  })
  return worker
}

function post(): void {
  if (waiting.length === 0) return
  thread ??= started()
  clearTimeout(idle)
  thread.ref()
  if (posted === 0) wait(patience.start)
  for (const { id, input } of waiting.slice(posted, mostPosted)) {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    thread.postMessage({ id, input } satisfies ReadingRequest)
    posted += 1
  }
}

function wait(milliseconds: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => {
    const input = waiting[0]?.input
    if (input) giveUp(refusal('source.too-slow', input, 'reading it took too long. It may be damaged, or made to block its reader.'))
  }, milliseconds)
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
  if (response.id !== first?.id) return
  if ('step' in response) return wait(response.step ?? patience.step)
  clearTimeout(timer)
  waiting.shift()
  posted -= 1
  if ('document' in response) first.resolve(response.document)
  else first.reject(response.unexpected === null ? fromWireError(response.error) : new Error(response.unexpected))
  if (waiting.length === 0) return rest()
  if (posted > 0) wait(patience.start)
  post()
}

/** Lets a thread that has nothing to do neither keep the program alive nor hold its memory for long. */
function rest(): void {
  const resting = thread
  resting?.unref()
  idle = setTimeout(() => {
    if (thread === resting) void letGo()?.terminate()
  }, idleTime)
  idle.unref()
}
