// Images of memos: kept in the workspace by their content, named by memos by id.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

export const imageTypes = ['image/png', 'image/jpeg'] as const
export type ImageType = (typeof imageTypes)[number]

/** At most so many bytes, and so many pixels at each side. */
export const largestImage = 10_000_000
export const longestSide = 10_000

/** How long the words may be that say what an image shows, in UTF-16 code units. */
export const longestAlternative = 1000

/** A kept image; width and height in pixels. */
export interface MemoImage {
  id: Id
  mediaType: ImageType
  width: number
  height: number
}

export const imagesArguments = {
  /** `file` is a staged upload. */
  add: z.object({ file: idSchema }),
  show: z.object({ image: idSchema }),
}
