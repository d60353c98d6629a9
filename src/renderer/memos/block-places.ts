// From a place in a text block, as the core counts it, to a range of the editor's document.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'

/** The position of an offset within a text block: citations are no part of its text, a hard break is one character. */
function positionIn(block: ProseMirrorNode, start: number, offset: number, atEnd: boolean): number {
  let left = offset
  let position = start + 1
  for (let at = 0; at < block.childCount; at += 1) {
    const child = block.child(at)
    const length = child.isText ? child.nodeSize : child.type.name === 'hardBreak' ? 1 : 0
    if (left < length || (atEnd && left === length && length > 0)) return position + left
    left -= length
    position += child.nodeSize
  }
  return position
}

/** A text block's words as the core reads them. */
const wordsOf = (block: ProseMirrorNode): string =>
  block.textBetween(0, block.content.size, null, (leaf) => (leaf.type.name === 'hardBreak' ? '\n' : ''))

/** Where words stand in a text that may have changed since they were at `start`: there, else nearest to it; -1 for nowhere. */
function nearestTo(text: string, words: string, start: number): number {
  const before = text.lastIndexOf(words, start)
  const after = text.indexOf(words, start)
  if (before < 0 || after < 0) return Math.max(before, after)
  return start - before <= after - start ? before : after
}

/**
 * Where words stand that a search found: in the first text block that has them in `context`, the words around them on one
 * line, with `at` their place in it; else in the first block that has the words. Null when no block has them.
 */
export function rangeOfFound(doc: ProseMirrorNode, { context, at, words }: Found): { from: number; to: number } | null {
  const whole: { index: number; start: number }[] = []
  const part: { index: number; start: number }[] = []
  let index = -1
  doc.descendants((node) => {
    if (whole.length > 0 || !node.isTextblock) return whole.length === 0
    index += 1
    const line = wordsOf(node).replaceAll('\n', ' ')
    const place = line.indexOf(context)
    if (place >= 0) whole.push({ index, start: place + at })
    const alone = line.indexOf(words)
    if (alone >= 0 && part.length === 0) part.push({ index, start: alone })
    return false
  })
  const found = whole[0] ?? part[0]
  return found ? rangeInBlock(doc, found.index, found.start, words) : null
}

/** Words that a search found, with what stands around them. */
export interface Found {
  context: string
  at: number
  words: string
}

/** The range of words that were at an offset of the nth text block, counted from 0; null when they are not there any more. */
export function rangeInBlock(doc: ProseMirrorNode, index: number, start: number, words: string): { from: number; to: number } | null {
  let count = -1
  let range: { from: number; to: number } | null = null
  doc.descendants((node, position) => {
    if (range || !node.isTextblock) return range === null
    count += 1
    if (count !== index) return false
    const at = nearestTo(wordsOf(node), words, start)
    if (at >= 0) range = { from: positionIn(node, position, at, false), to: positionIn(node, position, at + words.length, true) }
    return false
  })
  return range
}
