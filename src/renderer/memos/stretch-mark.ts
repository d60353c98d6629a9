// Stretches of a long text: blocks that stand side by side share an element, so that the browser has few of them to look at.
import { Mark } from '@tiptap/core'
import { Fragment, type Mark as ProseMirrorMark, type Node as ProseMirrorNode } from '@tiptap/pm/model'

/** The mark's name in the schema. No stored memo may hold it. */
export const stretchName = 'stretch'

/** The stretch that a top block stands in; none for one that stands bare. */
export const stretchOf = ({ marks }: ProseMirrorNode): ProseMirrorMark | undefined => marks.find(({ type }) => type.name === stretchName)

/** The same block without any stretch, its own or one that a block within it still has. */
export function withoutStretches(block: ProseMirrorNode): ProseMirrorNode {
  const mark = stretchOf(block)
  const own = mark ? block.mark(mark.removeFromSet(block.marks)) : block
  if (own.isTextblock || own.isLeaf) return own
  const children = own.children.map(withoutStretches)
  return children.every((child, index) => child === own.child(index)) ? own : own.copy(Fragment.fromArray(children))
}

/**
 * A mark on top blocks: the editor draws neighbours that carry the same one in one element, and positions stay what they
 * are. It belongs to the window alone: it has no form in HTML, document-opening.ts and memo-clipboard.ts leave it out.
 * `height` is how high a stretch is thought to stand before it was ever laid out, in CSS pixels.
 */
export const Stretch = Mark.create({
  name: stretchName,
  // The last of all, so that it changes nothing about the order in which the marks of words are written.
  priority: 1,

  addAttributes: () => ({
    number: { isRequired: true, rendered: false },
    height: { isRequired: true, rendered: false },
  }),

  addMarkView:
    () =>
    ({ mark: { attrs } }) => {
      const dom = document.createElement('div')
      dom.className = 'memo-stretch'
      dom.style.setProperty('--height', `${attrs['height'] as number}px`)
      return { dom, contentDOM: dom }
    },
})
