// The thread in which PDFs and Word documents are made, so that neither the window nor the database ever waits for them.
import { parentPort } from 'node:worker_threads'
import type { Paper } from './paper.ts'
import { compile, type CompiledPaper, type CompileOrder } from './typst-compiler.ts'
import { paperToDocx } from './write-docx.ts'

/** A PDF, or a paper as a Word document. */
export type ThreadOrder = CompileOrder | { paper: Paper; docx: true }

/** What the thread is asked. */
export interface TypstRequest {
  id: number
  order: ThreadOrder
}

/** What it answers: a file, whose bytes move over, or the reason why there is none. */
export type TypstResponse = { id: number; compiled: CompiledPaper } | { id: number; reason: string }

const made = async (order: ThreadOrder): Promise<CompiledPaper> =>
  'docx' in order ? { bytes: await paperToDocx(order.paper), pages: 0, missing: [], refusal: null } : compile(order)

const port = parentPort
port?.on('message', ({ id, order }: TypstRequest) => {
  made(order).then(
    (compiled) => port.postMessage({ id, compiled } satisfies TypstResponse, [compiled.bytes.buffer as ArrayBuffer]),
    (thrown: unknown) => {
      const reason = thrown instanceof Error ? thrown.message : String(thrown)
      port.postMessage({ id, reason } satisfies TypstResponse)
    },
  )
})
