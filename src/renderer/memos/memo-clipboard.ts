// What leaves the memo by the clipboard, and what of foreign content may come in.
import { DOMSerializer, Fragment, Slice, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { nodeRules } from '../../shared/memo-document.ts'
import { uuidFrom, type Id } from '../../shared/identifiers.ts'
import { attributesOf, citationMarkup } from './citation-node.ts'
import { quotationMarkup, wordsIn } from './quotation-node.ts'

/** A fresh identifier for a citation or a job. */
export const newId = (): Id => uuidFrom(Date.now(), crypto.getRandomValues(new Uint8Array(10)))

/** Pasted structure nested deeper than this is pasted as its words: far below what a memo may hold. */
const deepestPaste = 60

/** Block quotations of passages as paragraphs of their words. */
function spelledOut(fragment: Fragment): Fragment {
  const nodes: ProseMirrorNode[] = []
  fragment.forEach((node) => {
    const { schema } = node.type
    if (node.type.name === 'passageQuotation') nodes.push(schema.node('paragraph', null, [schema.text(`“${wordsIn(node)}”`), ...node.children]))
    else nodes.push(node.isText ? node : node.copy(spelledOut(node.content)))
  })
  return Fragment.fromArray(nodes)
}

/** The text of a selection: blocks apart by an empty line, a citation as its number in brackets. */
export function textOfSlice(slice: Slice, numbers: ReadonlyMap<Id, number>): string {
  const content = spelledOut(slice.content)
  return content.textBetween(0, content.size, '\n\n', (leaf) => {
    if (leaf.type.name === 'hardBreak') return '\n'
    if (leaf.type.name === 'footnote') return ` [${leaf.attrs.text as string}]`
    return leaf.type.name === 'citation' ? `[${numbers.get(attributesOf(leaf).id) ?? '?'}]` : ''
  })
}

/** Writes a selection as HTML in which a citation reads `[3]`; inside Groundwork it is one again. */
export function htmlSerializer(schema: Schema, numbers: () => ReadonlyMap<Id, number>): DOMSerializer {
  const label = (id: Id): string => `[${numbers().get(id) ?? '?'}]`
  return new DOMSerializer(
    {
      ...DOMSerializer.nodesFromSchema(schema),
      citation: (node) => citationMarkup(attributesOf(node), label(attributesOf(node).id)),
      passageQuotation: (node) => quotationMarkup(node, label(node.firstChild ? attributesOf(node.firstChild).id : '')) as never,
    },
    DOMSerializer.marksFromSchema(schema),
  )
}

function fittingAttributes(node: ProseMirrorNode): Record<string, unknown> {
  const rules = nodeRules[node.type.name]?.attributes ?? {}
  const attributes = Object.entries(node.attrs).map(([name, value]) => {
    const rule = rules[name]
    return [name, !rule || rule.fits(value) ? value : rule.preset]
  })
  return Object.fromEntries(attributes)
}

/** A block as one paragraph of its words. */
function wordsOf(block: ProseMirrorNode): ProseMirrorNode {
  const { schema } = block.type
  const words = block.textBetween(0, block.content.size, ' ')
  return schema.node('paragraph', null, words === '' ? [] : [schema.text(words)])
}

function fittingFragment(fragment: Fragment, depth: number): Fragment {
  const nodes: ProseMirrorNode[] = []
  fragment.forEach((node) => {
    if (node.isText) nodes.push(node)
    else if (node.type.name === 'citation') {
      nodes.push(node.type.create({ ...node.attrs, id: newId() }, null, node.marks))
    } else if (depth > deepestPaste && node.type.isInGroup('block')) nodes.push(wordsOf(node))
    // The only mark of a block is that of its stretch, which it leaves.
    else nodes.push(node.type.create(fittingAttributes(node), fittingFragment(node.content, depth + 1), node.isInline ? node.marks : []))
  })
  return Fragment.fromArray(nodes)
}

/** How deep a fragment can be open on a side: one level for each block that its edge runs through. */
function deepestOpening(fragment: Fragment, edge: 'firstChild' | 'lastChild'): number {
  let depth = 0
  for (let node = fragment[edge]; node && !node.isLeaf; node = node[edge]) depth += 1
  return depth
}

/**
 * Pasted or dropped content as a memo may hold it: attributes that do not fit become what they are without
 * having been set, and each citation becomes one of its own, so that no two share an identifier.
 */
export function fittingSlice(slice: Slice): Slice {
  const content = fittingFragment(slice.content, 0)
  const openStart = Math.min(slice.openStart, deepestOpening(content, 'firstChild'))
  return new Slice(content, openStart, Math.min(slice.openEnd, deepestOpening(content, 'lastChild')))
}

/** Pasted HTML without event handlers. They never run where it is parsed, but the browser would complain of each. */
export const withoutHandlers = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\son\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/gi, ''))
