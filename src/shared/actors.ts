// Actors as the work with many of them needs it: all mentions of one, and two that are one.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { spanSchema, type Span } from './passages.ts'

/** How many mentions are proposed at once; what is accepted makes room for the rest. */
export const listedMentions = 20_000

/** An occurrence of an actor's name that is not tagged with the actor. `before` and `after` are of its sentence. */
export interface ProposedMention extends Span {
  /** Which of `sources` it stands in. */
  source: number
  before: string
  quote: string
  after: string
  /** Why it may not be a mention after all, as a reader understands it; null when nothing speaks against it. */
  doubt: string | null
}

export interface ProposedMentions {
  actor: Id
  sources: { source: Id; version: number; title: string }[]
  /** Those beyond the list's length are counted too. */
  total: number
  mentions: ProposedMention[]
}

export const actorsArguments = {
  /** `source` null: every source. `folding`: accents do not count. */
  findMentions: z.object({ actor: idSchema, source: idSchema.nullable(), folding: z.boolean(), job: idSchema }),
  tagMentions: z.object({
    actor: idSchema,
    mentions: z.array(z.object({ source: idSchema, version: z.number().int().min(1), spans: z.array(spanSchema).min(1).max(20_000) })).min(1).max(20_000),
  }),
  merge: z.object({ into: idSchema, actors: z.array(idSchema).min(1).max(500) }),
}
