// The thread in which PDFs are made, so that neither the window nor the database ever waits for Typst.
import { parentPort } from 'node:worker_threads'
import { compile, type CompiledPaper, type CompileOrder } from './typst-compiler.ts'

/** What the thread is asked. */
export interface TypstRequest {
  id: number
  order: CompileOrder
}

/** What it answers: a PDF, whose bytes move over, or Typst's reason. */
export type TypstResponse = { id: number; compiled: CompiledPaper } | { id: number; reason: string }

const port = parentPort
port?.on('message', ({ id, order }: TypstRequest) => {
  try {
    const compiled = compile(order)
    port.postMessage({ id, compiled } satisfies TypstResponse, [compiled.pdf.buffer as ArrayBuffer])
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown)
    port.postMessage({ id, reason } satisfies TypstResponse)
  }
})
