// The thread in which packed documents are read: one that blocks or swells takes only this thread with it.
import { parentPort } from 'node:worker_threads'
import { toWireError, type WireError } from '../../shared/errors.ts'
import { asRow, readAnyDocument, type DocumentInput, type DocumentRow } from './read-document.ts'
import { readWholeFile } from './read-whole-file.ts'

/** What the thread is asked: to read a document that is here, or a file by its path. */
export type ReadingRequest = { id: number } & ({ input: DocumentInput } | { path: string; name: string; size: number })

/**
 * What it answers: that it goes on (and how long the next part may take), the document, or why not. `bytes` are those of
 * a file that it was asked to read.
 */
export type ReadingResponse =
  | { id: number; step: number | null }
  | { id: number; document: DocumentRow; bytes: Uint8Array | null }
  | { id: number; error: WireError; unexpected: string | null }

const port = parentPort
/** One document after the other: the thread's keeper bounds the time of the one that is being read. */
let queue: Promise<void> = Promise.resolve()
let waiting = 0
port?.on('message', (requests: ReadingRequest[]) => {
  waiting += requests.length
  for (const request of requests) queue = queue.then(() => read(request))
})

/** Notes of a few pages are told of by the handful: for each of them a message takes as long as a tenth of its reading. */
const handful = 8
const quickEnding = /\.(?:md|markdown|txt|text)$/i
const quickSize = 64 * 1024

let done: ReadingResponse[] = []
let moved: ArrayBuffer[] = []

function tell(response: ReadingResponse, bytes: Uint8Array | null = null): void {
  done.push(response)
  if (bytes) moved.push(bytes.buffer as ArrayBuffer)
  if (done.length >= handful || waiting === 0 || 'step' in response) flush()
}

function flush(): void {
  if (done.length > 0) port?.postMessage(done, moved)
  done = []
  moved = []
}

async function read(request: ReadingRequest): Promise<void> {
  const { id } = request
  waiting -= 1
  // What is done is told before anything that may take long: its keeper counts the time of the next one from then on.
  if (!('path' in request && request.size <= quickSize && quickEnding.test(request.name))) flush()
  try {
    const input = 'input' in request ? request.input : { bytes: readWholeFile(request.path, request.name), fileName: request.name }
    const document = asRow(await readAnyDocument(input, (milliseconds) => tell({ id, step: milliseconds ?? null })))
    const bytes = 'input' in request ? null : input.bytes
    tell({ id, document, bytes }, bytes)
  } catch (thrown) {
    const error = toWireError(thrown)
    const unexpected = error.code === 'internal' ? String(thrown instanceof Error ? (thrown.stack ?? thrown) : thrown) : null
    tell({ id, error, unexpected })
  }
}
