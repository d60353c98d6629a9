// The citation as a node of the memo: an inline atom that refers to a passage and keeps its words.
import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { nodeRules } from '../../shared/memo-document.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { citationView } from './citation-chip.ts'

const rules = Object.entries(nodeRules.citation?.attributes ?? {})

/** A citation node's attributes as the contract types them. */
export const attributesOf = (node: ProseMirrorNode): CitationAttributes => node.attrs as CitationAttributes

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return null
  }
}

/** Pasted HTML is hostile: a citation in it counts only when every attribute fits. */
export function readCitation(element: HTMLElement): CitationAttributes | false {
  const { citation, cites } = element.dataset
  const attributes: Record<string, unknown> = { id: citation, cites: parsed(cites) }
  return rules.every(([name, rule]) => rule.fits(attributes[name])) ? (attributes as CitationAttributes) : false
}

/** What a citation is in HTML; `label` is what a program sees that knows no citations, such as `[3]`. */
export function citationMarkup({ id, cites }: CitationAttributes, label: string) {
  const data = { 'data-citation': id, 'data-cites': JSON.stringify(cites) }
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
    cites: { isRequired: true },
  }),

  parseHTML: () => [{ tag: 'span[data-citation]', getAttrs: readCitation }],

  renderHTML: ({ node }) => citationMarkup(attributesOf(node), ''),

  addNodeView: () => citationView,
})
