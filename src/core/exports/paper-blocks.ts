// A memo's blocks as blocks of the paper.
import { confidences, likelihoods } from '../../shared/items.ts'
import { calloutKinds } from '../../shared/judgments.ts'
import { judgmentClose, judgmentLead } from '../../shared/judgment-words.ts'
import { nodesOf } from '../../shared/memo-document.ts'
import { wordsOfQuotation } from '../../shared/passage-quotation.ts'
import type { DocumentNode } from '../../shared/memos.ts'
import { chartBlocks } from './chart-blocks.ts'
import { imageBlocks } from './image-blocks.ts'
import { inlineRuns, plainText, textOfUnknown, type Gathering } from './inline-runs.ts'
import { paperTable } from './paper-table.ts'
import type { Direction, HeadingBlock, Inline, ListBlock, PaperBlock, Textual } from './paper.ts'
import { directionOf, languageOfScript } from './printable-text.ts'

/** Lists and quotations nest to here; what lies deeper is printed at this depth (Typst's layout ends at about 70). */
const deepest = 8

const transparent = new Set(['doc', 'listItem'])
const inlineTypes = new Set(['text', 'hardBreak', 'citation', 'footnote'])

/** Blocks for document nodes at a nesting depth, in order. Text that stands where a block belongs becomes a paragraph. */
export function paperBlocks(nodes: readonly DocumentNode[], gathering: Gathering, depth = 0): PaperBlock[] {
  const blocks: PaperBlock[] = []
  const rest = [...nodes].toReversed()
  for (let node = rest.pop(); node; node = rest.pop()) {
    if (inlineTypes.has(node.type)) {
      const run = [node]
      while (rest.length > 0 && inlineTypes.has(rest.at(-1)?.type ?? '')) run.push(rest.pop() as DocumentNode)
      blocks.push(...paragraph(run, gathering))
    } else if (transparent.has(node.type)) {
      rest.push(...(node.content ?? []).toReversed())
    } else if (depth >= deepest && isContainer(node)) {
      gathering.warnings.add('Lists or quotations nest deeper than a page can show. Their text was kept, less indented.')
      rest.push(...(node.content ?? []).toReversed())
    } else if (Object.hasOwn(converters, node.type)) {
      blocks.push(...(converters[node.type]?.(node, gathering, depth) ?? []))
    } else rest.push(...textOfUnknown(node, gathering).toReversed())
  }
  return blocks
}

type Converter = (node: DocumentNode, gathering: Gathering, depth: number) => PaperBlock[]

const isContainer = (node: DocumentNode): boolean =>
  ['bulletList', 'orderedList', 'blockquote', 'callout', 'table', 'tableRow', 'tableCell', 'tableHeader'].includes(node.type)

const converters: Record<string, Converter> = {
  paragraph: (node, gathering) => paragraph(node.content ?? [], gathering),
  heading,
  bulletList: list,
  orderedList: list,
  blockquote: (node, gathering, depth) => {
    const content = paperBlocks(node.content ?? [], gathering, depth + 1)
    return content.length > 0 ? [{ kind: 'quotation', whole: false, content }] : []
  },
  callout: (node, gathering, depth) => {
    const content = paperBlocks(node.content ?? [], gathering, depth + 1)
    const kind = calloutKinds.find((one) => one === node.attrs?.['kind']) ?? 'note'
    return content.length > 0 ? [{ kind: 'callout', whole: false, label: gathering.labels.callouts[kind], content }] : []
  },
  passageQuotation: (node, gathering) => {
    const words: DocumentNode = { type: 'text', text: wordsOfQuotation(node) }
    const content = paragraph([words, ...(node.content ?? [])], gathering)
    return content.length > 0 ? [{ kind: 'quotation', whole: false, content }] : []
  },
  evidenceTable: (_node, { tabled }) => structuredClone([...tabled]),
  sourceList: (_node, gathering, depth) => {
    if (depth === 0 && !gathering.sourcesPlaced) {
      gathering.sourcesPlaced = true
      return [{ kind: 'sources' }]
    }
    gathering.warnings.add('A source list within another block, or a second one, was left out: the memo has one list of its sources.')
    return []
  },
  keyJudgment: judgment,
  table,
  horizontalRule: () => [{ kind: 'rule' }],
  image: (node, gathering) => imageBlocks(node, gathering),
  chart: (node, { charts, locale, removals }) => chartBlocks(node, charts, locale, removals),
  codeBlock: code,
}

function textual(content: Inline[]): Textual {
  const text = plainText(content)
  return { direction: directionOf(text), language: languageOfScript(text), content }
}

const aParagraph = (content: Inline[]): PaperBlock => ({ kind: 'paragraph', whole: false, ...textual(content) })

const words = (text: string): Inline => ({ kind: 'text', text, emphasis: [], link: null })

