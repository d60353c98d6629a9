// A block quotation bound to its passage: written by the passage, not by the keyboard.
import { Node, type Editor } from '@tiptap/core'
import { Fragment, type Node as ProseMirrorNode, type Schema } from '@tiptap/pm/model'
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { NodeView } from '@tiptap/pm/view'
import { create } from 'zustand'
import type { CitationAttributes } from '../../shared/memos.ts'
import { areEdits, quotationParts, quotationWords, type QuotationEdit } from '../../shared/passage-quotation.ts'
import { putBlock } from './blocks-in-one-piece.ts'
import { aChip } from './citation-chip.ts'
import { attributesOf, citationMarkup, readCitation } from './citation-node.ts'

interface QuotationEditor {
  editor: Editor | null
  /** Where the quotation stands whose cuts and insertions are made; null while none is. */
  position: number | null
  /** Counts openings, so that each has a panel of its own. */
  opened: number
}

/** Which quotation is open for cuts and insertions. */
export const useQuotationEditor = create<QuotationEditor>(() => ({ editor: null, position: null, opened: 0 }))

export const closeQuotationEditor = (): void => useQuotationEditor.setState({ editor: null, position: null })

const openQuotationEditor = (editor: Editor, position: number): void =>
  useQuotationEditor.setState(({ opened }) => ({ editor, position, opened: opened + 1 }))

/** Opens the selected quotation for cuts and insertions; false when none is selected. */
export function editSelectedQuotation(editor: Editor): boolean {
  const { selection } = editor.state
  if (!(selection instanceof NodeSelection) || selection.node.type.name !== 'passageQuotation') return false
  openQuotationEditor(editor, selection.from)
  return true
}

/** What a quotation quotes: the first reference of its citation. */
export const quotedIn = (node: ProseMirrorNode): { quote: string; edits: QuotationEdit[] | null } => ({
  quote: node.firstChild ? (attributesOf(node.firstChild).cites[0]?.quote ?? '') : '',
  edits: node.attrs.edits as QuotationEdit[] | null,
})

/** A quotation's words as they are read. */
export function wordsIn(node: ProseMirrorNode): string {
  const { quote, edits } = quotedIn(node)
  return quotationWords(quote, edits)
}

/**
 * Puts a block quotation in the place of `[from, to)` of a text block: of the whole block when nothing else is in it,
 * else behind it. The caret goes to the line after it, which is made where there is none.
 */
export function insertQuotation(state: EditorState, from: number, to: number, citation: CitationAttributes): Transaction {
  const { passageQuotation, citation: citationType } = state.schema.nodes
  if (!passageQuotation || !citationType) return state.tr.delete(from, to)
  return putBlock(state, from, to, passageQuotation.create({ edits: null }, citationType.create(citation)))
}

function quotationView(first: ProseMirrorNode, editor: Editor, getPos: () => number | undefined): NodeView {
  let node = first
  const dom = document.createElement('blockquote')
  dom.className = 'passage-quotation'
  dom.contentEditable = 'false'
  const words = document.createElement('span')
  const chip = aChip(node.firstChild ? attributesOf(node.firstChild) : null)
  const edit = document.createElement('button')
  edit.type = 'button'
  edit.className = 'quotation-edit'
  edit.textContent = 'Cut or insert'
  edit.addEventListener('click', () => {
    const position = getPos()
    if (position !== undefined) openQuotationEditor(editor, position)
  })
  const draw = () => {
    const { quote, edits } = quotedIn(node)
    words.replaceChildren(
      ...quotationParts(quote, edits).map(({ kind, text }) => {
        const part = document.createElement('span')
        if (kind !== 'words') part.className = 'quotation-own'
        part.textContent = text
        return part
      }),
    )
    if (node.firstChild) chip.show(attributesOf(node.firstChild))
  }
  const line = document.createElement('p')
  line.append(words, chip.dom)
  dom.append(line, edit)
  draw()
  return {
    dom,
    update(next) {
      if (next.type !== node.type) return false
      node = next
      draw()
      return true
    },
    stopEvent: (event) => event.target === edit && event.type !== 'dragstart',
    ignoreMutation: () => true,
  }
}

const parsedEdits = (text: string | undefined): QuotationEdit[] | null => {
  try {
    const edits: unknown = JSON.parse(text ?? 'null')
    return areEdits(edits) ? (edits as QuotationEdit[] | null) : null
  } catch {
    return null
  }
}

/** What a quotation is in HTML: its words and its citation, each for whoever reads it. */
export function quotationMarkup(node: ProseMirrorNode, label: string) {
  const { edits } = quotedIn(node)
  const data = { 'data-passage-quotation': '', ...(edits ? { 'data-edits': JSON.stringify(edits) } : {}) }
  const citation = node.firstChild ? [citationMarkup(attributesOf(node.firstChild), label)] : []
  return ['blockquote', data, ['span', wordsIn(node)], ...citation] as const
}

/** The citation in pasted HTML; a quotation without one is not one. */
function citationIn(element: globalThis.Node, schema: Schema): Fragment {
  const found = element instanceof HTMLElement ? element.querySelector<HTMLElement>('span[data-citation]') : null
  const attributes = found ? readCitation(found) : false
  return attributes && schema.nodes.citation ? Fragment.from(schema.nodes.citation.create(attributes)) : Fragment.empty
}

export const PassageQuotation = Node.create({
  name: 'passageQuotation',
  group: 'block',
  content: 'citation?',
  marks: '',
  atom: true,
  selectable: true,
  draggable: true,
  isolating: true,

  addAttributes: () => ({
    edits: { default: null, parseHTML: (element: HTMLElement) => parsedEdits(element.dataset.edits), rendered: false },
  }),

  parseHTML: () => [
    {
      tag: 'blockquote[data-passage-quotation]',
      priority: 70,
      getAttrs: (element) => (element.querySelector('span[data-citation]') ? null : false),
      getContent: citationIn,
    },
  ],

  renderHTML: ({ node }) => quotationMarkup(node, '') as never,

  addNodeView: () => ({ node, editor, getPos }) => quotationView(node, editor, getPos),
})
