// Typst itself: a paper's JSON and the template in, a laid out document out. Runs in the export's worker thread only.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { fallbackFonts, lookupIn, type FallbackFonts } from './font-coverage.ts'
import { mostEnds, nextToBegin, type NotePlace } from './note-places.ts'
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

/** Reads what every paper is set with, before the first one comes. */
export const makeReady = (resources: string): void => void bundleOf(resources)

/** A compiler with the bundled fonts alone is kept; one with fonts of the machine serves a single paper. */
function compilerFor(resources: string, bundle: Bundle, fallback: FallbackFonts): NodeCompiler {
  return fallback.files.length === 0 ? bundle.compiler : compilerWith(resources, [...bundle.fonts, ...fallback.files])
}

/** Typst may read files below its workspace, so that is the template's own folder and not where the program started. */
const compilerWith = (resources: string, fonts: Buffer[]): NodeCompiler =>
  NodeCompiler.create({ workspace: join(resources, 'typst'), fontArgs: [{ fontBlobs: fonts }] })

/** A paper as Typst laid it out. `next` is the block that is to begin a page so that a note stands with its mark; null for none. */
export interface LaidOut {
  document: NodeTypstDocument
  next: number | null
}

/** A paper that is being laid out. */
export interface Layout {
  compiler: NodeCompiler
  missing: string[]
  /** Lays it out so that the blocks in `begun` begin a page each. Throws an Error with Typst's message where it cannot be set. */
  lay: (begun: ReadonlySet<number>) => LaidOut
}

/** Where the notes of a document stand, as the template says; none for notes after the text. */
function notePlaces(compiler: NodeCompiler, document: NodeTypstDocument): NotePlace[] {
  const [found]: { marks: number[]; texts: number[] }[] = compiler.query(document, { selector: '<note-places>', field: 'value' })
  return found?.marks.map((mark, at) => ({ note: at + 1, mark, text: found.texts[at] ?? mark })) ?? []
}

/** Makes ready what a paper is laid out with: fonts, images and the compiler. `plain` is its input as long as no block begins a page. */
export function layoutOf({ paper, resources, fontFolders, evidence = '' }: CompileOrder, plain = typstInput(paper)): Layout {
  const bundle = bundleOf(resources)
  const fallback = fallbackFonts(paper, bundle.lookups, bundle.boxes, fontFolders)
  const compiler = compilerFor(resources, bundle, fallback)
  for (const [name, { bytes }] of Object.entries(paper.images)) {
    compiler.mapShadow(join(resources, 'typst/images', name), Buffer.from(bytes))
  }
  const families = JSON.stringify(fallback.families)
  return {
    compiler,
    missing: fallback.missing,
    lay(begun) {
      const result = compiler.compile({ mainFileContent: bundle.template, inputs: { paper: begun.size === 0 ? plain : typstInput(paper, begun), families, evidence } })
      const document = result.result
      if (!document) throw new Error(messagesOf(compiler, result.takeError()))
      const mayEnd = begun.size < mostEnds(document.numOfPages)
      return { document, next: mayEnd ? nextToBegin(paper, notePlaces(compiler, document), begun) : null }
    },
  }
}

/** How many papers Typst remembers the parts of that no later one had. */
const remembered = 2

/** Lets go of what was not used of late. Once a paper: a drawing of a page that counted would make it forget the layout. */
export const forgetOthers = (compiler: NodeCompiler): void => compiler.evictCache(remembered)

function messagesOf(compiler: NodeCompiler, error: NodeError | null): string {
  const diagnostics: unknown[] = error ? compiler.fetchDiagnostics(error) : []
  const messages = diagnostics.flatMap((one): string[] =>
    typeof one === 'object' && one !== null && 'message' in one && typeof one.message === 'string' ? [one.message] : [],
  )
  return messages.slice(0, 3).join('; ') || 'Typst gave no reason'
}
