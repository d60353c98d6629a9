// Collections: the analyst's own shelves for sources, nested; a source may lie in many.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { someSources } from './library.ts'

/** A collection. `path` is the names from the root, joined by " / "; `total` counts each source once, those below it too. */
export interface Collection {
  id: Id
  parent: Id | null
  name: string
  path: string
  position: number
  total: number
}

const nameSchema = z.string().trim().min(1).max(200)

export const collectionsArguments = {
  list: z.object({}),
  create: z.object({ name: nameSchema, parent: idSchema.nullable().optional() }),
  rename: z.object({ collection: idSchema, name: nameSchema }),
  /** `before` is the sibling that it comes to stand before; null or absent puts it last. */
  move: z.object({ collection: idSchema, parent: idSchema.nullable(), before: idSchema.nullable().optional() }),
  remove: z.object({ collection: idSchema }),
  add: z.object({ collection: idSchema, sources: someSources, job: idSchema.optional() }),
  take: z.object({ collection: idSchema, sources: someSources, job: idSchema.optional() }),
  of: z.object({ source: idSchema }),
}
