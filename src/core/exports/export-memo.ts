// A memo to a file: document to paper, paper to PDF, PDF to disk.
import { join } from 'node:path'
import type { papers } from '../../shared/exports.ts'
import type { DocumentNode, MemoHead } from '../../shared/memos.ts'
import type { PassageDetail } from '../../shared/passages.ts'
import type { Source } from '../../shared/sources.ts'
import { compilePaper } from './compile-paper.ts'
import { fileNameFor, freeName } from './file-name.ts'
import { memoToPaper } from './memo-to-paper.ts'
import { systemFontFolders } from './system-fonts.ts'
import type { CompiledPaper } from './typst-compiler.ts'
import { writeAtomically } from './write-atomically.ts'

/**
 * What an export is made from. `passages` are the cited passages that exist; `sources`, where given, add addresses
 * to the source list; `paper` is A4 unless said; `resources` and `folder` are absolute paths, and the folder must
 * exist. `madeAt` is the time the PDF names as its own, in milliseconds since 1970.
 */
export interface MemoExport {
  memo: { head: MemoHead; document: DocumentNode }
  passages: readonly PassageDetail[]
  sources?: readonly Source[]
  format: 'pdf'
  paper?: (typeof papers)[number]
  resources: string
  folder: string
  madeAt?: number
  fontFolders?: string[]
  signal?: AbortSignal
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

/**
 * Writes a memo as PDF into a folder, under a name made from its title; a file that is there keeps its name. Rejects with
 * `export.failed`, `file.unwritable`, `workspace.disk-full` or `job.cancelled`; then no file is left behind.
 */
export async function exportMemoToPdf(input: MemoExport): Promise<MemoExported> {
  const { memo, signal } = input
  const { paper, warnings } = memoToPaper({
    head: memo.head,
    document: memo.document,
    passages: new Map(input.passages.map((passage) => [passage.id, passage])),
    sources: new Map((input.sources ?? []).map((source) => [source.id, source])),
    size: input.paper ?? 'a4',
  })
  const order = {
    paper,
    resources: input.resources,
    fontFolders: input.fontFolders ?? systemFontFolders(),
    madeAt: input.madeAt ?? Date.now(),
  }
  const compiled = await compilePaper(order, signal)
  const name = fileNameFor(memo.head.title, 'pdf', paper.labels.untitled)
  const path = join(input.folder, await freeName(input.folder, name))
  await writeAtomically(path, compiled.pdf, signal)
  return {
    path,
    name,
    size: compiled.pdf.byteLength,
    warnings: [...warnings, ...warningsOf(compiled)],
  }
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
  if (compiled.notUniversal !== null) {
    warnings.push(`The PDF is tagged for screen readers but does not claim PDF/UA: ${compiled.notUniversal}.`)
  }
  return warnings
}

const codePoints = (cluster: string): string =>
  [...cluster].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`).join(' ')
