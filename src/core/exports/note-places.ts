// Notes on the page of their marks. Typst moves a line to the next page for its first note alone, and lines that it moves
// for other reasons leave their notes behind; what stands apart is found in the laid out paper, and a page is ended early.
import { citationsIn, lengthOf, mostUnbroken } from './keeping-together.ts'
import type { Paper, PaperBlock } from './paper.ts'

/** The page of a note's mark and the page on which its text begins, from 1. */
export interface NotePlace {
  note: number
  mark: number
  text: number
}

/** How many pages may be laid out anew to bring notes to their marks, and in how long a paper it is tried at all. */
const mostAnew = 400
const mostPages = 100

/** How many pages of a paper of so many may end early: each such end lays out what follows. */
export const mostEnds = (pages: number): number => (pages > mostPages ? 0 : Math.floor(mostAnew / Math.max(1, pages)))

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
