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

/** What was taken in less than a day ago may stand in a text that is not saved yet. In milliseconds. */
const dayOfGrace = 86_400_000

const identifiers = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

/**
 * The feature's calls; `withBytes` is for exports, null for an image that is not there. `sweep` removes images that
 * nothing names: no memo, no template, nothing that undo could bring back, and none of `inVersions`, which answers those
 * of some identifiers that earlier states of memos hold. It is for the moment of opening, when no editor can undo anything.
 */
export function createImages(context: CoreContext, inVersions: (images: ReadonlySet<Id>) => ReadonlySet<Id>) {
  const store = imagesStore(context.db)
  const sweep = (): void => {
    const unused = new Set(store.older(new Date(Date.parse(context.now()) - dayOfGrace).toISOString()))
    if (unused.size === 0) return
    for (const document of store.documents()) for (const [id] of document.matchAll(identifiers)) unused.delete(id)
    if (unused.size === 0) return
    const kept = inVersions(unused)
    for (const id of unused) if (!kept.has(id)) store.remove(id)
  }
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
  return { api, withBytes, sweep }
}
