// Reviews: sentences of memos that rest on what is no longer as it was cited, and what was decided about them.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { reliabilitySchema } from './sources.ts'

/**
 * What became of something cited. `words`: the passage's bounds were moved; `corrected`: the source's text was corrected
 * within it; `unplaced`: it was not found again after a correction; `contradicted`: new evidence speaks against a claim
 * that the passage states or supports.
 */
export const changeKinds = [
  'source deleted',
  'passage deleted',
  'retracted',
  'reinstated',
  'unplaced',
  'corrected',
  'words',
  'reliability',
  'credibility',
  'status',
  'contradicted',
] as const
export type ChangeKind = (typeof changeKinds)[number]

/**
 * One change. `before` and `after` are the words quoted, grades, a claim's status, the number of those who contradict,
 * or the date of a retraction; null for none. `about` is the claim concerned, null where it is the passage or its source.
 */
export interface CitedChange {
  kind: ChangeKind
  before: string | null
  after: string | null
  about: string | null
}

/**
 * A sentence to review, by citation and passage: a citation of two changed passages has two. `number` is the citation's
 * in the memo, from 1; `title` the memo's; `sourceTitle` is empty where it was never known; `quote` is what the memo
 * quotes. `kept` is the reason for which it was kept as written, null while it waits.
 */
export interface Review {
  memo: Id
  title: string
  citation: Id
  number: number
  passage: Id
  sentence: string
  quote: string
  sourceTitle: string
  changes: CitedChange[]
  kept: string | null
}

const reviewKey = z.object({ citation: idSchema, passage: idSchema })
export type ReviewKey = z.infer<typeof reviewKey>

/** What might become of a source. */
export const foreseenSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('retract') }),
  z.object({ kind: z.literal('remove') }),
  z.object({ kind: z.literal('grade'), reliability: reliabilitySchema.nullable() }),
])
export type Foreseen = z.infer<typeof foreseenSchema>

export const reviewsArguments = {
  list: z.object({ memo: idSchema }),
  accept: z.object({ memo: idSchema, reviews: z.array(reviewKey).min(1).max(20_000) }),
  keep: z.object({ memo: idSchema, reviews: z.array(reviewKey).min(1).max(20_000), reason: z.string().max(1000) }),
  takeUp: z.object({ memo: idSchema, reviews: z.array(reviewKey).min(1).max(20_000) }),
  foresee: z.object({ source: idSchema, change: foreseenSchema }),
}
