// A paper to the bytes of a PDF or a Word document in a thread of its own, started on demand and let go when it has been idle.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { GroundworkError } from '../../shared/errors.ts'
import type { Paper } from './paper.ts'
import type { CompileOrder } from './paper-layout.ts'
import type { CompiledPaper } from './typst-compiler.ts'
import type { FormatOrder, Formatted } from '../citations/formatter.ts'
import type { DrawnPages, PageRange } from './page-pictures.ts'
import type { AnyMade, Made, ThreadOrder, TypstRequest, TypstResponse } from './typst-worker.ts'

/** How long an idle thread stays warm, in milliseconds: whoever works on a memo exports it again, and that is ten times faster. */
const idleTime = 300_000

/** Typst lays nested blocks out by recursion in native code; a thread's usual 4 MB are too little for hostile memos. */
const stackSizeMb = 64

interface Pending {
  order: ThreadOrder
  resolve: (made: AnyMade) => void
  reject: (error: Error) => void
}

interface Thread {
  worker: Worker
  pending: Map<number, Pending>
  idle: NodeJS.Timeout | null
}

let thread: Thread | null = null
let lastId = 0

/** The thread's entry: beside this file in the sources; in the build beside it or above the folder of shared chunks. */
function workerFile(): URL {
  const names = import.meta.url.endsWith('.ts') ? ['./typst-worker.ts'] : ['./typst-worker.js', '../typst-worker.js']
  const places = names.map((name) => new URL(name, import.meta.url))
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw failure('the typesetter is not part of this build')
  return found
}

/**
 * Compiles a paper without blocking the calling thread. Rejects with `export.failed` when Typst refuses, and with
 * `job.cancelled` as soon as the signal aborts: what the thread was doing is thrown away with it.
 */
export const compilePaper = (order: CompileOrder, signal?: AbortSignal): Promise<CompiledPaper> => inThread(order, signal)

/** The same for a Word document's bytes. */
export const writeDocx = async (paper: Paper, signal?: AbortSignal): Promise<Uint8Array> =>
  (await inThread({ paper, docx: true as const }, signal)).bytes

/** The same for citations in a style; `folder` is resources/csl. */
export const writeCitations = (citations: FormatOrder, folder: string, signal?: AbortSignal): Promise<Formatted> =>
  inThread({ citations, folder }, signal)

/** The same for some pages as pictures; a paper that was drawn last is not laid out again. */
export const drawPages = (order: CompileOrder, range: PageRange, signal?: AbortSignal): Promise<DrawnPages> =>
  inThread({ ...order, draw: range }, signal)

/**
 * Has a thread started, and fonts and template read in it, while the caller still gathers what is to be set: both take a tenth
 * of a second. Nothing happens where one runs. What is wrong with the resources is said by the paper that comes then.
 */
export function makeTypesetterReady(resources: string): void {
  if (!thread) void inThread({ ready: resources }).catch(() => {})
}

function inThread<Order extends ThreadOrder>(order: Order, signal?: AbortSignal): Promise<Made<Order>> {
  if (signal?.aborted) return Promise.reject(cancelled())
  const id = (lastId += 1)
  return new Promise<Made<Order>>((resolve, reject) => {
    const settle = <T>(then: (value: T) => void) => (value: T) => {
      signal?.removeEventListener('abort', stop)
      then(value)
    }
    const stop = () => abandon(id, reject)
    signal?.addEventListener('abort', stop, { once: true })
    post(id, { order, resolve: settle(resolve as Pending['resolve']), reject: settle(reject) })
  })
}

function post(id: number, pending: Pending): void {
  const used = thread ?? start()
  thread = used
  if (used.idle) clearTimeout(used.idle)
  used.idle = null
  used.worker.ref()
  used.pending.set(id, pending)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  used.worker.postMessage({ id, order: pending.order } satisfies TypstRequest)
}

/** Typst cannot be interrupted, so its thread is given up; other exports that waited for it move to a new one. */
function abandon(id: number, reject: Pending['reject']): void {
  const used = thread
  reject(cancelled())
  if (!used?.pending.delete(id)) return
  const waiting = [...used.pending]
  used.pending.clear()
  discard(used, cancelled())
  for (const [other, pending] of waiting) post(other, pending)
}

/** Ends the thread, if one runs; for a program that is about to end. */
export async function closeTypst(): Promise<void> {
  const open = thread
  if (!open) return
  thread = null
  for (const pending of open.pending.values()) pending.reject(cancelled())
  open.pending.clear()
  await open.worker.terminate()
}

function start(): Thread {
  const worker = new Worker(workerFile(), { resourceLimits: { stackSizeMb } })
  const started: Thread = { worker, pending: new Map(), idle: null }
  worker.on('message', (response: TypstResponse) => answer(started, response))
  worker.on('error', (error) => discard(started, failure(error.message)))
  worker.on('exit', () => discard(started, failure('the typesetter ended unexpectedly')))
  return started
}

function answer(of: Thread, response: TypstResponse): void {
  const pending = of.pending.get(response.id)
  of.pending.delete(response.id)
  if (of.pending.size === 0) rest(of)
  if (!pending) return
  if ('reason' in response) pending.reject(failure(response.reason))
  else pending.resolve(response.made)
}

/** An idle thread must not keep the program from ending. */
function rest(of: Thread): void {
  of.worker.unref()
  of.idle = setTimeout(() => discard(of, cancelled()), idleTime)
  of.idle.unref()
}

function discard(of: Thread, error: Error): void {
  if (thread === of) thread = null
  if (of.idle) clearTimeout(of.idle)
  const waiting = [...of.pending.values()]
  of.pending.clear()
  for (const pending of waiting) pending.reject(error)
  void of.worker.terminate()
}

const cancelled = () => new GroundworkError('job.cancelled', 'The export was cancelled. No file was written.')

const failure = (reason: string) =>
  new GroundworkError(
    'export.failed',
    `The file could not be made: ${reason.replace(/[.\s]+$/u, '')}. The memo is unchanged and no file was written.`,
  )
