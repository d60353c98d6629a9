// Memos: rich-text documents whose citations refer to passages.
import { z } from 'zod'
import { idSchema, type Id, type Instant } from './identifiers.ts'
import { templateChoiceSchema, templateNameSchema } from './template-names.ts'
import { versionNameSchema } from './memo-versions.ts'
import { partialDateSchema } from './sources.ts'

/** TLP 2.0 labels (FIRST), without the prefix: the marking reads `TLP:AMBER`. */
export const tlpLabels = ['RED', 'AMBER+STRICT', 'AMBER', 'GREEN', 'CLEAR'] as const
export const tlpSchema = z.enum(tlpLabels)
export type Tlp = z.infer<typeof tlpSchema>

/** A node of a memo's document in ProseMirror's JSON. Which nodes are known is said in memo-document.ts. */
export interface DocumentNode {
  type: string
  attrs?: Record<string, unknown>
  content?: DocumentNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

export const documentNodeSchema: z.ZodType<DocumentNode> = z.lazy(() =>
  z.object({
    type: z.string().max(100),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(documentNodeSchema).optional(),
    marks: z.array(z.object({ type: z.string().max(100), attrs: z.record(z.string(), z.unknown()).optional() })).optional(),
    text: z.string().optional(),
  }),
)

/** What a locator counts. */
export const locatorLabels = ['paragraph', 'page', 'chapter', 'section'] as const
export type LocatorLabel = (typeof locatorLabels)[number]

/** Where in its source a reference points: null is the passage's page, or its paragraph in a source without pages, as it is now; an empty value is nowhere. */
export const locatorSchema = z.strictObject({ label: z.enum(locatorLabels), value: z.string().max(100) }).nullable()
export type Locator = z.infer<typeof locatorSchema>

/**
 * One reference of a citation. `version` is that of the source text it was cited from; `quote` is kept so that the
 * words survive the passage; `prefix` and `suffix` stand around the reference.
 */
export const citeSchema = z.strictObject({
  passage: idSchema,
  version: z.number().int().min(1),
  quote: z.string().max(20_000),
  prefix: z.string().max(1000),
  suffix: z.string().max(1000),
  locator: locatorSchema,
  suppressAuthor: z.boolean(),
})
export type Cite = z.infer<typeof citeSchema>

/** How many references one citation may hold. */
export const mostCites = 50

/** Attributes of a `citation` node: its references in the writer's order, at least one. */
export const citationAttributesSchema = z.object({ id: idSchema, cites: z.array(citeSchema).min(1).max(mostCites) })
export type CitationAttributes = z.infer<typeof citationAttributesSchema>

/** A reference to a passage as it stands, with nothing set by the writer. */
export const aCite = (passage: Id, version: number, quote: string): Cite => ({
  passage,
  version,
  quote: quote.slice(0, 20_000).toWellFormed(),
  prefix: '',
  suffix: '',
  locator: null,
  suppressAuthor: false,
})

export const memoStatuses = ['draft', 'in review', 'final'] as const

/** What stands at the head of a memo. `date` is ISO (`2025-12-02`), null for none; `language` a BCP 47 tag. */
export const memoHeadSchema = z.object({
  title: z.string().max(2000),
  authors: z.string().max(2000),
  audience: z.string().max(2000),
  date: partialDateSchema.nullable(),
  tlp: tlpSchema.nullable(),
  status: z.enum(memoStatuses),
  language: z.string().max(35),
  /** The style of its citations: one of those that come along, or the identifier of one of the user's own. */
  citationStyle: z.string().min(1).max(100),
})
export type MemoHead = z.infer<typeof memoHeadSchema>

export interface MemoSummary {
  id: Id
  title: string
  tlp: Tlp | null
  status: string
  words: number
  citations: number
  savedAt: Instant
}

/**
 * A memo whole. `document` is the stored JSON text, untouched: the reader checks it before an editor
 * sees it. `revision` rises by one with each save of the document.
 */
export interface Memo {
  id: Id
  head: MemoHead
  document: string
  revision: number
  savedAt: Instant
}

/** Whether what a citation points at still stands: `changed` when the passage's words differ from the kept quote. */
export type CitationState = 'current' | 'changed' | 'gone'

/** The longest memo that a target may ask for, in words. */
export const mostTargetWords = 1_000_000

/** The longest document that is kept, in UTF-16 code units of its JSON. */
export const longestDocument = 20_000_000

/**
 * A document as its difference from the stored text, which has `before` UTF-16 code units: the first `head` and the last
 * `tail` of them stay, and `middle` stands between.
 */
export const documentChangeSchema = z.object({
  before: z.number().int().min(0).max(longestDocument),
  head: z.number().int().min(0).max(longestDocument),
  tail: z.number().int().min(0).max(longestDocument),
  middle: z.string().max(longestDocument),
})
export type DocumentChange = z.infer<typeof documentChangeSchema>

export const memosArguments = {
  list: z.object({}),
  get: z.object({ memo: idSchema }),
  create: z.object({ head: memoHeadSchema.partial().optional(), template: templateChoiceSchema.optional() }),
  updateHead: z.object({ memo: idSchema, head: memoHeadSchema.partial() }),
  /** `document` is ProseMirror JSON as text. */
  save: z.object({ memo: idSchema, revision: z.number().int().min(0), document: z.string().max(longestDocument) }),
  saveChange: z.object({ memo: idSchema, revision: z.number().int().min(0), change: documentChangeSchema }),
  remove: z.object({ memo: idSchema }),
  target: z.object({ memo: idSchema }),
  setTarget: z.object({ memo: idSchema, words: z.number().int().min(1).max(mostTargetWords).nullable() }),
  templates: z.object({}),
  saveTemplate: z.object({ name: templateNameSchema, document: z.string().max(2_000_000) }),
  removeTemplate: z.object({ template: idSchema }),
  versions: z.object({ memo: idSchema }),
  version: z.object({ version: idSchema }),
  nameVersion: z.object({ memo: idSchema, version: idSchema.nullable(), name: versionNameSchema }),
}

/** The answer to a save: the new revision and when it was on disk. */
export interface MemoSaved {
  revision: number
  savedAt: Instant
  words: number
}
