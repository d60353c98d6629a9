// An image on its way into a memo: drawn anew within bounds, which also leaves behind whatever else its file told.
import type { Editor } from '@tiptap/core'
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

/** Puts images at the selection, one after the other; what is none is refused with its name. */
export async function insertImages(view: EditorView, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      if (!isImage(file)) throw refused(file.name)
      const { id } = await stageFile(await redrawn(file))
      const { id: image } = await api.images.add({ file: id })
      const node = view.state.schema.nodes.image?.create({ image, alt: '' })
      if (node && !view.isDestroyed) view.dispatch(view.state.tr.replaceSelectionWith(node).scrollIntoView())
    } catch (thrown) {
      showError(thrown)
    }
  }
}

/** Images of a paste; a paste with words, too, is one of words. */
export function imagesPasted(event: ClipboardEvent): File[] {
  const data = event.clipboardData
  return data && !data.types.includes('text/plain') && !data.types.includes('text/html') ? [...data.files].filter(isImage) : []
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
