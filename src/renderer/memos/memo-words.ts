// Words and paragraphs of a document in the editor, counted again only where it changed.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { wordsIn as wordsInQuotation } from './quotation-node.ts'
import type { EditorState } from '@tiptap/pm/state'
import { countWords } from '../../shared/blocks.ts'

const lineOf = (leaf: ProseMirrorNode): string => (leaf.type.name === 'hardBreak' ? '\n' : '')

/** A block's words, and those of the footnotes in it. */
function countIn(block: ProseMirrorNode): number {
  let words = countWords(block.textBetween(0, block.content.size, '\n', lineOf))
  const add = (node: ProseMirrorNode): boolean => {
    if (node.type.name === 'passageQuotation') words += countWords(wordsInQuotation(node))
    if (node.type.name === 'footnote') words += countWords(node.attrs.text as string)
    return !node.isLeaf
  }
  add(block)
  block.descendants(add)
  return words
}

const counted = new WeakMap<ProseMirrorNode, number>()

/** The number of words under the rules of `countWords`; blocks that did not change are not read again. */
export function wordsIn(doc: ProseMirrorNode): number {
  let words = 0
  doc.forEach((block) => {
    let count = counted.get(block)
    if (count === undefined) {
      count = countIn(block)
      counted.set(block, count)
    }
    words += count
  })
  return words
}

/** Which of the document's blocks the caret is in, from 1, and how many there are. */
export const caretPlace = ({ doc, selection }: EditorState): { paragraph: number; paragraphs: number } => ({
  paragraph: Math.min(selection.$head.index(0) + 1, doc.childCount),
  paragraphs: doc.childCount,
})
