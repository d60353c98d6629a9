// Pure questions about the blocks of a source text: which one is here, what is its number, how many words.
import type { Block } from './sources.ts'

/**
 * The index of the block that holds an offset (UTF-16 code units of the canonical string), or -1 outside the text.
 * The line break between two blocks belongs to the block before it. Blocks are in order and do not overlap.
 */
export function blockIndexAt(blocks: readonly Block[], offset: number): number {
  let low = 0
  let high = blocks.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const block = blocks[middle] as Block
    if (offset < block.start) high = middle - 1
    else if (offset > block.end) low = middle + 1
    else return middle
  }
  return -1
}

/** The block that holds an offset, under the rules of `blockIndexAt`; null outside the text. */
export function blockAt(blocks: readonly Block[], offset: number): Block | null {
  return blocks[blockIndexAt(blocks, offset)] ?? null
}

/**
 * The number by which a reader cites the paragraph at an offset: every block but headings counts, from 1.
 * A heading has the number of the block that follows it; an offset before or after the text that of the nearest block.
 */
export function paragraphNumber(blocks: readonly Block[], offset: number): number {
  const found = blockIndexAt(blocks, offset)
  const index = found >= 0 ? found : offset < (blocks[0]?.start ?? 0) ? 0 : blocks.length - 1
  let before = 0
  for (const block of blocks.slice(0, Math.max(index, 0))) if (block.kind !== 'heading') before += 1
  return before + 1
}

/** A page of a paged original: the offset of its first word, its place in the file from 1, and what is printed on it. */
export interface PageStart {
  at: number
  page: number
  label: string
}

/** The pages that a block touches, in order. */
function pagesIn({ start, page, pageLabel, pageTurns = [] }: Block): PageStart[] {
  if (page === undefined) return []
  const turns = pageTurns.map((turn) => ({ at: start + turn.at, page: turn.page, label: turn.pageLabel ?? String(turn.page) }))
  return [{ at: start, page, label: pageLabel ?? String(page) }, ...turns]
}

/** Where each page begins, in reading order; empty where there are no pages. A page that is come back to is not told again. */
export function pageStarts(blocks: readonly Block[]): PageStart[] {
  const starts: PageStart[] = []
  for (const start of blocks.flatMap(pagesIn)) if (start.page > (starts.at(-1)?.page ?? 0)) starts.push(start)
  return starts
}

/** The page at an offset as it is printed, under the rules of `blockIndexAt`; null where there are no pages. */
export function pageAt(blocks: readonly Block[], offset: number): string | null {
  const block = blockAt(blocks, offset)
  return (block && pagesIn(block).findLast(({ at }) => at <= offset)?.label) ?? null
}

/** The pages of the stretch `[start, end)` as one cites them: `4` or `4–5`; null where there are none. */
export function pagesOf(blocks: readonly Block[], start: number, end: number): string | null {
  const [first, last] = [pageAt(blocks, start), pageAt(blocks, Math.max(start, end - 1))]
  return first === null || last === null || first === last ? first : `${first}–${last}`
}

/** Whether a number of pages names more than one. */
export function isSeveral(pages: string): boolean {
  return /\w\s*(?:[–—-]|,|&)\s*\w/.test(pages)
}

/** How many blocks count as paragraphs: all but headings. */
export function countParagraphs(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => (block.kind === 'heading' ? count : count + 1), 0)
}

/**
 * The number of words under the Unicode rules (UAX #29), numbers included, punctuation and emoji not.
 * `language` (BCP 47) matters to scripts without spaces; an unknown one is as good as none.
 * Text of Latin letters and common punctuation is counted by a pattern that says the same in a third of the time: an
 * import counts every word that comes in.
 */
export function countWords(text: string, language?: string | null): number {
  if (plainText.test(text) && !ownColon.test(language ?? '')) return (text.match(plainWord) ?? []).reduce((count, word) => count + (word === '_' ? 0 : 1), 0)
  let count = 0
  for (const segment of wordSegmenter(language).segment(text)) if (segment.isWordLike) count += 1
  return count
}

// oxlint-disable-next-line no-control-regex -- all of ASCII is meant
const plainText = /^[\x00-\x7f\xa0\xc0-\xd6\xd8-\xf6\xf8-\xff“”‘’–—…]*$/
/** Runs of letters, figures and low lines, joined by the signs that join letters, or figures (MidNumLet, MidLetter, MidNum). */
const plainWord =
  /[A-Za-z0-9_\xc0-\xd6\xd8-\xf6\xf8-\xff]+(?:(?:(?<=[A-Za-z\xc0-\xff])[.':‘’](?=[A-Za-z\xc0-\xff])|(?<=[0-9])[.,;'‘’](?=[0-9]))[A-Za-z0-9_\xc0-\xd6\xd8-\xf6\xf8-\xff]+)*/g
/** Swedish and Finnish part words at a colon in other ways. */
const ownColon = /^(?:sv|fi)\b/i

/** Making one takes longer than counting a short text. */
const segmenters = new Map<string, Intl.Segmenter>()

function wordSegmenter(language: string | null | undefined): Intl.Segmenter {
  const key = language ?? ''
  const known = segmenters.get(key)
  if (known) return known
  if (segmenters.size > 100) segmenters.clear()
  const made = newSegmenter(key)
  segmenters.set(key, made)
  return made
}

function newSegmenter(language: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(language === '' ? undefined : language, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter(undefined, { granularity: 'word' })
  }
}
