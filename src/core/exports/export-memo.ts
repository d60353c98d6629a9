// A memo to a file: document to paper, paper to the bytes of its format, bytes to disk.
import { join } from 'node:path'
import { chartKey, type ChartData } from '../../shared/charts.ts'
import type { MemoImage } from '../../shared/images.ts'
import type { StyledRun, StyleKind } from '../../shared/citations.ts'
import type { ExportFormat, ExportOptions } from '../../shared/exports.ts'
import type { DocumentNode, MemoHead } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import type { FormatOrder } from '../citations/formatter.ts'
import { compilePaper, drawPages, writeCitations, writeDocx } from './compile-paper.ts'
import { cslJson } from './csl-json.ts'
import { evidenceFile } from './evidence-file.ts'
import { fileNameFor, freeName } from './file-name.ts'
import { memoToPaper, type PaperAndWarnings } from './memo-to-paper.ts'
import type { StyledMemo } from './styled-citations.ts'
import { systemFontFolders } from './system-fonts.ts'
import type { Paper } from './paper.ts'
import type { CompileOrder } from './paper-layout.ts'
import type { CompiledPaper } from './typst-compiler.ts'
import type { DrawnPages, PageRange } from './page-pictures.ts'
import { writeAtomically } from './write-atomically.ts'
import { paperToHtml } from './write-html.ts'
import { paperToMarkdown } from './write-markdown.ts'
import { paperToText } from './write-text.ts'
import { zipOf } from './zip-file.ts'

/**
 * What an export is made from. `passages` are the cited passages that exist; `sources`, where given, add addresses
 * to the source list, capture times and hashes to the evidence; `options` choose its form, A4 unless said; `resources` and `folder` are absolute paths, and the folder must
 * exist. `madeAt` is the time the PDF names as its own, in milliseconds since 1970.
 */
export interface MemoExport {
  memo: { head: MemoHead; document: DocumentNode }
  passages: readonly PassageDetail[]
  sources?: readonly Source[]
  format: ExportFormat
  options?: ExportOptions
  resources: string
  folder: string
  madeAt?: number
  fontFolders?: string[]
  signal?: AbortSignal
  /** What the memo's style is to write; the house's own notes without it. */
  citing?: CitingOrder
  /** Counts of the charts in the memo. */
  charts?: readonly ChartData[]
  /** Images in the memo. */
  images?: readonly (MemoImage & { bytes: Uint8Array })[]
}

/** What a paper is made from. */
type PaperInput = Omit<MemoExport, 'format' | 'folder'>

/** Citations for a style: the order, and the attributes of citation nodes in the order's own order. */
export interface CitingOrder {
  kind: StyleKind
  order: FormatOrder
  nodes: readonly object[]
}

/** Has citations and source list written in a thread of its own. */
export async function styledMemo({ kind, order, nodes }: CitingOrder, resources: string, signal?: AbortSignal): Promise<StyledMemo> {
  const made = await writeCitations(order, join(resources, 'csl'), signal)
  const texts = nodes.flatMap((node, at): [object, StyledRun[]][] => {
    const runs = made.texts.get(String(at))
    return runs ? [[node, runs]] : []
  })
  return { kind, texts: new Map(texts), bibliography: made.bibliography.map((runs, at) => ({ source: made.entries[at] ?? '', runs })) }
}

/**
 * The file written, its size in bytes, and what could not be printed as it is on screen, in sentences. `name` is
 * what to call the file when it is handed over; at `path` it bears a number where the name was taken.
 */
export interface MemoExported {
  path: string
  name: string
  size: number
  warnings: string[]
}

/** The paper of a memo, and what of it cannot be shown as it is on screen. */
async function paperOf({ memo, passages, sources, options, citing, charts, images, resources, signal }: PaperInput): Promise<PaperAndWarnings> {
  const styled = citing ? await styledMemo(citing, resources, signal) : null
  return memoToPaper({
    head: memo.head,
    document: memo.document,
    passages: new Map(passages.map((passage) => [passage.id, passage])),
    sources: new Map((sources ?? []).map((source) => [source.id, source])),
    size: options?.paper ?? 'a4',
    ...(options ? { options } : {}),
    ...(styled ? { styled } : {}),
    ...(images ? { images } : {}),
    charts: new Map((charts ?? []).map((data) => [chartKey(data), data])),
  })
}

