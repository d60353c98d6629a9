// Search: one box over sources, passages, items and memos.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import type { Span } from './passages.ts'

export const searchKinds = ['source', 'passage', 'claim', 'actor', 'recommendation', 'note', 'remark', 'memo'] as const
export type SearchKind = (typeof searchKinds)[number]

/**
 * One hit. `ref` is the id of what was found, of a remark that of its tag; `source` and `passage` say where to open it, where that applies.
 * `excerpt` is plain text, `marks` the spans of it that matched, `span` the first match in the source text.
 */
export interface SearchHit {
  kind: SearchKind
  ref: Id
  title: string
  excerpt: string
  marks: Span[]
  source: Id | null
  passage: Id | null
  span: Span | null
}

/** What was found. `recentFirst`: the words are so common that hits come by recency, not by rank. */
export interface SearchResults {
  hits: SearchHit[]
  recentFirst: boolean
}

/** A search kept under a name; `query` is what is typed into the box. */
export interface SavedSearch {
  id: Id
  name: string
  query: string
}

export const searchArguments = {
  everything: z.object({ text: z.string().max(1000), limit: z.number().int().min(1).max(100).optional() }),
  saved: z.object({}),
  save: z.object({ name: z.string().trim().min(1).max(200), query: z.string().trim().min(1).max(1000) }),
  forget: z.object({ search: idSchema }),
  /** What `@` offers: passages first, then items and sources by their passages. */
  citable: z.object({ text: z.string().max(1000), limit: z.number().int().min(1).max(50).optional() }),
}
