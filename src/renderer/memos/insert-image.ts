// An image on its way into a memo: drawn anew within bounds, which also leaves behind whatever else its file told.
import type { Editor } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node as ProseMirrorNode } from '@tiptap/pm/model'
import { NodeSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { GroundworkError } from '../../shared/errors.ts'
import { imageTypes, largestImage } from '../../shared/images.ts'
import { api, stageFile } from '../api.ts'
import { showError } from '../notices/notices.ts'

/** In pixels: more than a page shows at 300 to the inch. */
const longest = 2400

const isImage = (file: File): boolean => (imageTypes as readonly string[]).includes(file.type)

const refused = (name: string) => new GroundworkError('image.invalid', `“${name}” could not be read as an image. The memo is unchanged.`)

/** The picture alone: turned as its camera held it, without place, time and thumbnail. */
async function redrawn(file: File): Promise<File> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw refused(file.name)
  })
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const written = (type: string) => new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, 0.9))
  const first = await written(file.type)
  // A photograph kept as PNG can be too large; as JPEG it is not.
  const blob = first && first.size > largestImage ? await written('image/jpeg') : first
  if (!blob) throw refused(file.name)
  return new File([blob], file.name, { type: blob.type })
}

/** A change that puts an image in place of the selection, or behind a selected image, as the last one put in is. */
function withImage({ tr, selection }: EditorState, image: ProseMirrorNode): Transaction {
  const behind = selection instanceof NodeSelection && selection.node.type === image.type
  const change = behind ? tr.insert(selection.to, image) : tr.replaceSelectionWith(image)
  return (behind ? change.setSelection(NodeSelection.create(change.doc, selection.to)) : change).scrollIntoView()
}

/** Puts images at the selection, one after the other; what is none is refused with its name. */
export async function insertImages(view: EditorView, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      if (!isImage(file)) throw refused(file.name)
      const { id } = await stageFile(await redrawn(file))
      const { id: image } = await api.images.add({ file: id })
      const node = view.state.schema.nodes.image?.create({ image, alt: '' })
      if (node && !view.isDestroyed) view.dispatch(closeHistory(withImage(view.state, node)))
    } catch (thrown) {
      showError(thrown)
    }
  }
}

/** Images of a paste; a paste with words, too, is one of words. A browser sends markup along with a copied picture. */
export function imagesPasted(event: ClipboardEvent): File[] {
  const data = event.clipboardData
  return data && !data.types.includes('text/plain') ? [...data.files].filter(isImage) : []
}

/** The images of a drop that brings nothing else; any other file is one to import, and the images with it. */
export function imagesDropped({ dataTransfer }: DragEvent): File[] {
  const files = [...(dataTransfer?.files ?? [])]
  return files.every(isImage) ? files : []
}

/** Whether what is dragged over the window is images alone and the pointer is over a memo's text, which takes them. */
export function isForMemo({ target, dataTransfer }: DragEvent): boolean {
  const items = [...(dataTransfer?.items ?? [])]
  const isOverMemo = target instanceof Element && target.closest('.memo-text[contenteditable="true"]') !== null
  return isOverMemo && items.length > 0 && items.every(({ kind, type }) => kind === 'file' && (imageTypes as readonly string[]).includes(type))
}

/** Asks for an image file. */
export function chooseImage(editor: Editor): boolean {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = imageTypes.join()
  field.multiple = true
  field.addEventListener('change', () => void insertImages(editor.view, [...(field.files ?? [])]))
  field.click()
  return true
}
