// Links: typed, directed relations between two items, with a note.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import type { ItemKind } from './items.ts'

/** The types that the program knows; the analyst may write any other. */
export const linkTypes = ['supports', 'contradicts', 'depends on', 'responds to', 'said by', 'addressed to', 'member of'] as const

const typeSchema = z.string().trim().min(1).max(60)

/** A link as one of its two items sees it: `outward` when it goes from that item to `item`. */
export interface Link {
  id: Id
  type: string
  note: string
  outward: boolean
  item: Id
  kind: ItemKind
  statement: string
}

export const linksArguments = {
  of: z.object({ item: idSchema }),
  create: z.object({ from: idSchema, to: idSchema, type: typeSchema, note: z.string().max(20_000).optional() }),
  update: z.object({ link: idSchema, type: typeSchema.optional(), note: z.string().max(20_000).optional() }),
  remove: z.object({ link: idSchema }),
}
