// The thread in which packed documents are read: one that blocks or swells takes only this thread with it.
import { parentPort } from 'node:worker_threads'
import { toWireError, type WireError } from '../../shared/errors.ts'
import { readAnyDocument, type DocumentInput, type ReadDocument } from './read-document.ts'

/** What the thread is asked. */
export interface ReadingRequest {
  id: number
  input: DocumentInput
}

/** What it answers: that it goes on (and how long the next part may take), the document, or why not. */
export type ReadingResponse =
  | { id: number; step: number | null }
  | { id: number; document: ReadDocument }
  | { id: number; error: WireError; unexpected: string | null }

const port = parentPort
/** One document after the other: the thread's keeper bounds the time of the one that is being read. */
let queue: Promise<void> = Promise.resolve()
port?.on('message', (request: ReadingRequest) => {
  queue = queue.then(() => read(request))
})

async function read({ id, input }: ReadingRequest): Promise<void> {
  const send = (response: ReadingResponse) => port?.postMessage(response)
  try {
    send({ id, document: await readAnyDocument(input, (milliseconds) => send({ id, step: milliseconds ?? null })) })
  } catch (thrown) {
    const error = toWireError(thrown)
    const unexpected = error.code === 'internal' ? String(thrown instanceof Error ? (thrown.stack ?? thrown) : thrown) : null
    send({ id, error, unexpected })
  }
}
