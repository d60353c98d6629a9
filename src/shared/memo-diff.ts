// The differences of two states of a memo: block by block, and within changed blocks by words.
import type { DocumentNode } from './memos.ts'
import { diffSequences, type Change } from './sequence-diff.ts'
import { diffWords } from './text-diff.ts'

/**
 * A block without blocks in it. `kind` is what it is in words, for example `heading 2` or `list item`; `text` its words,
 * with one private character for each citation and footnote (see `MemoDiff.citations`) and hard breaks as `\n`; `look` tells its
 * marks apart from those of another block with the same words.
 */
export interface DiffedBlock {
  kind: string
  text: string
  look: string
}

/**
 * What stands beside what: one side is null where a block was added or taken away. `changes` are spans of both texts,
 * in UTF-16 code units, empty where the words are the same.
 */
export interface DiffRow {
  before: DiffedBlock | null
  after: DiffedBlock | null
  changes: Change[]
  /** Whether anything differs: words, kind, or marks. */
  differs: boolean
}

/** Both states beside each other. `citations` gives for each private character the quotations of its citation, or the words of its note. */
export interface MemoDiff {
  rows: DiffRow[]
  citations: ReadonlyMap<string, string>
}

const privateUse = /[\uE000-\uF8FF]/g
const [firstPrivate, lastPrivate] = [0xe000, 0xf8ff]

/** Gives each citation a character of its own: the same one for the same references. */
class CitationSigns {
  private readonly signs = new Map<string, string>()
  readonly quotes = new Map<string, string>()

  signOf(cites: unknown): string {
    const key = JSON.stringify(cites)
    const known = this.signs.get(key)
    if (known) return known
    const sign = String.fromCharCode(Math.min(firstPrivate + this.signs.size, lastPrivate))
    const quotes = Array.isArray(cites) ? cites.map((cite: { quote?: unknown }) => (typeof cite?.quote === 'string' ? cite.quote : '')) : []
    this.signs.set(key, sign)
    this.quotes.set(sign, quotes.join('; '))
    return sign
  }
}

const containers: Record<string, string> = { listItem: 'list item', blockquote: 'quotation', tableCell: 'cell', tableHeader: 'cell' }
const inWords = (type: string): string => type.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

function kindOf({ type, attrs }: DocumentNode, around: string | null): string {
  if (type === 'heading') return `heading ${String(attrs?.['level'] ?? 1)}`
  if (type === 'paragraph') return around ?? 'paragraph'
  if (type === 'keyJudgment') return ['key judgment', attrs?.['likelihood'], attrs?.['confidence']].filter(Boolean).join(', ')
  return inWords(type)
}

const isInline = ({ type }: DocumentNode, of: DocumentNode): boolean =>
  ['text', 'citation', 'hardBreak', 'footnote', 'prompt'].includes(type) || ['paragraph', 'heading', 'codeBlock', 'keyJudgment'].includes(of.type)

function blockOf(node: DocumentNode, around: string | null, signs: CitationSigns): DiffedBlock {
  let text = ''
  const look: unknown[] = [node.attrs ?? null]
  for (const child of node.content ?? []) {
    if (child.type === 'citation') text += signs.signOf(child.attrs?.['cites'])
    else if (child.type === 'footnote') text += signs.signOf([{ quote: child.attrs?.['text'] }])
    else if (child.type === 'hardBreak') text += '\n'
    else text += (child.text ?? '').replaceAll(privateUse, '\uFFFD')
    look.push([(child.marks ?? []).filter(({ type }) => type !== 'comment'), text.length])
  }
  return { kind: kindOf(node, around), text, look: JSON.stringify(look) }
}

/** The blocks of a checked document in reading order, of nodes that are not known, too. */
function blocksOf(document: DocumentNode, signs: CitationSigns): DiffedBlock[] {
  const blocks: DiffedBlock[] = []
  const open: { node: DocumentNode; around: string | null }[] = [{ node: document, around: null }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, around } = next
    const content = node.content ?? []
    if (content.length === 0 || content.some((child) => isInline(child, node))) {
      if (node.type !== 'doc') blocks.push(blockOf(node, around, signs))
      continue
    }
    const within = containers[node.type] ?? around
    for (const child of content.toReversed()) open.push({ node: child, around: within })
  }
  return blocks
}

/** Rather alike than different: below this, two blocks are one taken away and one added. From 0 to 1. */
const alike = 0.4
/** Regions with more pairs than this are paired in their order: the time stays bounded. */
const mostPairs = 40_000

