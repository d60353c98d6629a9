// Notes on the page of their marks. Typst moves a line to the next page for its first note alone, and lines that it moves
// for other reasons leave their notes behind; what stands apart is found in the laid out paper, and a page is ended early.
import { citationsIn, lengthOf, mostUnbroken } from './keeping-together.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { objectOf, referred, type PdfFile } from './pdf-objects.ts'

/** The page of a note's mark and the page on which its text begins, from 1. */
export interface NotePlace {
  note: number
  mark: number
  text: number
}

/** How many pages may be laid out anew to bring notes to their marks, and in how long a paper it is tried at all. */
const mostAnew = 400
const mostPages = 60

/** How many pages of a paper of so many may end early: each such end lays out what follows. */
export const mostEnds = (pages: number): number => (pages > mostPages ? 0 : Math.floor(mostAnew / Math.max(1, pages)))

/** A text string (ISO 32000-1, 7.9.2.2) of a dictionary, literal or of hexadecimal digits. */
function textIn(dictionary: string, key: string): string {
  const [, literal = '', digits] = new RegExp(`/${key} (?:\\(((?:[^()\\\\]|\\\\[^])*)\\)|<([0-9A-Fa-f]*)>)`).exec(dictionary) ?? []
  const bytes = digits !== undefined ? Buffer.from(digits, 'hex').toString('latin1') : literal.replaceAll(/\\(?:([0-7]{1,3})|([^]))/g, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }[sign] ?? sign) : String.fromCodePoint(Number.parseInt(octal, 8)),
  )
  return bytes.startsWith('\u00fe\u00ff') ? Buffer.from(bytes, 'latin1').subarray(2).swap16().toString('utf16le') : bytes
}

/** Links within the file that end in a number, by the words before it: `Footnote 3`, `Seite 3`. */
function numberedLinks(file: PdfFile): Map<string, NotePlace[]> {
  const links = new Map<string, NotePlace[]>()
  const catalogue = objectOf(file, referred(file.trailer, 'Root')) ?? ''
  const kids = /\/Kids \[([^\]]*)\]/.exec(objectOf(file, referred(catalogue, 'Pages')) ?? '')?.[1] ?? ''
  const pages = [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
  pages.forEach((page, at) => {
    const annotations = /\/Annots \[([^\]]*)\]/.exec(objectOf(file, page) ?? '')?.[1] ?? ''
    for (const [, number] of annotations.matchAll(/(\d+) 0 R/g)) {
      const link = objectOf(file, Number(number)) ?? ''
      const target = /\[(\d+) 0 R/.exec(objectOf(file, referred(link, 'Dest')) ?? '')?.[1]
      const [, words, note] = /^(\D*)(\d+)$/u.exec(textIn(link, 'Contents')) ?? []
      if (target === undefined || words === undefined) continue
      const place = { note: Number(note), mark: at + 1, text: pages.indexOf(Number(target)) + 1 }
      const alike = links.get(words) ?? []
      alike.push(place)
      links.set(words, alike)
    }
  })
  return links
}

/** Where the `count` notes of a paper stand: of the links that are numbered, those that have each number once and in order. */
export function notePlaces(file: PdfFile, count: number): NotePlace[] {
  return [...numberedLinks(file).values()].find((places) => places.length === count && places.every(({ note }, at) => note === at + 1)) ?? []
}

/** Characters before the mark of a note in a block. */
function lengthBefore(block: PaperBlock, note: number): number {
  if (block.kind !== 'paragraph') return lengthOf([block])
  let length = 0
  for (const run of block.content) {
    if (run.kind === 'citation' && run.note === note) break
    if (run.kind === 'text') length += run.text.length
  }
  return length
}

/**
 * The next block of the body to begin a page, so that a note stands with its mark; null where all do, or where what would
 * move is longer than a page should be left empty for. `begun` are those that begin one already.
 */
export function nextToBegin({ body, endnotes }: Paper, places: readonly NotePlace[], begun: ReadonlySet<number>): number | null {
  if (endnotes) return null
  const blockOf = new Map(body.flatMap((block, at) => [...citationsIn([block])].flatMap(({ note }) => (note === null ? [] : [[note, at] as const]))))
  const apart = places.filter(({ mark, text }) => mark !== text)
  for (const { note } of apart) {
    let at = blockOf.get(note) ?? 0
    const block = body[at]
    if (!block || lengthBefore(block, note) > mostUnbroken) continue
    while (body[at - 1]?.kind === 'heading') at -= 1
    if (at > 0 && !begun.has(at)) return at
  }
  return null
}
