// Passages: spans of a source text, kept with their exact quote and its surroundings.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import type { ItemKind, Role } from './items.ts'
import type { Reliability } from './sources.ts'

/** How many UTF-16 code units of context are kept before and after each segment. */
export const contextLength = 32

/** Half-open range `[start, end)` of the canonical string in UTF-16 code units; never empty. */
export const spanSchema = z
  .object({ start: z.number().int().min(0), end: z.number().int().min(1) })
  .refine((span) => span.start < span.end, 'a span has at least one character')
export type Span = z.infer<typeof spanSchema>

/** Segments in reading order; a passage with more than one is discontinuous. */
export const spansSchema = z.array(spanSchema).min(1).max(50)

/** A stored segment: its place, its exact text and up to 32 code units on either side. */
export interface Segment extends Span {
  quote: string
  prefix: string
  suffix: string
}

/** One tag as the Reader paints it. */
export interface PassageTag {
  id: Id
  item: Id
  kind: ItemKind
  role: Role
  /** The code of a note, null for the three fixed kinds. */
  code: Id | null
  /** The item's statement, cut to 160 characters: the Reader asks for thousands of tags at once. */
  label: string
  /** What is remarked on this passage under this item; mostly empty. */
  comment: string
}

/** Whether a passage stands in the current text of its source, or waits for the analyst to place or detach it. */
export type PassageState = 'placed' | 'review'

/** Where a passage is to be read in one version of its source: its words, and its spans within their paragraph. */
export interface PassagePlace {
  version: number
  spans: Span[]
  quote: string
  paragraph: string
  paragraphSpans: Span[]
  paragraphNumber: number
  /** The pages it stands on, as one cites them: `4` or `4–5`; null in a source without pages. */
  pages: string | null
}

/**
 * A passage that a correction touched and nobody has confirmed. `before` is what the analyst marked, `after` where it
 * stands in the current text or, for one under review, where it may belong; null when no place was found.
 */
export interface PassageReview {
  passage: Id
  state: PassageState
  before: PassagePlace
  after: PassagePlace | null
  tags: PassageTag[]
  citedIn: CitedIn[]
}

/** A passage as the Reader paints it: where it is, what tags it has, how many memos cite it. */
export interface PassageMark {
  id: Id
  segments: Span[]
  tags: PassageTag[]
  citedIn: number
}

/** How many passages are read anew one by one; where more change, the whole source is. */
export const mostMarks = 200

/** A passage as the Reader paints it, and where it belongs. */
export interface PlacedMark {
  source: Id
  mark: PassageMark
}

/** A memo that cites a passage. */
export interface CitedIn {
  memo: Id
  title: string
  citations: number
}

/**
 * A passage with all that is needed to show or cite it away from its source.
 * `quote` joins the segments with " … "; `paragraph` is the whole block that holds the first segment,
 * `paragraphSpans` the passage's spans within that string; `paragraphNumber` counts body blocks from 1; `pages` is `4`
 * or `4–5`, null in a source without pages.
 */
export interface PassageDetail {
  /** `review`: a correction of the source left no sure place; all that is said here is of the older `version`. */
  state: PassageState
  id: Id
  source: Id
  sourceTitle: string
  containerTitle: string | null
  authors: string
  issued: string | null
  reliability: Reliability | null
  version: number
  segments: Segment[]
  quote: string
  paragraph: string
  paragraphSpans: Span[]
  paragraphNumber: number
  pages: string | null
  tags: PassageTag[]
  citedIn: CitedIn[]
}

/** A line of a list of passages: a passage under one of its tags. A passage has as many lines as tags that are asked for. */
export interface PassageLine {
  tag: Id
  passage: Id
}

/** What a list of passages is of: an item, the items under one code, a source, several items, or what a search finds. */
const listSchema = z.union([
  z.object({ item: idSchema }).strict(),
  z.object({ code: idSchema }).strict(),
  z.object({ source: idSchema }).strict(),
  z.object({ items: z.array(idSchema).min(1).max(20_000) }).strict(),
  z.object({ search: z.string().max(1000) }).strict(),
])
export type PassageList = z.infer<typeof listSchema>

/** The formats that a list of passages is exported in. */
export const listFormats = ['csv', 'md'] as const
export type ListFormat = (typeof listFormats)[number]

export const passagesArguments = {
  lines: z.object({ of: listSchema }),
  exportLines: z.object({ tags: z.array(idSchema).min(1).max(20_000), format: z.enum(listFormats), title: z.string().max(500) }),
  /** `within`: only those with a character there. */
  list: z.object({ source: idSchema, within: spanSchema.optional() }),
  marks: z.object({ passages: z.array(idSchema).max(mostMarks) }),
  get: z.object({ passage: idSchema }),
  describe: z.object({ passages: z.array(idSchema).max(5000) }),
  create: z.object({ source: idSchema, version: z.number().int().min(1), spans: spansSchema }),
  setBounds: z.object({ passage: idSchema, spans: spansSchema }),
  remove: z.object({ passage: idSchema }),
  review: z.object({ source: idSchema }),
  confirm: z.object({ passage: idSchema }),
}