const wordsOf = (text: string): Map<string, number> => {
  const words = new Map<string, number>()
  for (const word of text.match(/[\p{L}\p{N}]+|[^\s]/gu) ?? []) words.set(word, (words.get(word) ?? 0) + 1)
  return words
}

function likeness(a: Map<string, number>, b: Map<string, number>): number {
  let [common, all] = [0, 0]
  for (const [word, count] of a) {
    common += Math.min(count, b.get(word) ?? 0)
    all += count
  }
  for (const count of b.values()) all += count
  return all === 0 ? 1 : (2 * common) / all
}

/** Which blocks of a changed region stand beside each other: in order, so that they are most alike in sum. */
function pairsOf(before: DiffedBlock[], after: DiffedBlock[]): [number, number][] {
  if (before.length * after.length > mostPairs) return before.slice(0, after.length).map((_, at) => [at, at])
  const words = { before: before.map(({ text }) => wordsOf(text)), after: after.map(({ text }) => wordsOf(text)) }
  const width = after.length + 1
  const best = new Float64Array((before.length + 1) * width)
  const gain = new Float64Array((before.length + 1) * width)
  const at = (row: number, column: number) => row * width + column
  for (let row = before.length - 1; row >= 0; row -= 1) {
    for (let column = after.length - 1; column >= 0; column -= 1) {
      const same = likeness(words.before[row] as Map<string, number>, words.after[column] as Map<string, number>)
      gain[at(row, column)] = same >= alike ? same + (before[row]?.kind === after[column]?.kind ? 0.1 : 0) : 0
      const paired = gain[at(row, column)]! > 0 ? gain[at(row, column)]! + best[at(row + 1, column + 1)]! : 0
      best[at(row, column)] = Math.max(paired, best[at(row + 1, column)]!, best[at(row, column + 1)]!)
    }
  }
  const pairs: [number, number][] = []
  let [row, column] = [0, 0]
  while (row < before.length && column < after.length) {
    const here = best[at(row, column)]!
    if (gain[at(row, column)]! > 0 && here === gain[at(row, column)]! + best[at(row + 1, column + 1)]!) pairs.push([row++, column++])
    else if (here === best[at(row + 1, column)]!) row += 1
    else column += 1
  }
  return pairs
}

const added = (after: DiffedBlock): DiffRow => ({ before: null, after, changes: [{ start: 0, end: 0, newStart: 0, newEnd: after.text.length }], differs: true })
const removed = (before: DiffedBlock): DiffRow => ({ before, after: null, changes: [{ start: 0, end: before.text.length, newStart: 0, newEnd: 0 }], differs: true })
const paired = (before: DiffedBlock, after: DiffedBlock): DiffRow => {
  const changes = diffWords(before.text, after.text)
  return { before, after, changes, differs: changes.length > 0 || before.kind !== after.kind || before.look !== after.look }
}

function regionRows(before: DiffedBlock[], after: DiffedBlock[]): DiffRow[] {
  const rows: DiffRow[] = []
  let [row, column] = [0, 0]
  for (const [inBefore, inAfter] of [...pairsOf(before, after), [before.length, after.length]] as [number, number][]) {
    while (row < inBefore) rows.push(removed(before[row++] as DiffedBlock))
    while (column < inAfter) rows.push(added(after[column++] as DiffedBlock))
    if (row < before.length && column < after.length) rows.push(paired(before[row++] as DiffedBlock, after[column++] as DiffedBlock))
  }
  return rows
}

/** Both states of a memo beside each other, every block of either once and in order. Documents that were checked. */
export function diffMemos(before: DocumentNode, after: DocumentNode): MemoDiff {
  const signs = new CitationSigns()
  const [a, b] = [blocksOf(before, signs), blocksOf(after, signs)]
  const known = new Map<string, number>()
  const idOf = ({ kind, text }: DiffedBlock): number => {
    const key = `${kind}\n${text}`
    if (!known.has(key)) known.set(key, known.size)
    return known.get(key) as number
  }
  const rows: DiffRow[] = []
  let [row, column] = [0, 0]
  const copyUntil = (end: number) => {
    while (row < end) rows.push(paired(a[row++] as DiffedBlock, b[column++] as DiffedBlock))
  }
  for (const { start, end, newStart, newEnd } of diffSequences(a.map(idOf), b.map(idOf))) {
    copyUntil(start)
    rows.push(...regionRows(a.slice(start, end), b.slice(newStart, newEnd)))
    row = end
    column = newEnd
  }
  copyUntil(a.length)
  return { rows, citations: signs.quotes }
}
