// What of a PDF's pages is neither tagged nor marked as an artifact: ISO 14289-1, 7.1, allows nothing.
import { readFileSync } from 'node:fs'
import { inflateSync } from 'node:zlib'
import { objectOf, pdfFileOf, type PdfFile } from '../../../src/core/exports/pdf-objects.ts'

/** Operators that paint (ISO 32000-1, annex A): text, paths, shadings, images and forms. */
const painting = new Set(['Tj', 'TJ', "'", '"', 'f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'BI'])

/** The operators of a content stream, strings passed over. */
function* operatorsOf(content: string): Generator<string> {
  const token = /\((?:[^()\\]|\\[^]|\((?:[^()\\]|\\[^])*\))*\)|<<|>>|<[^>]*>|\/[^\s()<>[\]/]*|[[\]]|[^\s()<>[\]/]+/g
  for (const [found] of content.matchAll(token)) if (/^[A-Za-z'"]/.test(found)) yield found
}

/** How much a stretch of content paints outside any mark. */
function unmarked(content: string): number {
  let depth = 0
  let count = 0
  for (const operator of operatorsOf(content)) {
    if (operator === 'BDC' || operator === 'BMC') depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (painting.has(operator) && depth === 0) count += 1
  }
  return count
}

/** A PDF's objects as a reader finds them: as the compiler wrote them, but those that the update behind them has anew. */
export function compiledFile(path: string): { file: PdfFile; bytes: Buffer } {
  const bytes = readFileSync(path)
  const end = /^[^]*?startxref\s+\d+\s+%%EOF/.exec(bytes.toString('latin1'))?.[0].length ?? 0
  const file = pdfFileOf(bytes.subarray(0, end))
  if (!file) throw new Error('the PDF has another form')
  const update = bytes.toString('latin1')
  const entries = update.slice(end).matchAll(/^(\d+) 1\n(\d{10}) 00000 n\r\n/gm)
  for (const [, number, offset] of entries) file.offsets[Number(number)] = Number(offset)
  return { file: { ...file, text: update }, bytes }
}

/** For each page how many painting operators are outside any mark, and how many there are on all pages. */
export function unmarkedOnPages(path: string): { pages: number[]; painted: number } {
  const { file, bytes } = compiledFile(path)
  let painted = 0
  const pages = file.offsets.flatMap((_, number): number[] => {
    const contents = /^<<\s*\/Type \/Page\b[^]*\/Contents (\d+) 0 R/.exec(objectOf(file, number) ?? '')?.[1]
    if (contents === undefined) return []
    const at = file.offsets[Number(contents)] ?? 0
    const begin = file.text.indexOf('stream\n', at) + 'stream\n'.length
    const length = Number(/\/Length (\d+)/.exec(file.text.slice(at, begin))?.[1])
    const content = inflateSync(bytes.subarray(begin, begin + length)).toString('latin1')
    painted += [...operatorsOf(content)].filter((operator) => painting.has(operator)).length
    return [unmarked(content)]
  })
  return { pages, painted }
}
