// Which blocks of a long text are drawn as one stretch, when it is opened and while it is changed.
import { Fragment, type Mark, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, type EditorState, type Transaction } from '@tiptap/pm/state'
import { stretchName, stretchOf, withoutStretches } from './stretch-mark.ts'
import { StretchStep } from './stretch-step.ts'

/** Of more blocks than this a text counts as long … */
export const longText = 150

/** … and of more positions: some 30,000 words. */
const longSize = 200_000

/** Whether a text is so long that what is out of sight of it is not laid out. */
export const isLongText = ({ childCount, content }: ProseMirrorNode): boolean => childCount > longText || content.size > longSize

/** About so much stands in a stretch, in positions of the document; one that is written in grows to twice as much. */
const sizeOfStretch = 5000

/**
 * What may stand first in a stretch, as nothing is above it: margins of two blocks are one, but not across the edge of a
 * stretch. Anything else goes with what is before it.
 */
const flat = new Set(['paragraph', 'bulletList', 'orderedList', 'codeBlock'])

/** How high a block is likely to stand in a column of the usual width, in CSS pixels. */
const heightOf = ({ content }: ProseMirrorNode): number => Math.ceil(content.size / 62) * 26 + 12

const heightOfAll = (blocks: readonly ProseMirrorNode[]): number => blocks.reduce((sum, block) => sum + heightOf(block), 0)

/** The stretch of each of the blocks that stand side by side, numbered from `first` on. */
function stretchesOf(blocks: readonly ProseMirrorNode[], first: number): Mark[] {
  const groups: ProseMirrorNode[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const block of blocks) {
    if (groups.length === 0 || (size >= sizeOfStretch && flat.has(block.type.name))) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(block)
    size += block.nodeSize
  }
  return groups.flatMap((group, index) => {
    const mark = group[0]?.type.schema.mark(stretchName, { number: first + index, height: heightOfAll(group) })
    return mark ? group.map(() => mark) : []
  })
}

/** A document with its blocks in stretches, if it is long. */
export function inStretches(doc: ProseMirrorNode): ProseMirrorNode {
  if (!isLongText(doc)) return doc
  const stretches = stretchesOf(doc.children, 0)
  return doc.copy(Fragment.fromArray(doc.children.map((block, index) => block.mark(stretches.slice(index, index + 1)))))
}

interface Range {
  from: number
  to: number
}

/** Where changes touched the document that they made; null when they moved nothing. */
const touched = (changes: readonly Transaction[]): Range | null =>
  changes.reduce<Range | null>((known, change) => {
    const before = known && { from: change.mapping.map(known.from, -1), to: change.mapping.map(known.to, 1) }
    const own = change.changedRange()
    return before && own ? { from: Math.min(before.from, own.from), to: Math.max(before.to, own.to) } : (own ?? before)
  }, null)

/** A number that no stretch of a document has. */
const nextNumber = (doc: ProseMirrorNode): number => Math.max(-1, ...doc.children.map((block) => (stretchOf(block)?.attrs['number'] as number | undefined) ?? -1)) + 1

/** How much stands in the stretch that ends before a block, in positions; 0 when none does. */
function sizeBefore(blocks: readonly ProseMirrorNode[], index: number): number {
  const mark = index > 0 ? stretchOf(blocks[index - 1] as ProseMirrorNode) : undefined
  let size = 0
  for (let at = index - 1; at >= 0 && mark?.isInSet(blocks[at]?.marks ?? []); at -= 1) size += blocks[at]?.nodeSize ?? 0
  return size
}

/** By index, the stretches for those of the top blocks between two indexes that stand in none or in the wrong one. */
function settled(doc: ProseMirrorNode, first: number, last: number): Map<number, Mark> {
  const blocks = doc.children
  const wanted = new Map<number, Mark>()
  const markAt = (index: number) => wanted.get(index) ?? (blocks[index] && stretchOf(blocks[index]))
  for (let index = first; index <= Math.min(last, blocks.length - 1); index += 1) {
    const block = blocks[index] as ProseMirrorNode
    const [before, own] = [markAt(index - 1), markAt(index)]
    if (before && !flat.has(block.type.name)) {
      if (!own?.eq(before)) wanted.set(index, before)
    } else if (!own) {
      const next = blocks.findIndex((other, at) => at > last || (at > index && stretchOf(other)))
      const run = blocks.slice(index, next < 0 ? blocks.length : next)
      const size = run.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
      const joins = before !== undefined && sizeBefore(blocks, index) + size <= 2 * sizeOfStretch
      const marks = joins ? run.map(() => before) : stretchesOf(run, nextNumber(doc))
      for (const [at, mark] of marks.entries()) wanted.set(index + at, mark)
    }
  }
  return wanted
}

/**
 * By index, what should stand in place of top blocks around a range: in the stretches that they should stand in, and with
 * nothing in them that is in one still.
 */
function around(doc: ProseMirrorNode, { from, to }: Range): Map<number, ProseMirrorNode> {
  const end = doc.childCount - 1
  const isNew = isLongText(doc) && !doc.children.some(stretchOf)
  const [first, last] = isNew ? [0, end] : [doc.resolve(from).index(0), Math.min(end, doc.resolve(Math.min(to, doc.content.size)).index(0) + 1)]
  const wanted = isLongText(doc) ? settled(doc, first, last) : new Map<number, Mark>()
  const changed = new Map<number, ProseMirrorNode>()
  for (let index = first; index <= last; index += 1) {
    const block = doc.child(index)
    const mark = wanted.get(index) ?? stretchOf(block)
    const plain = withoutStretches(block)
    const next = mark ? plain.mark([mark]) : plain
    if (!next.sameMarkup(block) || next.content !== block.content) changed.set(index, next)
  }
  return changed
}

/** Whether there may be stretches in a document. */
const mayHaveStretches = (doc: ProseMirrorNode): boolean => isLongText(doc) || doc.children.some(stretchOf)

/** A change that nobody made: undo passes it over, the marks of the next letter stay, and so does what Backspace takes back. */
function unnoticed(change: Transaction, state: EditorState): Transaction {
  // Input rules remember what they made of what was typed until the next change.
  for (const plugin of state.plugins) if (plugin.spec['isInputRules']) change.setMeta(plugin, plugin.getState(state))
  return change.setStoredMarks(state.storedMarks).setMeta('addToHistory', false)
}

/**
 * Keeps a long text in stretches while it is changed: a new block joins the stretch before it, what is pasted at once is
 * cut as when a memo is opened, and what moves into a list or a table leaves its stretch.
 */
export const stretching = (): Plugin =>
  new Plugin({
    appendTransaction(changes, before, state) {
      const range = touched(changes)
      // What a composition stands in must not be drawn anew.
      if (!range || changes.some((change) => change.getMeta('composition') !== undefined)) return null
      if (![before.doc, state.doc].some(mayHaveStretches)) return null
      const blocks = around(state.doc, range)
      return blocks.size === 0 ? null : unnoticed(state.tr.step(new StretchStep(blocks)), state)
    },
  })
