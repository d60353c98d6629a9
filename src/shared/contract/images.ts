// The calls of the feature `images`.
import type { ExportedFile } from '../exports.ts'
import type { MemoImage, imagesArguments } from '../images.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof imagesArguments> = In<typeof imagesArguments, Call>

/** What a client may ask of the feature `images`. */
export interface ImagesApi {
  /** Takes a PNG or JPEG image in; the same bytes are the same image. `image.invalid` says why not. */
  add(args: Given<'add'>): MemoImage
  /** Makes an image available as a file; `image.gone` when it is not there. */
  show(args: Given<'show'>): ExportedFile
}
