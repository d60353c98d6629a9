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
port?.on('message', (request: ReadingRequest) => {
  queue = queue.then(() => read(request))
})

async function read(request: ReadingRequest): Promise<void> {
  const { id } = request
  const send = (response: ReadingResponse, moved: ArrayBuffer[] = []) => port?.postMessage(response, moved)
  try {
    const input = 'input' in request ? request.input : { bytes: readWholeFile(request.path, request.name), fileName: request.name }
    const document = asRow(await readAnyDocument(input, (milliseconds) => send({ id, step: milliseconds ?? null })))
    if ('input' in request) send({ id, document, bytes: null })
    else send({ id, document, bytes: input.bytes }, [input.bytes.buffer as ArrayBuffer])
  } catch (thrown) {
    const error = toWireError(thrown)
    const unexpected = error.code === 'internal' ? String(thrown instanceof Error ? (thrown.stack ?? thrown) : thrown) : null
    send({ id, error, unexpected })
  }
}
