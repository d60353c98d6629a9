// What stands whole on one page: judged by the length of its text, before Typst sets it.
import { plainText } from './inline-runs.ts'
import type { CitationRun, PaperBlock } from './paper.ts'

/** Characters of running text that are surely less than half a page. */
export const mostUnbroken = 900

/** What a line of its own costs, in characters of running text. */
const line = 70

/** The room a block takes, in characters of running text. */
export function lengthOf(blocks: readonly PaperBlock[]): number {
  let length = 0
  for (const block of blocks) length += line / 2 + ownLength(block)
  return length
}

function ownLength(block: PaperBlock): number {
  if (block.kind === 'paragraph' || block.kind === 'heading') return plainText(block.content).length
  if (block.kind === 'list') return block.items.reduce((sum, item) => sum + lengthOf(item), 0)
  if (block.kind === 'quotation' || block.kind === 'callout') return lengthOf(block.content)
  if (block.kind === 'code') return line * block.text.split('\n').length
  if (block.kind === 'rule' || block.kind === 'sources') return line
  if (block.kind === 'chart' || block.kind === 'image') return line * 12
  // A row is as high as its highest cell, in a column that is a part of the measure.
  return block.rows.reduce(
    (sum, row) => sum + Math.max(line, ...row.map((cell) => (lengthOf(cell.content) * block.columns) / cell.columns)),
    0,
  )
}

/** The citations in blocks, in order. */
export function* citationsIn(blocks: readonly PaperBlock[]): Generator<CitationRun> {
  for (const block of blocks) {
    if (block.kind === 'paragraph' || block.kind === 'heading') yield* block.content.filter((run) => run.kind === 'citation')
    else if (block.kind === 'list') yield* citationsIn(block.items.flat())
    else if (block.kind === 'quotation' || block.kind === 'callout') yield* citationsIn(block.content)
    else if (block.kind === 'table') yield* citationsIn(block.rows.flatMap((row) => row.flatMap((cell) => cell.content)))
  }
}

/** Whether anything is cited in blocks, be it in a note or in the line. */
export const holdsCitation = (blocks: readonly PaperBlock[]): boolean => !citationsIn(blocks).next().done

/** How many notes hang in blocks. */
const notesIn = (blocks: readonly PaperBlock[]): number => [...citationsIn(blocks)].filter(({ note }) => note !== null).length

/** Characters of a paragraph of at most five lines. */
const shortParagraph = 360

/**
 * Whether a block of the page itself stands whole: any short table, a short list or quotation in which a note hangs,
 * and a short paragraph with one note. One with more breaks rather than lose a note to the next page.
 */
export function standsWhole(block: PaperBlock): boolean {
  const notes = notesIn([block])
  if (block.kind === 'paragraph') return notes === 1 && ownLength(block) <= shortParagraph
  return ownLength(block) <= mostUnbroken && (notes > 0 || block.kind === 'table')
}

/** Marks the blocks of the page itself that stand whole; blocks within others break as those do. */
export function keepTogether(blocks: readonly PaperBlock[]): void {
  for (const block of blocks) if ('whole' in block) block.whole = standsWhole(block)
}
