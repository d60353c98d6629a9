// The citation as a node of the memo: an inline atom that refers to a passage and keeps its words.
import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { nodeRules } from '../../shared/memo-document.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { citationView } from './citation-chip.ts'

const rules = Object.entries(nodeRules.citation?.attributes ?? {})

/** A citation node's attributes as the contract types them. */
export const attributesOf = (node: ProseMirrorNode): CitationAttributes => node.attrs as CitationAttributes

/** Pasted HTML is hostile: a citation in it counts only when every attribute fits. */
function readCitation(element: HTMLElement): CitationAttributes | false {
  const { citation, passage, version, quote } = element.dataset
  const attributes: Record<string, unknown> = { id: citation, passage, version: Number(version), quote }
  return rules.every(([name, rule]) => rule.fits(attributes[name])) ? (attributes as CitationAttributes) : false
}

/** What a citation is in HTML; `label` is what a program sees that knows no citations, such as `[3]`. */
export function citationMarkup({ id, passage, version, quote }: CitationAttributes, label: string) {
  const data = { 'data-citation': id, 'data-passage': passage, 'data-version': version, 'data-quote': quote }
  return ['span', data, label] as const
}

export const Citation = Node.create({
  name: 'citation',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    id: { isRequired: true },
    passage: { isRequired: true },
    version: { isRequired: true },
    quote: { isRequired: true },
  }),

  parseHTML: () => [{ tag: 'span[data-citation]', getAttrs: readCitation }],

  renderHTML: ({ node }) => citationMarkup(attributesOf(node), ''),

  addNodeView: () => citationView,
})
