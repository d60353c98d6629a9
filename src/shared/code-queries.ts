// Code queries: passages by how what they are tagged with stands together, and tables of that.
import { z } from 'zod'
import type { CodeColour } from './codes.ts'
import { idSchema, type Id } from './identifiers.ts'
import type { PassageLine } from './passages.ts'

/** What a passage may be tagged with: a code or one below it, one of the fixed kinds, or one item. */
export const termSchema = z.union([
  z.object({ code: idSchema }).strict(),
  z.object({ kind: z.enum(['claim', 'actor', 'recommendation']) }).strict(),
  z.object({ item: idSchema }).strict(),
])
export type Term = z.infer<typeof termSchema>

/**
 * How passages of A stand to those of B: they share words with one, they do not, they have one in a paragraph of theirs,
 * or they have none there. A passage that is tagged with both shares words with itself.
 */
export const relations = ['and', 'without', 'near', 'apart'] as const
export type Relation = (typeof relations)[number]

/** Passages of A that stand so to passages of B; all of A without a B. */
export const codeQuerySchema = z
  .object({ a: termSchema, relation: z.enum(relations), b: termSchema.nullable(), source: idSchema.nullable() })
  .strict()
export type CodeQuery = z.infer<typeof codeQuerySchema>

/** What was found, source by source in reading order, with the names of the terms. */
export interface CodeQueryResult {
  a: string
  b: string | null
  lines: PassageLine[]
}

/** A row and column of the table. `passages` is how many it has in all. */
export interface TableTerm {
  term: Term
  title: string
  /** Of a code; null for a fixed kind. */
  colour: CodeColour | null
  passages: number
}

/**
 * How often terms stand together: `counts[row][column]` passages of the row's term share words with one of the column's,
 * or have one in a paragraph of theirs. `left` counts codes with fewer passages that found no room.
 */
export interface CodeTable {
  terms: TableTerm[]
  counts: number[][]
  left: number
}

/** A query kept under a name. */
export interface KeptCodeQuery {
  id: Id
  name: string
  query: CodeQuery
}

export const codeQueriesArguments = {
  run: z.object({ query: codeQuerySchema }),
  /** `under` shows the codes below that one instead of those at the top. */
  table: z.object({ under: idSchema.nullable(), relation: z.enum(['and', 'near']), source: idSchema.nullable() }),
  kept: z.object({}),
  keep: z.object({ name: z.string().trim().min(1).max(200), query: codeQuerySchema }),
  forget: z.object({ query: idSchema }),
}
