// The gate between a stored memo and the editor: what it does not know never reaches it.
import { Fragment, Mark, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { parseDocument, plainTextOf } from '../../shared/memo-document.ts'
import { withoutStretches } from './stretch-mark.ts'
import type { DocumentChange, DocumentNode } from '../../shared/memos.ts'

/** Either a document the editor may have, or why it may not, with the words it holds as far as they can be read. */
export type OpenedDocument = { doc: ProseMirrorNode } | { problem: string; plain: string }

const problemIn = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : 'something unexpected')

/** Marks in the schema's order and equal neighbours joined, as the editor would write them: the same text. */
function inOrder(node: ProseMirrorNode): ProseMirrorNode {
  const marks = Mark.setFrom([...node.marks])
  const ordered = Mark.sameSet(marks, node.marks) ? node : node.mark(marks)
  if (node.isLeaf) return ordered
  const children: ProseMirrorNode[] = []
  let changed = false
  node.forEach((child) => {
    const next = inOrder(child)
    const before = children.at(-1)
    changed ||= next !== child || Boolean(next.isText && before?.sameMarkup(next))
    children.push(next)
  })
  return changed ? ordered.copy(Fragment.fromArray(children)) : ordered
}

/** As much as can be read of a document that is not known: every text in it, a line each for what looks like a block. */
function legibleText(text: string): string {
  try {
    return plainTextOf(JSON.parse(text) as DocumentNode) || text
  } catch {
    return text
  }
}

/** Checks a stored document twice, by the contract and by the schema. Never throws; the text itself is not touched. */
export function openDocument(schema: Schema, text: string): OpenedDocument {
  const parsed = parseDocument(text)
  if ('problem' in parsed) return { problem: parsed.problem, plain: legibleText(text) }
  try {
    const doc = inOrder(schema.nodeFromJSON(parsed.document))
    doc.check()
    return { doc }
  } catch (thrown) {
    return { problem: problemIn(thrown), plain: legibleText(text) }
  }
}

/** The document's own attributes, where one is not empty; a document without comments says nothing of them. */
const attributesIn = (doc: ProseMirrorNode): string =>
  Object.values(doc.attrs).some((value) => !Array.isArray(value) || value.length > 0) ? `"attrs":${JSON.stringify(doc.attrs)},` : ''

const written = new WeakMap<ProseMirrorNode, string>()

/** A block as JSON text; one that did not change since it was asked about is not written again. */
function writeBlock(block: ProseMirrorNode): string {
  const known = written.get(block)
  if (known !== undefined) return known
  const text = JSON.stringify(withoutStretches(block).toJSON())
  written.set(block, text)
  return text
}

const opening = (doc: ProseMirrorNode): string => `{"type":"doc",${attributesIn(doc)}"content":[`
const closing = ']}'

/** The document as JSON text. Blocks that did not change since the last call are not written again. */
export const writeDocument = (doc: ProseMirrorNode): string => `${opening(doc)}${doc.children.map(writeBlock).join(',')}${closing}`

const isSame = (a: ProseMirrorNode | undefined, b: ProseMirrorNode | undefined): boolean =>
  a !== undefined && b !== undefined && (a === b || writeBlock(a) === writeBlock(b))

/** Characters of blocks that stand side by side, with the commas between them. */
const lengthOf = (blocks: readonly ProseMirrorNode[]): number =>
  blocks.reduce((length, block) => length + writeBlock(block).length, Math.max(0, blocks.length - 1))

/**
 * How the text of a document differs from that of another, in whole blocks; null when it does not. What it costs goes
 * with the number of blocks and with what changed, not with the length of the text.
 */
export function changeBetween(stored: ProseMirrorNode, now: ProseMirrorNode): DocumentChange | null {
  const [before, after] = [stored.children, now.children]
  const most = Math.min(before.length, after.length)
  let [first, last] = [0, 0]
  while (first < most && isSame(before[first], after[first])) first += 1
  while (last < most - first && isSame(before[before.length - 1 - last], after[after.length - 1 - last])) last += 1
  const [lead, opened] = [opening(stored), opening(now)]
  const alike = lead === opened
  if (alike && first === before.length && first === after.length) return null
  const changed = after.slice(first, after.length - last)
  const kept = lengthOf(before.slice(0, first))
  const tail = lengthOf(before.slice(before.length - last)) + closing.length
  const comma = (isNeeded: boolean) => (isNeeded ? ',' : '')
  // Another opening stands before everything, and with it the blocks that are the same are sent, too.
  const head = alike ? lead.length + kept : 0
  const start = alike ? '' : opened + after.slice(0, first).map(writeBlock).join(',')
  const middle = start + comma(first > 0 && first < after.length) + changed.map(writeBlock).join(',') + comma(changed.length > 0 && last > 0)
  return { before: lead.length + lengthOf(before) + closing.length, head, tail, middle }
}
