// Typst itself: a paper's JSON and the template in, PDF bytes out. Runs in the export's worker thread only.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fallbackFonts, lookupIn, type FallbackFonts } from './font-coverage.ts'
import { mostEnds, nextToBegin, notePlaces } from './note-places.ts'
import { innerPicture, sizes, type DrawnPages, type PageRange } from './page-pictures.ts'
import { withBothClaims } from './pdf-claims.ts'
import { pdfFileOf } from './pdf-objects.ts'
import type { Paper } from './paper.ts'
import type { GlyphLookup } from './sfnt.ts'
import { typstInput } from './typst-input.ts'

/** What one PDF needs. `resources` is the absolute path of the resource folder; `madeAt` milliseconds since 1970. */
export interface CompileOrder {
  paper: Paper
  resources: string
  fontFolders: string[]
  madeAt: number
  /** JSON that is attached to the PDF as `evidence.json`. */
  evidence?: string
}

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

interface Bundle {
  template: string
  fonts: Buffer[]
  lookups: GlyphLookup[]
  boxes: Buffer
  compiler: NodeCompiler
}

const boxesFile = 'GroundworkBoxes.ttf'
/** Fonts every part of a paper is set in or falls back to; the ones for captions and titles hold less. */
const textFonts = /^(SourceSerif4|NotoSerifHebrew|NotoNaskhArabic|JetBrainsMono)-Regular\.ttf$/

let loaded: { resources: string; bundle: Bundle } | null = null

function bundleOf(resources: string): Bundle {
  if (loaded?.resources === resources) return loaded.bundle
  const folder = join(resources, 'fonts')
  const names = readdirSync(folder).filter((name) => name.endsWith('.ttf') && name !== boxesFile)
  const files = new Map(names.toSorted().map((name) => [name, readFileSync(join(folder, name))]))
  const fonts = [...files.values()]
  const bundle: Bundle = {
    template: readFileSync(join(resources, 'typst/memo.typ'), 'utf8'),
    fonts,
    lookups: [...files].filter(([name]) => textFonts.test(name)).map(([, file]) => lookupIn(file)),
    boxes: readFileSync(join(folder, boxesFile)),
    compiler: compilerWith(resources, fonts),
  }
  loaded = { resources, bundle }
  return bundle
}

/** A compiler with the bundled fonts alone is kept; one with fonts of the machine serves a single paper. */
function compilerFor(resources: string, bundle: Bundle, fallback: FallbackFonts): NodeCompiler {
  return fallback.files.length === 0 ? bundle.compiler : compilerWith(resources, [...bundle.fonts, ...fallback.files])
}

/** Typst may read files below its workspace, so that is the template's own folder and not where the program started. */
const compilerWith = (resources: string, fonts: Buffer[]): NodeCompiler =>
  NodeCompiler.create({ workspace: join(resources, 'typst'), fontArgs: [{ fontBlobs: fonts }] })

/** A paper as Typst laid it out, and as the PDF that was written of it. */
interface LaidOut extends Written {
  /** Writes it as a PDF of a standard; throws what the standard refuses. */
  write: (standard: string) => Uint8Array
  document: NodeTypstDocument
  missing: string[]
}

/**
 * Lays the paper out until its notes stand with their marks; throws an Error whose message is Typst's when the template or
 * the paper cannot be set.
 */
function laidOut(order: CompileOrder): LaidOut {
  const { paper, resources, madeAt } = order
  const bundle = bundleOf(resources)
  const fallback = fallbackFonts(paper, bundle.lookups, bundle.boxes, order.fontFolders)
  const compiler = compilerFor(resources, bundle, fallback)
  for (const [name, { bytes }] of Object.entries(paper.images)) {
    compiler.mapShadow(join(resources, 'typst/images', name), Buffer.from(bytes))
  }
  const begun = new Set<number>()
  for (;;) {
    const inputs = { paper: typstInput(paper, begun), families: JSON.stringify(fallback.families), evidence: order.evidence ?? '' }
    const result = compiler.compile({ mainFileContent: bundle.template, inputs })
    const document = result.result
    if (!document) throw new Error(messagesOf(compiler, result.takeError()))
    const write = (pdfStandard: string) => new Uint8Array(compiler.pdf(document, { pdfStandard, creationTimestamp: Math.floor(madeAt / 1000) }))
    const written = claiming(write)
    const file = begun.size < mostEnds(document.numOfPages) ? pdfFileOf(written.bytes) : null
    const next = file && nextToBegin(paper, notePlaces(file, paper.notes.length), begun)
    if (next === null) {
      compiler.evictCache(2)
      return { ...written, write, document, missing: fallback.missing }
    }
    begun.add(next)
  }
}

/** Makes the PDF; throws as `laidOut` does. */
export function compile(order: CompileOrder): CompiledPaper {
  const { document, missing, write, bytes, refusals } = laidOut(order)
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

/** The last paper that was drawn: a reader scrolls through many pages of one paper. */
let drawn: { of: string; pdf: Buffer; total: number } | null = null

/** Lays the paper out as a PDF, unless it was the last one to be. */
function pagesOf(order: CompileOrder): { pdf: Buffer; total: number } {
  const of = typstInput(order.paper)
  if (drawn?.of === of) return drawn
  const { document, bytes } = laidOut(order)
  drawn = { of, pdf: Buffer.from(bytes), total: document.numOfPages }
  return drawn
}

/**
 * Draws some of the paper's pages; throws as `laidOut` does. Typst draws all pages of a document or none, so that a
 * second document has those that are wanted as pictures, out of the PDF of the first: a long paper costs no more then.
 */
export function draw(order: CompileOrder, { from, count }: PageRange): DrawnPages {
  const { pdf, total } = pagesOf(order)
  const { compiler } = bundleOf(order.resources)
  compiler.mapShadow(join(order.resources, 'typst/drawn.pdf'), pdf)
  const wanted = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, at) => from + at + 1)
  const images = wanted.map((page) => {
    const { result } = compiler.compile({ mainFileContent: `#set page(width: auto, height: auto, margin: 0pt)\n#image("drawn.pdf", page: ${page})` })
    if (!result) throw new Error(`page ${page} could not be drawn`)
    return innerPicture(compiler.plainSvg(result))
  })
  compiler.evictCache(2)
  return { total, ...sizes[order.paper.size], images }
}

function messagesOf(compiler: NodeCompiler, error: NodeError | null): string {
  const diagnostics: unknown[] = error ? compiler.fetchDiagnostics(error) : []
  const messages = diagnostics.flatMap((one): string[] =>
    typeof one === 'object' && one !== null && 'message' in one && typeof one.message === 'string' ? [one.message] : [],
  )
  return messages.slice(0, 3).join('; ') || 'Typst gave no reason'
}

/** The first message within Typst's own description of why it refused. */
function firstMessage(description: string): string {
  const message = /message: "((?:[^"\\]|\\.)*)"/u.exec(description)?.[1] ?? description
  return message.replaceAll('\\"', '"').slice(0, 300)
}
