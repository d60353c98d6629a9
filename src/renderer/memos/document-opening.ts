// The gate between a stored memo and the editor: what it does not know never reaches it.
import { Fragment, Mark, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { parseDocument, plainTextOf } from '../../shared/memo-document.ts'
import type { DocumentNode } from '../../shared/memos.ts'

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

/** The document as JSON text. Blocks that did not change since the last call are not written again. */
export function writeDocument(doc: ProseMirrorNode): string {
  const blocks: string[] = []
  doc.forEach((block) => {
    let text = written.get(block)
    if (text === undefined) {
      text = JSON.stringify(block.toJSON())
      written.set(block, text)
    }
    blocks.push(text)
  })
  const attributes = attributesIn(doc)
  return `{"type":"doc",${attributes}"content":[${blocks.join(',')}]}`
}
