// Packed documents are read in a thread of their own, with a bound on time and on memory.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { fromWireError } from '../../shared/errors.ts'
import type { ReadingRequest, ReadingResponse } from './document-worker.ts'
import type { DocumentInput, ReadDocument } from './read-document.ts'
import { refusal } from './refusal.ts'

/** How long a reader may be silent, in milliseconds; starting the thread and loading a library is not its work. */
const patience = { start: 30_000, step: 4_000 } as const

/** The most that a document may take up while it is read, in megabytes. */
const mostMemory = 256

/** How long an idle thread stays warm, in milliseconds. */
const idleTime = 20_000

/** The thread's entry: beside this file in the sources; in the build beside it or above the folder of shared chunks. */
function workerFile(): URL {
  const names = import.meta.url.endsWith('.ts') ? ['./document-worker.ts'] : ['./document-worker.js', '../document-worker.js']
  const places = names.map((name) => new URL(name, import.meta.url))
  const found = places.find((place) => existsSync(fileURLToPath(place)))
  if (!found) throw new Error('the reader of packed documents is not part of this build')
  return found
}

interface Thread {
  worker: Worker
  idle: NodeJS.Timeout | null
}

let thread: Thread | null = null
let lastId = 0
let queue: Promise<unknown> = Promise.resolve()

/**
 * Reads a document of any format in the thread, one after the other. Rejects as `readAnyDocument` does, and with
 * `source.too-slow` and `source.too-large` when the reading has to be given up.
 */
export function readInThread(input: DocumentInput): Promise<ReadDocument> {
  const reading = queue.then(() => readNow(input))
  queue = reading.catch(() => {})
  return reading
}

/** Ends the thread, if one runs. */
export async function closeDocumentThread(): Promise<void> {
  const open = thread
  thread = null
  if (open?.idle) clearTimeout(open.idle)
  await open?.worker.terminate()
}

function started(): Thread {
  const used = thread ?? { worker: new Worker(workerFile(), { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }), idle: null }
  thread = used
  if (used.idle) clearTimeout(used.idle)
  used.worker.ref()
  return used
}

function readNow(input: DocumentInput): Promise<ReadDocument> {
  const used = started()
  const id = (lastId += 1)
  return new Promise<ReadDocument>((resolve, reject) => {
    let timer: NodeJS.Timeout
    const wait = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        giveUp()
        reject(refusal('source.too-slow', input, 'reading it took too long. It may be damaged, or made to block its reader.'))
      }, milliseconds)
    }
    const settle = () => {
      clearTimeout(timer)
      used.worker.off('message', onMessage)
      used.worker.off('error', onError)
    }
    const giveUp = () => {
      settle()
      if (thread === used) thread = null
      void used.worker.terminate()
    }
    const onError = (error: Error & { code?: string }) => {
      giveUp()
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
      const known = memory && refusal('source.too-large', input, `reading it would take more than ${mostMemory} MB of memory.`)
      reject(known || error)
    }
    const onMessage = (response: ReadingResponse) => {
      if (response.id !== id) return
      if ('step' in response) return wait(response.step ?? patience.step)
      settle()
      rest(used)
      if ('document' in response) resolve(response.document)
      else reject(response.unexpected === null ? fromWireError(response.error) : new Error(response.unexpected))
    }
    used.worker.on('message', onMessage)
    used.worker.on('error', onError)
    wait(patience.start)
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    used.worker.postMessage({ id, input } satisfies ReadingRequest)
  })
}

/** Lets a thread that has nothing to do neither keep the program alive nor hold its memory for long. */
function rest(used: Thread): void {
  used.worker.unref()
  used.idle = setTimeout(() => {
    if (thread === used) thread = null
    void used.worker.terminate()
  }, idleTime)
  used.idle.unref()
}
