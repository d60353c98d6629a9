// An image in the memo, with a field for the words that say what it shows.
import { Node } from '@tiptap/core'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView } from '@tiptap/pm/view'
import type { Id } from '../../shared/identifiers.ts'
import { longestAlternative } from '../../shared/images.ts'
import { nodeRules } from '../../shared/memo-document.ts'
import { api, fileUrl } from '../api.ts'
import { setAttribute } from './block-controls.ts'
import { imagesDropped, imagesPasted, insertImages } from './insert-image.ts'

/** Addresses of images that were shown, while the program runs. */
const addresses = new Map<Id, Promise<string>>()

function addressOf(image: Id): Promise<string> {
  const known = addresses.get(image) ?? api.images.show({ image }).then(({ file }) => fileUrl(file))
  addresses.set(image, known)
  known.catch(() => addresses.delete(image))
  return known
}

function imageView(first: ProseMirrorNode, view: () => EditorView, getPos: () => number | undefined): NodeView {
  let node = first
  const dom = document.createElement('figure')
  dom.className = 'memo-image'
  dom.contentEditable = 'false'
  const picture = document.createElement('img')
  picture.draggable = false
  const missing = document.createElement('p')
  const words = document.createElement('input')
  words.type = 'text'
  words.className = 'text-field memo-image-words'
  words.maxLength = longestAlternative
  words.placeholder = 'What the image shows, for people who cannot see it'
  words.setAttribute('aria-label', 'Description of the image')
  const back = () => {
    const position = getPos()
    if (position !== undefined) view().dispatch(view().state.tr.setSelection(NodeSelection.create(view().state.doc, position)))
    view().focus()
  }
  const keep = () => {
    if (words.value !== node.attrs.alt) setAttribute(view(), getPos(), 'alt', words.value)
  }
  words.addEventListener('change', keep)
  words.addEventListener('keydown', (event) => {
    if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return
    event.preventDefault()
    keep()
    back()
  })
  const draw = () => {
    picture.alt = node.attrs.alt as string
    if (document.activeElement !== words) words.value = node.attrs.alt as string
  }
  addressOf(node.attrs.image as Id).then(
    (address) => picture.setAttribute('src', address),
    () => {
      missing.textContent = 'This image is not in the workspace.'
      picture.replaceWith(missing)
    },
  )
  dom.append(picture, words)
  draw()
  return {
    dom,
    update(next) {
      if (next.type !== node.type || next.attrs.image !== node.attrs.image) return false
      node = next
      draw()
      return true
    },
    stopEvent: (event) => event.target === words,
    ignoreMutation: () => true,
  }
}

const rules = nodeRules.image?.attributes ?? {}

/** Pasted HTML is hostile: only an image of this workspace counts, and nothing is loaded for it. */
function readImage(element: HTMLElement): { image: string; alt: string } | false {
  const { image = '', alt = '' } = element.dataset
  return rules.image?.fits(image) && rules.alt?.fits(alt) ? { image, alt } : false
}

export const Image = Node.create({
  name: 'image',
  group: 'block',
  atom: true,
  selectable: true,
  draggable: true,

  addAttributes: () => ({
    image: { isRequired: true },
    alt: { default: '' },
  }),

  parseHTML: () => [{ tag: 'figure[data-image]', getAttrs: readImage }],

  renderHTML: ({ node }) => {
    const { image, alt } = node.attrs as { image: string; alt: string }
    return ['figure', { 'data-image': image, 'data-alt': alt }, alt]
  },

  addNodeView: () => ({ node, editor, getPos }) => imageView(node, () => editor.view, getPos),

  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handlePaste(view, event) {
          const files = imagesPasted(event)
          if (files.length === 0) return false
          void insertImages(view, files)
          return true
        },
        handleDrop(view, event) {
          const files = imagesDropped(event)
          const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
          if (files.length === 0 || !place) return false
          view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(place.pos))))
          view.focus()
          void insertImages(view, files)
          return true
        },
      },
    }),
  ],
})
