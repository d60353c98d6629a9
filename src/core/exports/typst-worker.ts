// The thread in which PDFs and Word documents are made and citations written, so that neither the window nor the
// database ever waits for them.
import { parentPort } from 'node:worker_threads'
import { stayBehindTheWindow } from '../host/behind-the-window.ts'
import { createFormatter, type FormatOrder, type Formatted, type Formatter } from '../citations/formatter.ts'
import type { Paper } from './paper.ts'
import type { DrawnPages, PageRange } from './page-pictures.ts'
import { draw } from './draw-pages.ts'
import { makeReady, type CompileOrder } from './paper-layout.ts'
import { compile, type CompiledPaper } from './typst-compiler.ts'
import { paperToDocx } from './write-docx.ts'

/**
 * A PDF, some pages of it as pictures, a paper as a Word document, or citations in a style; `folder` is resources/csl. `ready`
 * is the folder of resources: what is to come after it finds them read.
 */
export type ThreadOrder =
  | CompileOrder
  | (CompileOrder & { draw: PageRange })
  | { paper: Paper; docx: true }
  | { citations: FormatOrder; folder: string }
  | { ready: string }

/** What any order makes. */
export type AnyMade = CompiledPaper | Formatted | DrawnPages | { ready: true }

/** What an order makes. */
export type Made<Order extends ThreadOrder> = Order extends { citations: FormatOrder }
  ? Formatted
  : Order extends { draw: PageRange }
    ? DrawnPages
    : Order extends { ready: string }
      ? { ready: true }
      : CompiledPaper

/** What the thread is asked. */
export interface TypstRequest {
  id: number
  order: ThreadOrder
}

/** What it answers: what was made, a file's bytes moving over, or the reason why there is nothing. */
export type TypstResponse = { id: number; made: AnyMade } | { id: number; reason: string }

let formatter: { folder: string; of: Formatter } | null = null

function formatterIn(folder: string): Formatter {
  if (formatter?.folder !== folder) formatter = { folder, of: createFormatter(folder) }
  return formatter.of
}

async function fulfil(order: ThreadOrder): Promise<AnyMade> {
  if ('citations' in order) return formatterIn(order.folder).format(order.citations)
  if ('draw' in order) return draw(order, order.draw)
  if ('ready' in order) {
    makeReady(order.ready)
    return { ready: true }
  }
  return 'docx' in order ? { bytes: await paperToDocx(order.paper), pages: 0, missing: [], refusals: [] } : compile(order)
}

stayBehindTheWindow()
const port = parentPort
port?.on('message', ({ id, order }: TypstRequest) => {
  fulfil(order).then(
    (made) => port.postMessage({ id, made } satisfies TypstResponse, 'bytes' in made ? [made.bytes.buffer as ArrayBuffer] : []),
    (thrown: unknown) => {
      const reason = thrown instanceof Error ? thrown.message : String(thrown)
      port.postMessage({ id, reason } satisfies TypstResponse)
    },
  )
})
