// What stands whole on one page: judged by the length of its text, before Typst sets it.
import { plainText } from './inline-runs.ts'
import type { Inline, PaperBlock } from './paper.ts'

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
  if (block.kind === 'quotation') return lengthOf(block.content)
  if (block.kind === 'code') return line * block.text.split('\n').length
  if (block.kind === 'rule') return line
  // A row is as high as its highest cell, in a column that is a part of the measure.
  return block.rows.reduce(
    (sum, row) => sum + Math.max(line, ...row.map((cell) => (lengthOf(cell.content) * block.columns) / cell.columns)),
    0,
  )
}

const hasCitation = (runs: readonly Inline[]): boolean => runs.some((run) => run.kind === 'citation')

function cites(blocks: readonly PaperBlock[]): boolean {
  return blocks.some((block) => {
    if (block.kind === 'paragraph' || block.kind === 'heading') return hasCitation(block.content)
    if (block.kind === 'list') return block.items.some(cites)
    if (block.kind === 'quotation') return cites(block.content)
    return block.kind === 'table' && block.rows.some((row) => row.some((cell) => cites(cell.content)))
  })
}

/** Characters of a paragraph of at most five lines. */
const shortParagraph = 360

/** Whether a block stands whole: a short paragraph, list or quotation that holds a citation, and any short table. */
export function standsWhole(block: PaperBlock): boolean {
  if (block.kind === 'table') return ownLength(block) <= mostUnbroken
  return ownLength(block) <= (block.kind === 'paragraph' ? shortParagraph : mostUnbroken) && cites([block])
}
