// A source text as an editor document, with the table that ties its text nodes to canonical offsets.
import type { JSONContent } from '@tiptap/core'
import type { Block, SourceText, TextMark } from '../../shared/sources.ts'
import type { Run } from './offset-map.ts'

/** The document and its runs, both in reading order. */
export interface SourceDocument {
  content: JSONContent
  runs: Run[]
}

/** A node that holds text, before its place in the document is known. */
interface Leaf {
  type: string
  attrs?: Record<string, unknown>
  start: number
  end: number
}

/** A text of more nodes than this is put into stretches of so many characters, so that the browser looks at fewer boxes. */
const leastInStretches = 64
const charactersInStretch = 1600

/**
 * Builds the document of a text. Each block becomes one node; neighbouring list items share a list, rows of one
 * table a table, and the cells of a row (separated by tabs in the text) are nodes of their own. In a long text a few
 * neighbours that are neither list nor table share a stretch, which is laid out as one.
 * Node positions follow ProseMirror: one token for each opening and closing, one for each UTF-16 code unit of text.
 */
export function documentOf({ text, blocks, marks }: Pick<SourceText, 'text' | 'blocks' | 'marks'>): SourceDocument {
  const runs: Run[] = []
  const ordered = marks.toSorted((a, b) => a.start - b.start)
  let position = 0

  const leaf = ({ type, attrs, start, end }: Leaf): JSONContent => {
    runs.push({ start, end, position: position + 1 })
    position += end - start + 2
    const content = textNodes(text, start, end, ordered)
    return { type, attrs: { ...attrs, run: runs.length - 1 }, ...(content.length > 0 ? { content } : {}) }
  }
  const nest = (type: string, attrs: Record<string, unknown>, children: () => JSONContent[]): JSONContent => {
    position += 1
    const content = children()
    position += 1
    return { type, attrs, content }
  }
  const row = (block: Block): JSONContent =>
    nest('tableRow', {}, () =>
      cellsOf(text, block).map((cell) => leaf({ type: block.header ? 'tableHeading' : 'tableCell', ...cell })),
    )

  const node = (group: readonly Block[]): JSONContent => {
    const first = group[0] as Block
    if (first.kind === 'table-row') return nest('table', {}, () => group.map(row))
    if (first.kind !== 'list-item') return leaf({ ...leafOf(first), start: first.start, end: first.end })
    const numbers = numbersOf(group)
    return nest('list', { ordered: first.ordered === true }, () =>
      group.map((item, at) =>
        leaf({ type: 'listItem', attrs: { level: item.level ?? 1, number: numbers[at] }, start: item.start, end: item.end }),
      ),
    )
  }
  const all = groups(blocks)
  const nodes = all.length > leastInStretches ? stretches(all).flatMap((stretch) => (isStretch(stretch) ? nest('stretch', {}, () => stretch.map(node)) : stretch.map(node))) : all.map(node)
  return { content: { type: 'doc', content: nodes.length > 0 ? nodes : [leaf({ type: 'paragraph', start: 0, end: 0 })] }, runs }
}

function leafOf(block: Block): Pick<Leaf, 'type' | 'attrs'> {
  if (block.kind === 'heading') return { type: 'heading', attrs: { level: block.level ?? 2 } }
  return { type: block.kind === 'quotation' || block.kind === 'preformatted' ? block.kind : 'paragraph' }
}

/** Neighbours that make one list or one table; every other block alone. */
function groups(blocks: readonly Block[]): Block[][] {
  const all: Block[][] = []
  for (const block of blocks) {
    const last = all.at(-1)
    if (last?.[0] && together(last[0], block)) last.push(block)
    else all.push([block])
  }
  return all
}

const isStretch = (stretch: readonly Block[][]): boolean => stretch.every(([first]) => first?.kind !== 'list-item' && first?.kind !== 'table-row')

/** Neighbours that are laid out as one; a list or a table stands alone. */
function stretches(all: readonly Block[][]): Block[][][] {
  const made: Block[][][] = []
  let characters = 0
  for (const group of all) {
    const last = made.at(-1)
    if (last && isStretch(last) && isStretch([group]) && (characters < charactersInStretch || belongs(last, group))) last.push(group)
    else {
      made.push([group])
      characters = 0
    }
    characters += (group.at(-1)?.end ?? 0) - (group[0]?.start ?? 0)
  }
  return made
}

/** No stretch ends in a heading, and none between two quotations that are drawn as one, unless it grew too long. */
function belongs(stretch: readonly Block[][], [next]: readonly Block[]): boolean {
  const before = stretch.at(-1)?.[0]?.kind
  return stretch.length < 24 && (before === 'heading' || (before === 'quotation' && next?.kind === 'quotation'))
}

function together(first: Block, next: Block): boolean {
  if (first.kind !== next.kind) return false
  if (first.kind === 'table-row') return first.table === next.table
  return first.kind === 'list-item' && (first.ordered === true) === (next.ordered === true)
}

/** The number of each item among its neighbours of the same depth; a deeper list starts anew under each item. */
function numbersOf(items: readonly Block[]): number[] {
  const counts: number[] = []
  return items.map((item) => {
    const level = item.level ?? 1
    counts.length = level
    counts[level - 1] = (counts[level - 1] ?? 0) + 1
    return counts[level - 1] ?? 1
  })
}

function cellsOf(text: string, block: Block): { start: number; end: number }[] {
  let start = block.start
  return text
    .slice(block.start, block.end)
    .split('\t')
    .map((cell) => {
      const span = { start, end: start + cell.length }
      start = span.end + 1
      return span
    })
}

const markTypes = { emphasis: 'italic', strong: 'bold', link: 'link' } as const

/** The text between two offsets, cut wherever a mark begins or ends. `marks` are ordered by their start. */
function textNodes(text: string, start: number, end: number, marks: readonly TextMark[]): JSONContent[] {
  const here = marksIn(marks, start, end)
  const cuts = [...new Set([start, end, ...here.flatMap((mark) => [Math.max(start, mark.start), Math.min(end, mark.end)])])]
  cuts.sort((a, b) => a - b)
  return cuts.slice(1).map((cut, index) => {
    const from = cuts[index] ?? start
    const inside = here.filter((mark) => mark.start <= from && mark.end >= cut)
    return { type: 'text', text: text.slice(from, cut), ...(inside.length > 0 ? { marks: markNodes(inside) } : {}) }
  })
}

function marksIn(marks: readonly TextMark[], start: number, end: number): TextMark[] {
  if (marks.length === 0) return []
  const found: TextMark[] = []
  for (const mark of marks) {
    if (mark.start >= end) break
    if (mark.end > start && mark.end > mark.start) found.push(mark)
  }
  return found
}

function markNodes(marks: readonly TextMark[]): { type: string; attrs?: Record<string, unknown> }[] {
  const kinds = new Map(marks.map((mark) => [mark.kind, mark]))
  return [...kinds.values()].map((mark) =>
    mark.kind === 'link' ? { type: 'link', attrs: { href: mark.href ?? '' } } : { type: markTypes[mark.kind] },
  )
}
