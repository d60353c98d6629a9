// The citations of the document in reading order, collected again only when one came, went or moved.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Transform } from '@tiptap/pm/transform'
import type { CitationAttributes } from '../../shared/memos.ts'

const key = new PluginKey<CitationAttributes[]>('citations')

/** The citations of a document in reading order; the first is number 1. */
export function collectCitations(doc: ProseMirrorNode): CitationAttributes[] {
  const citations: CitationAttributes[] = []
  doc.descendants((node) => {
    if (node.type.name === 'citation') citations.push(node.attrs as CitationAttributes)
    return !node.isLeaf
  })
  return citations
}

function holdsCitation(doc: ProseMirrorNode, from: number, to: number): boolean {
  let found = false
  if (from < to) {
    doc.nodesBetween(from, to, (node) => {
      found ||= node.type.name === 'citation'
      return !found
    })
  }
  return found
}

/** Whether a change took citations out or put some in; a move does both. Looks only at what was replaced. */
export function touchesCitations(change: Transform): boolean {
  return change.mapping.maps.some((map, step) => {
    const before = change.docs[step]
    const after = change.docs[step + 1] ?? change.doc
    let touched = false
    map.forEach((oldStart, oldEnd, newStart, newEnd) => {
      touched ||= before !== undefined && holdsCitation(before, oldStart, oldEnd)
      touched ||= holdsCitation(after, newStart, newEnd)
    })
    return touched
  })
}

/** The citations of an editor's document. The same list as before means that nothing changed about them. */
export const citationsIn = (state: EditorState): CitationAttributes[] => key.getState(state) ?? []

/** Keeps the list and tells, after the page has changed, when it is another one. */
export function citationsPlugin(changed: (citations: CitationAttributes[]) => void): Plugin {
  return new Plugin<CitationAttributes[]>({
    key,
    state: {
      init: (_config, state) => collectCitations(state.doc),
      apply: (change: Transaction, citations) =>
        change.docChanged && touchesCitations(change) ? collectCitations(change.doc) : citations,
    },
    view(view) {
      let told = citationsIn(view.state)
      changed(told)
      return {
        update({ state }) {
          const now = citationsIn(state)
          if (now === told) return
          told = now
          changed(now)
        },
      }
    },
  })
}