/** A key judgment with the words that its controls write. */
function judgment(node: DocumentNode, gathering: Gathering): PaperBlock[] {
  const own = paragraph(node.content ?? [], gathering)
  const likelihood = likelihoods.find((term) => term === node.attrs?.['likelihood']) ?? null
  const confidence = confidences.find((level) => level === node.attrs?.['confidence']) ?? null
  const first = own[0]?.kind === 'paragraph' ? plainText(own[0].content) : ''
  const [lead, close] = [judgmentLead(likelihood, gathering.locale, first), judgmentClose(confidence, gathering.locale)]
  const content = own.flatMap((block): PaperBlock[] => {
    if (block.kind !== 'paragraph') return [block]
    const around = [...(lead === '' ? [] : [words(lead)]), ...block.content, ...(close === '' ? [] : [words(` ${close}`)])]
    return [{ ...block, content: around }]
  })
  return content.length > 0 ? [{ kind: 'callout', whole: false, label: gathering.labels.keyJudgment, content }] : []
}

/** A note's mark cannot hang in a code block; marks found there follow it in a paragraph. */
function code(node: DocumentNode, gathering: Gathering): PaperBlock[] {
  const spaced = (node.content ?? []).map((child) =>
    child.text === undefined
      ? child
      : { ...child, marks: (child.marks ?? []).filter(({ type }) => type === 'comment'), text: child.text.replaceAll('\t', '    ') },
  )
  const runs = inlineRuns(spaced, gathering)
  const marks = runs.filter((run) => run.kind === 'citation')
  const text = plainText(runs)
  const comments = [...new Set(runs.flatMap((run) => (run.kind === 'text' ? (run.comments ?? []) : [])))]
  return [
    ...(text === '' ? [] : [{ kind: 'code' as const, text, ...(comments.length > 0 ? { comments } : {}) }]),
    ...(marks.length === 0 ? [] : [aParagraph(marks)]),
  ]
}

/** An empty paragraph is room the writer made on screen; the page spaces its own. */
function paragraph(nodes: readonly DocumentNode[], gathering: Gathering): PaperBlock[] {
  const content = inlineRuns(nodes, gathering)
  const empty = content.every((run) => run.kind === 'break' || (run.kind === 'text' && run.text.trim() === ''))
  return empty ? [] : [aParagraph(content)]
}

function heading(node: DocumentNode, gathering: Gathering): PaperBlock[] {
  const content = inlineRuns(node.content ?? [], gathering)
  if (plainText(content).trim() === '') return content.length > 0 ? [aParagraph(content)] : []
  const level = node.attrs?.['level']
  return [{ kind: 'heading', level: level === 1 || level === 2 ? level : 3, rank: 1, ...textual(content) }]
}

function list(node: DocumentNode, gathering: Gathering, depth: number): PaperBlock[] {
  const ordered = node.type === 'orderedList'
  const start = node.attrs?.['start']
  // An item that is nothing but a prompt goes with it; one that the writer left empty stays.
  const items = (node.content ?? []).flatMap((item) => {
    const blocks = paperBlocks([item], gathering, depth + 1)
    return blocks.length === 0 && [...nodesOf(item)].some(({ type }) => type === 'prompt') ? [] : [blocks]
  })
  if (items.length === 0) return []
  const close = (item: PaperBlock[]) =>
    item.length <= 2 && item.every((block, index) => block.kind === (index === 0 ? 'paragraph' : 'list'))
  const block: ListBlock = {
    kind: 'list',
    ordered,
    start: ordered && typeof start === 'number' && Number.isInteger(start) && start >= 0 && start < 1e9 ? start : 1,
    tight: items.every(close),
    direction: firstDirection(items.flat()),
    whole: false,
    items,
  }
  return [block]
}

function table(node: DocumentNode, gathering: Gathering, depth: number): PaperBlock[] {
  const contentOf = (cell: DocumentNode) =>
    paperBlocks(cell.type === 'tableCell' || cell.type === 'tableHeader' ? (cell.content ?? []) : [cell], gathering, depth + 2)
  const block = paperTable(node, contentOf)
  if (block.rows.length === 0) return []
  block.direction = firstDirection(block.rows.flat().flatMap((cell) => cell.content))
  return [block]
}

function firstDirection(blocks: readonly PaperBlock[]): Direction {
  for (const block of blocks) {
    if ('direction' in block && block.direction !== null) return block.direction
    if (block.kind === 'quotation' || block.kind === 'callout') return firstDirection(block.content)
  }
  return null
}

/** Gives headings, in document order, bookmark ranks that start at 1 and never skip one. */
export function rankHeadings(blocks: readonly PaperBlock[]): void {
  let last = 0
  const open: number[] = []
  for (const heading of headingsIn(blocks)) {
    while (open.length > 0 && (open.at(-1) ?? 0) >= heading.level) open.pop()
    open.push(heading.level)
    heading.rank = Math.min(open.length, last + 1)
    last = heading.rank
  }
}

function headingsIn(blocks: readonly PaperBlock[]): HeadingBlock[] {
  return blocks.flatMap((block): HeadingBlock[] => {
    if (block.kind === 'heading') return [block]
    if (block.kind === 'list') return block.items.flatMap(headingsIn)
    if (block.kind === 'quotation' || block.kind === 'callout') return headingsIn(block.content)
    if (block.kind === 'table') return block.rows.flatMap((row) => row.flatMap((cell) => headingsIn(cell.content)))
    return []
  })
}

