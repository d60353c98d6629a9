// The board: claims and recommendations with what they rest on, filtered, sorted and grouped.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { claimStatuses, recommendationStatuses, type ClaimFields, type RecommendationFields } from './items.ts'
import { listFormats } from './passages.ts'
import type { Reliability } from './sources.ts'

export const boardColumns = ['statement', 'speaker', 'stance', 'status', 'likelihood', 'confidence', 'credibility', 'evidenceFor', 'evidenceAgainst', 'independent', 'grade'] as const
export type BoardColumn = (typeof boardColumns)[number]

export const boardGroupings = ['speaker', 'status', 'source', 'code'] as const
export type BoardGrouping = (typeof boardGroupings)[number]

/** The two pages of the board. */
export const boardPages = ['claims', 'recommendations'] as const
export type BoardPage = (typeof boardPages)[number]

export const adviceGroupings = ['addressee', 'instrument'] as const
export type AdviceGrouping = (typeof adviceGroupings)[number]

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

export const boardSortSchema = z.object({ by: z.enum(boardColumns), descending: z.boolean() })

/** How the board was left: kept with the desk. */
export const boardLayoutSchema = z.object({
  page: z.enum(boardPages),
  view: z.enum(['table', 'cards']),
  filter: boardFilterSchema,
  sort: boardSortSchema,
  group: z.enum(boardGroupings).nullable(),
  adviceText: z.string().max(500),
  adviceGroup: z.enum(adviceGroupings),
})
export type BoardLayout = z.infer<typeof boardLayoutSchema>

/** Rows that follow each other under one heading; `key` is null for those without a speaker, a code and so on. */
export interface BoardGroup {
  key: string | null
  title: string
  count: number
}

/**
 * Which claims show and in which order, group by group; the rows themselves are asked for as they come in sight. With
 * groups by source or code a claim stands under each of its sources or codes, so that it may come more than once.
 */
export interface BoardOrder {
  /** Their ids one after another, 36 characters each: one long string crosses the wires many times faster than thousands. */
  claims: string
  /** At most 32 characters of each claim's statement on a line of its own, in the same order. */
  starts: string
  /** Empty where nothing is grouped. */
  groups: BoardGroup[]
  /** How many claims there are, each counted once. */
  total: number
  /** The rows of the first of them, at most `firstRows` and in any order, so that nobody need ask twice to see something. */
  first: BoardRow[]
}

/** How many neighbouring rows are asked for together. */
export const firstRows = 64

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

/** A recommendation with the claims that it rests on. */
export interface AdviceRow extends Pick<RecommendationFields, 'instrument' | 'status'> {
  id: Id
  /** At most 240 characters of it. */
  statement: string
  /** Names. */
  addressee: string | null
  proponent: string | null
  restsOn: { id: Id; statement: string; status: ClaimFields['status'] }[]
}

/** Recommendations group by group. */
export interface Advice {
  rows: AdviceRow[]
  groups: BoardGroup[]
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
  order: z.object({ filter: boardFilterSchema, sort: boardSortSchema, group: z.enum(boardGroupings).nullable() }),
  rows: z.object({ claims: z.array(idSchema).max(200) }),
  recommendations: z.object({ text: z.string().max(500), group: z.enum(adviceGroupings) }),
  setStatus: z.object({ claims: z.array(idSchema).min(1).max(20_000), status: z.enum(claimStatuses), job: idSchema.optional() }),
  setAdviceStatus: z.object({ recommendations: z.array(idSchema).min(1).max(20_000), status: z.enum(recommendationStatuses), job: idSchema.optional() }),
  exportRows: z.object({ of: z.enum(boardPages), items: z.array(idSchema).min(1).max(20_000), format: z.enum(listFormats) }),
}
