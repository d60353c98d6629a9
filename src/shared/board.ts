// The claims board: claims with what they rest on, filtered and sorted.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { claimStatuses, type ClaimFields } from './items.ts'
import type { Reliability } from './sources.ts'

export const boardColumns = ['statement', 'speaker', 'stance', 'status', 'likelihood', 'confidence', 'credibility', 'evidenceFor', 'evidenceAgainst', 'independent', 'grade'] as const
export type BoardColumn = (typeof boardColumns)[number]

/** Which claims show: those that fit all that is given. `code` fits a claim with a passage under that code. */
export const boardFilterSchema = z.object({
  text: z.string().max(500).optional(),
  status: z.enum(claimStatuses).optional(),
  speaker: idSchema.optional(),
  source: idSchema.optional(),
  code: idSchema.optional(),
  credibility: z.number().int().min(1).max(6).optional(),
})
export type BoardFilter = z.infer<typeof boardFilterSchema>

/**
 * One claim. `evidenceFor` counts passages that state or support it, `evidenceAgainst` those that contradict it;
 * `independent` counts sources for it, near-identical ones once; `grade` is the best reliability among those sources.
 */
export interface BoardRow extends Omit<ClaimFields, 'speaker'> {
  id: Id
  /** At most 240 characters of it. */
  statement: string
  /** The speaker's name. */
  speaker: string | null
  evidenceFor: number
  evidenceAgainst: number
  independent: number
  grade: Reliability | null
}

/** A source that bears on a claim; `alike` when a near-identical one stands before it in the list. */
export interface BearingSource {
  source: Id
  title: string
  reliability: Reliability | null
  side: 'for' | 'against'
  alike: boolean
}

/** What one claim rests on: the sums of the board, and each source with its own grade. */
export interface Standing extends Pick<BoardRow, 'evidenceFor' | 'evidenceAgainst' | 'independent' | 'grade'> {
  sources: BearingSource[]
}

export const boardArguments = {
  standing: z.object({ claim: idSchema }),
  claims: z.object({ filter: boardFilterSchema, sort: z.object({ by: z.enum(boardColumns), descending: z.boolean() }) }),
  setStatus: z.object({ claims: z.array(idSchema).min(1).max(10_000), status: z.enum(claimStatuses) }),
}
