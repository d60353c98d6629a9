// Likeness: sources that are near-identical, as agency copies, syndicated texts and excerpts are.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

/** A source that is near-identical to another; `share` is how much of the shorter one stands in both, 0.5 to 1. */
export interface LikeSource {
  source: Id
  title: string
  containerTitle: string | null
  issued: string | null
  share: number
}

export const likenessArguments = {
  of: z.object({ source: idSchema }),
  groups: z.object({}),
}
