// Images of memos: taken in within bounds, shown, and given to exports.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { largestImage, longestSide, type MemoImage } from '../../shared/images.ts'
import type { CoreContext } from '../context.ts'
import { imageFacts } from './image-size.ts'
import { imagesStore } from './images-store.ts'

const refused = (reason: string) => new GroundworkError('image.invalid', `The image was not put in: ${reason}. The memo is unchanged.`)

/** The feature's calls; `withBytes` is for exports, null for an image that is not there. */
export function createImages(context: CoreContext): { api: Api['images']; withBytes: (id: Id) => (MemoImage & { bytes: Buffer }) | null } {
  const store = imagesStore(context.db)
  const withBytes = (id: Id) => store.byId(id) ?? null
  const api: Api['images'] = {
    add: ({ file }) => {
      const { path, name } = context.files.staged(file)
      if (statSync(path).size > largestImage) throw refused(`“${name}” has more than ${largestImage / 1_000_000} MB`)
      const bytes = readFileSync(path)
      const facts = imageFacts(bytes)
      if (!facts) throw refused(`“${name}” is neither a PNG nor a JPEG image`)
      const isSized = [facts.width, facts.height].every((side) => side > 0 && side <= longestSide)
      if (!isSized) throw refused(`“${name}” says it is ${facts.width} by ${facts.height} pixels`)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const known = store.byHash(sha256)
      if (known) return known
      const image: MemoImage = { id: context.newId(), ...facts }
      store.insert({ ...image, sha256, bytes, at: context.now() })
      return image
    },
    show: ({ image: id }) => {
      const image = withBytes(id)
      if (!image) throw new GroundworkError('image.gone', 'This image is not in the workspace; put it in again.')
      const name = `image.${image.mediaType === 'image/png' ? 'png' : 'jpg'}`
      return { file: context.files.serveBytes(image.bytes, name, image.mediaType), name, size: image.bytes.length, warnings: [] }
    },
  }
  return { api, withBytes }
}