/** The bytes of a file, and what could not go into it. */
interface Written {
  bytes: Uint8Array
  warnings: string[]
}

/** What every order to the typesetter holds. */
const orderFor = (input: PaperInput, paper: Paper): CompileOrder => ({
  paper,
  resources: input.resources,
  fontFolders: input.fontFolders ?? systemFontFolders(),
  madeAt: input.madeAt ?? Date.now(),
})

async function pdfOf(input: MemoExport, { paper, cited }: PaperAndWarnings): Promise<Written> {
  const evidence = cited.length > 0 ? { evidence: evidenceFile({ head: input.memo.head, cited, sources: input.sources ?? [] }) } : {}
  const compiled = await compilePaper({ ...orderFor(input, paper), ...evidence }, input.signal)
  return { bytes: compiled.bytes, warnings: warningsOf(compiled) }
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function writtenIn(format: ExportFormat, input: MemoExport, made: PaperAndWarnings): Promise<Written> {
  const { paper } = made
  if (format === 'pdf') return pdfOf(input, made)
  const plain = (bytes: Uint8Array): Written => ({ bytes, warnings: [] })
  if (format === 'docx') return plain(await writeDocx(paper, input.signal))
  if (format === 'html') return plain(bytesOf(paperToHtml(paper)))
  if (format === 'txt') return plain(bytesOf(paperToText(paper)))
  const markdown = bytesOf(paperToMarkdown(paper))
  if (format === 'md') return plain(markdown)
  const name = fileNameFor(input.memo.head.title, 'md', paper.labels.untitled)
  const images = Object.fromEntries(Object.entries(paper.images).map(([file, { bytes }]) => [`images/${file}`, bytes]))
  const beside = bytesOf(paperToMarkdown(paper, (file) => `images/${file}`))
  return plain(zipOf({ [name]: beside, 'references.json': bytesOf(cslJson(input.sources ?? [])), ...images }))
}

/**
 * Writes a memo into a folder, under a name made from its title; a file that is there keeps its name. Rejects with
 * `export.failed`, `file.unwritable`, `workspace.disk-full` or `job.cancelled`; then no file is left behind.
 */
export async function exportMemoToFile(input: MemoExport): Promise<MemoExported> {
  const { memo, signal, format } = input
  const made = await paperOf(input)
  const written = await writtenIn(format, input, made)
  const name = fileNameFor(memo.head.title, format, made.paper.labels.untitled)
  const path = join(input.folder, await freeName(input.folder, name))
  await writeAtomically(path, written.bytes, signal)
  return { path, name, size: written.bytes.byteLength, warnings: [...made.warnings, ...written.warnings] }
}

/** Pages of a memo's PDF as they would be printed now; rejects with `export.failed` or `job.cancelled`. */
export async function drawMemo(input: PaperInput, range: PageRange): Promise<DrawnPages> {
  const { paper } = await paperOf(input)
  return drawPages(orderFor(input, paper), range, input.signal)
}

const mostNamed = 20

function warningsOf(compiled: CompiledPaper): string[] {
  const warnings: string[] = []
  if (compiled.missing.length > 0) {
    const named = compiled.missing.slice(0, mostNamed).map((cluster) => `${cluster} (${codePoints(cluster)})`)
    const more = compiled.missing.length - named.length
    const list = more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', ')
    warnings.push(`No font on this machine has these characters: ${list}. They appear as boxes in the PDF.`)
  }
  return [...warnings, ...compiled.refusals.map(({ claim, reason }) => `The PDF is tagged for screen readers but does not claim ${claim}: ${reason}.`)]
}

const codePoints = (cluster: string): string =>
  [...cluster].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
