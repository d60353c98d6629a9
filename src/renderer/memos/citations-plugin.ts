// The citations of the document in reading order, collected again only when one came, went or moved.
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { Transform } from '@tiptap/pm/transform'
import type { Id } from '../../shared/identifiers.ts'
import type { CitationAttributes } from '../../shared/memos.ts'
import { notedAs, numbersOf, type Noted } from '../../shared/note-numbers.ts'

/** The citations in reading order, and what else takes a number among them. */
interface Collected {
  citations: CitationAttributes[]
  noted: Noted[]
}

const key = new PluginKey<Collected>('citations')

const isNoted = ({ type: { name } }: ProseMirrorNode): boolean => name === 'citation' || name === 'footnote'

function collect(doc: ProseMirrorNode): Collected {
  const [citations, noted]: [CitationAttributes[], Noted[]] = [[], []]
  doc.descendants((node) => {
    if (node.type.name === 'citation') citations.push(node.attrs as CitationAttributes)
    const number = isNoted(node) ? notedAs({ type: node.type.name, attrs: node.attrs }) : undefined
    if (number !== undefined) noted.push(number)
    return !node.isLeaf
  })
  return { citations, noted }
}

/** The citations of a document in reading order. */
export const collectCitations = (doc: ProseMirrorNode): CitationAttributes[] => collect(doc).citations

function holdsCitation(doc: ProseMirrorNode, from: number, to: number): boolean {
  let found = false
  if (from < to) {
    doc.nodesBetween(from, to, (node) => {
      found ||= isNoted(node)
      return !found
    })
  }
  return found
}

/** Whether a change took citations or footnotes out or put some in; a move does both. Looks only at what was replaced. */
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
export const citationsIn = (state: EditorState): CitationAttributes[] => key.getState(state)?.citations ?? []

/** The number of each citation of an editor's document; see `numbersOf`. */
export const numbersIn = (state: EditorState, inText: boolean): ReadonlyMap<Id, number> => numbersOf(key.getState(state)?.noted ?? [], inText)

/** Keeps the list and tells, after the page has changed, when it is another one. */
export function citationsPlugin(changed: (citations: CitationAttributes[]) => void): Plugin {
  return new Plugin<Collected>({
    key,
    state: {
      init: (_config, state) => collect(state.doc),
      apply: (change: Transaction, collected) => (change.docChanged && touchesCitations(change) ? collect(change.doc) : collected),
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
