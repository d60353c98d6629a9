// A paper to the bytes of a PDF, by Typst. Runs in the export's worker thread only.
import { layoutOf, forgetOthers, type CompileOrder, type LaidOut } from './paper-layout.ts'
import { withBothClaims } from './pdf-claims.ts'

/** A claim that a PDF should make and does not, and the reason. */
export interface Refusal {
  claim: 'PDF/A' | 'PDF/UA'
  reason: string
}

/** A file, its pages, the characters no font has, and which of its two claims it does not make. */
export interface CompiledPaper {
  bytes: Uint8Array
  pages: number
  missing: string[]
  refusals: Refusal[]
}

/** Makes the PDF; throws an Error whose message is Typst's when the template or the paper cannot be set. */
export function compile(order: CompileOrder): CompiledPaper {
  const { compiler, missing, lay } = layoutOf(order)
  const begun = new Set<number>()
  let laid: LaidOut = lay(begun)
  while (laid.next !== null) laid = lay(begun.add(laid.next))
  forgetOthers(compiler)
  const { document } = laid
  const write = (pdfStandard: string) => new Uint8Array(compiler.pdf(document, { pdfStandard, creationTimestamp: Math.floor(order.madeAt / 1000) }))
  const { bytes, refusals } = claiming(write)
  const common = { pages: document.numOfPages, missing }
  if (refusals.length > 0) return { bytes, refusals, ...common }
  try {
    const claimed = withBothClaims(write('ua-1'), bytes, order.paper.body)
    return { bytes: claimed.bytes, refusals: claimed.lacking === null ? [] : [{ claim: 'PDF/A', reason: `it lacks ${claimed.lacking}` }], ...common }
  } catch (refused) {
    return { bytes, refusals: [{ claim: 'PDF/UA', reason: firstMessage(String(refused)) }], ...common }
  }
}

/** A PDF and the claims it does not make. */
type Written = Pick<CompiledPaper, 'bytes' | 'refusals'>

/** A PDF/A-3a or, where that is refused, PDF/UA-1 or neither: it is no reason to leave an analyst without a paper. */
function claiming(written: (standard: string) => Uint8Array): Written {
  const refusals: Refusal[] = []
  const tried = (claim: Refusal['claim'], standard: string): Uint8Array | null => {
    try {
      return written(standard)
    } catch (refused) {
      refusals.push({ claim, reason: firstMessage(String(refused)) })
      return null
    }
  }
  const bytes = tried('PDF/A', 'a-3a') ?? tried('PDF/UA', 'ua-1') ?? written('1.7')
  return { bytes, refusals }
}

/** The first message within Typst's own description of why it refused. */
function firstMessage(description: string): string {
  const message = /message: "((?:[^"\\]|\\.)*)"/u.exec(description)?.[1] ?? description
  return message.replaceAll('\\"', '"').slice(0, 300)
}
