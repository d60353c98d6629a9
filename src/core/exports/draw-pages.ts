// Pages of a paper as pictures, for the preview: laid out once and painted, set right afterwards. In the export's thread only.
import { join } from 'node:path'
import { innerPicture, partsOf, sizes, type DrawnPages, type PageRange } from './page-pictures.ts'
import type { Paper } from './paper.ts'
import { forgetOthers, layoutOf, type CompileOrder, type LaidOut, type Layout } from './paper-layout.ts'
import { typstInput } from './typst-input.ts'

/** The last paper that was drawn: a reader scrolls through many pages of one paper. */
interface Drawn {
  of: string
  layout: Layout
  pdf: Buffer
  total: number
  /** The blocks that begin a page in what is drawn. */
  begun: ReadonlySet<number>
  /** How far it is towards what an export finds: the blocks that begin a page there; null once that is what is drawn. */
  settling: { begun: Set<number>; laid: LaidOut | null } | null
}

let drawn: Drawn | null = null

/** Blocks that were found to begin a page, so that the next letter does not move the pages to and fro. */
let found: ReadonlySet<string> = new Set()

/** A block, however it and its notes are numbered. */
const nameOf = (block: Paper['body'][number]): string => JSON.stringify(block, (key, value: unknown) => (key === 'note' || key === 'number' ? undefined : value))

/** A PDF to take pictures of: without tags, claims and attachments, which no picture shows. */
const pdfOf = ({ compiler }: Layout, { document }: LaidOut): Buffer => compiler.pdf(document, { pdfTags: false })

/** The paper laid out once, unless it was the last one to be. */
function drawnOf(order: CompileOrder): Drawn {
  const of = typstInput(order.paper)
  if (drawn?.of === of) return drawn
  const layout = layoutOf(order, of)
  const begun = new Set(found.size === 0 ? [] : order.paper.body.flatMap((block, at) => (found.has(nameOf(block)) ? [at] : [])))
  const laid = layout.lay(begun)
  forgetOthers(layout.compiler)
  // What begins no page by force and has all its notes in place is what an export finds, too.
  const isSettled = begun.size === 0 && laid.next === null
  drawn = { of, layout, pdf: pdfOf(layout, laid), total: laid.document.numOfPages, begun, settling: isSettled ? null : { begun: new Set(), laid: begun.size === 0 ? laid : null } }
  return drawn
}

/** One step towards the pages that an export finds, one layout at most; true when what is drawn has changed. */
function settleOnce(of: Drawn, { body }: Paper): boolean {
  const { settling, layout } = of
  if (!settling) return false
  if (settling.laid && settling.laid.next !== null) settling.begun.add(settling.laid.next)
  const laid = layout.lay(settling.begun)
  settling.laid = laid
  if (laid.next !== null) return false
  const { begun } = settling
  found = new Set([...begun].flatMap((at) => (body[at] ? [nameOf(body[at])] : [])))
  of.settling = null
  if (begun.size === of.begun.size && [...begun].every((at) => of.begun.has(at))) return false
  of.begun = begun
  of.pdf = pdfOf(layout, laid)
  of.total = laid.document.numOfPages
  return true
}

/**
 * Draws some of the paper's pages; throws as `lay` of a layout does. Typst draws all pages of a document or none, so that a
 * second document has those that are wanted as pictures, out of the PDF of the first: a long paper costs no more then.
 *
 * The first drawing of a paper lays it out once. While notes may stand apart from their marks the answer is `settled: false`,
 * and a call with `settle` takes one step more; `moved` says that it changed pages that are drawn already.
 */
export function draw(order: CompileOrder, { from, count, settle = false }: PageRange): DrawnPages {
  const of = drawnOf(order)
  const moved = settle && settleOnce(of, order.paper)
  const { compiler } = of.layout
  compiler.mapShadow(join(order.resources, 'typst/drawn.pdf'), of.pdf)
  const wanted = Array.from({ length: Math.max(0, Math.min(count, of.total - from)) }, (_, at) => from + at + 1)
  const images = wanted.map((page) => {
    const { result } = compiler.compile({ mainFileContent: `#set page(width: auto, height: auto, margin: 0pt)\n#image("drawn.pdf", page: ${page})` })
    if (!result) throw new Error(`page ${page} could not be drawn`)
    return partsOf(innerPicture(compiler.plainSvg(result)))
  })
  return { total: of.total, ...sizes[order.paper.size], images, settled: of.settling === null, moved }
}
