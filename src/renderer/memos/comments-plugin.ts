// Comments in the editor: where they stand, the range that one is being written about, and what a paste may bring.
import { Fragment, Slice, type Node as ProseMirrorNode } from '@tiptap/pm/model'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Id } from '../../shared/identifiers.ts'
import type { Comment } from '../../shared/memo-comments.ts'

/** A stretch of the document, from before its first word to behind its last. */
export interface Stretch {
  from: number
  to: number
}

/** The threads of a document. */
export const commentsIn = (doc: ProseMirrorNode): readonly Comment[] => doc.attrs['comments'] as Comment[]

const placesByBlock = new WeakMap<ProseMirrorNode, readonly (Stretch & { id: Id })[]>()

/** The commented stretches of a top block, positions counted from its start; read again only when the block changed. */
function placesInBlock(block: ProseMirrorNode): readonly (Stretch & { id: Id })[] {
  const known = placesByBlock.get(block)
  if (known) return known
  const places: (Stretch & { id: Id })[] = []
  block.descendants((node, position) => {
    for (const mark of node.marks) {
      if (mark.type.name === 'comment') places.push({ id: mark.attrs['id'] as Id, from: position + 1, to: position + 1 + node.nodeSize })
    }
  })
  placesByBlock.set(block, places)
  return places
}

/** Where each comment stands, in reading order: from the first of its words to the last. */
export function commentPlaces(doc: ProseMirrorNode): Map<Id, Stretch> {
  const places = new Map<Id, Stretch>()
  doc.forEach((block, offset) => {
    for (const { id, from, to } of placesInBlock(block)) {
      const known = places.get(id)
      if (known) known.to = offset + to
      else places.set(id, { from: offset + from, to: offset + to })
    }
  })
  return places
}

const key = new PluginKey<Stretch | null>('comments')

/** The range that a comment is being written about; null for none. */
export const pendingStretch = (state: EditorState): Stretch | null => key.getState(state) ?? null

/** A change that marks the range a comment is about to be written about, or with null takes that away. */
export const markPending = (change: Transaction, stretch: Stretch | null): Transaction => change.setMeta(key, { stretch })

function mapped(stretch: Stretch | null, change: Transaction): Stretch | null {
  if (!stretch || !change.docChanged) return stretch
  const [from, to] = [change.mapping.map(stretch.from, 1), change.mapping.map(stretch.to, -1)]
  return from < to ? { from, to } : null
}

/** Keeps the pending range where its words go, and shows it while the focus is in the field. */
export const commentsPlugin = (): Plugin =>
  new Plugin<Stretch | null>({
    key,
    state: {
      init: () => null,
      apply(change, stretch) {
        const set = change.getMeta(key) as { stretch: Stretch | null } | undefined
        return set ? set.stretch : mapped(stretch, change)
      },
    },
    props: {
      decorations(state) {
        const stretch = pendingStretch(state)
        return stretch && DecorationSet.create(state.doc, [Decoration.inline(stretch.from, stretch.to, { class: 'memo-comment-pending' })])
      },
    },
  })

/**
 * Pasted words keep a comment only where its thread is here and its words are not, so where they were cut: copied ones
 * would stand in two places, and a thread from elsewhere is not here.
 */
export function withPlacedComments(slice: Slice, { doc }: EditorState): Slice {
  const placed = commentPlaces(doc)
  const missing = new Set(commentsIn(doc).flatMap(({ id }) => (placed.has(id) ? [] : [id])))
  const kept = (fragment: Fragment): Fragment => {
    const nodes: ProseMirrorNode[] = []
    fragment.forEach((node) => {
      const marks = node.marks.filter(({ type, attrs }) => type.name !== 'comment' || missing.has(attrs['id'] as Id))
      const own = marks.length === node.marks.length ? node : node.mark(marks)
      nodes.push(own.isLeaf ? own : own.copy(kept(own.content)))
    })
    return Fragment.fromArray(nodes)
  }
  return new Slice(kept(slice.content), slice.openStart, slice.openEnd)
}
