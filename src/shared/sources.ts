// Sources: imported documents, their metadata (CSL-JSON 1.0.2 names) and their immutable texts.
import { z } from 'zod'
import { idSchema, type Id, type Instant } from './identifiers.ts'
import { nameSchema, referenceChangesSchema, type Name, type Reference } from './reference.ts'

export { nameSchema, type Name } from './reference.ts'

/** Admiralty reliability of a source: A reliable … E unreliable, F cannot be judged. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export const reliabilitySchema = z.enum(reliabilities)
export type Reliability = z.infer<typeof reliabilitySchema>

/** How far a source was read, by the analyst's own word. */
export const progresses = ['unread', 'reading', 'done'] as const
export const progressSchema = z.enum(progresses)
export type Progress = z.infer<typeof progressSchema>

/** A date that may lack day or month: `2025`, `2025-12` or `2025-12-02` (ISO 8601). */
export const partialDateSchema = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/)

/** What a reader wants to know of a source. Null means unknown and is shown as missing, never guessed. */
export const metadataSchema = z.object({
  title: z.string().max(2000),
  authors: z.array(nameSchema).max(200),
  containerTitle: z.string().max(2000).nullable(),
  issued: partialDateSchema.nullable(),
  url: z.string().max(4000).nullable(),
  accessed: partialDateSchema.nullable(),
  language: z.string().max(35).nullable(),
})
export type Metadata = z.infer<typeof metadataSchema>

/** Which rule each metadata value came from, for example `title: "feed footer"`. Absent: typed by the analyst or unknown. */
export type Provenance = Partial<Record<keyof Metadata | keyof Reference, string>>

const pageLabel = z.string().min(1).max(20)

export const blockKinds = ['heading', 'paragraph', 'list-item', 'quotation', 'table-row', 'preformatted'] as const

/**
 * One block of a source text. `start` and `end` (exclusive) are UTF-16 code units into the canonical
 * string, in which blocks are joined by one `\n`. `level` is a heading's rank or a list item's depth,
 * from 1. A table row's text is its cells joined by `\t`; `table` numbers the table within the text. `page`
 * is the page of a paged original on which the block begins, from 1; `pageLabel` the number printed on it where that is
 * another one. `pageTurns` are the further pages the block runs over, in order, `at` UTF-16 code units from its start.
 */
export const blockSchema = z.object({
  kind: z.enum(blockKinds),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  level: z.number().int().min(1).max(9).optional(),
  ordered: z.boolean().optional(),
  table: z.number().int().min(0).optional(),
  header: z.boolean().optional(),
  page: z.number().int().min(1).max(100_000).optional(),
  pageLabel: pageLabel.optional(),
  pageTurns: z.array(z.object({ at: z.number().int().min(0), page: z.number().int().min(1).max(100_000), pageLabel: pageLabel.optional() })).max(5000).optional(),
})
export type Block = z.infer<typeof blockSchema>

/** A block of a corrected text: as a block is, with its words instead of its place. Blank ones are left out when it is kept. */
export const correctedBlockSchema = blockSchema.omit({ start: true, end: true }).extend({ text: z.string().max(20_000_000) })
export type CorrectedBlock = z.infer<typeof correctedBlockSchema>

/**
 * What a correction did. `version` is the one that stands now. Passages are counted: `moved` kept their exact words,
 * `changed` were carried along with the words corrected in them, `review` could not be placed.
 */
export interface Correction {
  version: number
  moved: number
  changed: number
  review: number
}

/** Emphasis or a link over `[start, end)` of the canonical string; links carry an http, https or mailto address. */
export const textMarkSchema = z.object({
  kind: z.enum(['emphasis', 'strong', 'link']),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
  href: z.string().optional(),
})
export type TextMark = z.infer<typeof textMarkSchema>

/** That a source was withdrawn by who published it: since when, and what is known of why. */
export const retractionSchema = z.object({ on: partialDateSchema, note: z.string().max(2000) })
export type Retraction = z.infer<typeof retractionSchema>

/** A line of the original that is no part of the reading text, and the rule that set it aside. */
export interface SetAside {
  text: string
  rule: string
}

/** An immutable, numbered text of a source. `text` is NFC, without NUL or lone surrogates. */
export interface SourceText {
  source: Id
  version: number
  text: string
  blocks: Block[]
  marks: TextMark[]
  setAside: SetAside[]
}

/** A source as the Library lists it; counts are of distinct items tagged in it. */
export interface SourceSummary {
  id: Id
  title: string
  containerTitle: string | null
  authors: Name[]
  issued: string | null
  reliability: Reliability | null
  capturedAt: Instant
  words: number
  claims: number
  actors: number
  recommendations: number
}

/** Everything about a source but its text. `sha256` is of the original bytes, in lower-case hex. */
export interface Source {
  id: Id
  metadata: Metadata
  /** What a citation needs beyond the metadata; an empty object when nothing is known. */
  reference: Reference
  provenance: Provenance
  reliability: Reliability | null
  retraction: Retraction | null
  progress: Progress
  /** When it was put into the trash; null while it is not there. */
  trashedAt: Instant | null
  fileName: string | null
  mediaType: string
  encoding: string | null
  size: number
  sha256: string
  capturedAt: Instant
  version: number
  paragraphs: number
  words: number
}

/** Text formats that can be typed or pasted rather than read from a file. */
export const pastedFormats = ['plain', 'markdown', 'html'] as const

export const sourcesArguments = {
  list: z.object({}),
  get: z.object({ source: idSchema }),
  text: z.object({ source: idSchema, version: z.number().int().min(1).optional() }),
  update: z.object({
    source: idSchema,
    metadata: metadataSchema.partial().optional(),
    reference: referenceChangesSchema.optional(),
    reliability: reliabilitySchema.nullable().optional(),
    retraction: retractionSchema.nullable().optional(),
  }),
  correct: z.object({
    source: idSchema,
    version: z.number().int().min(1),
    blocks: z.array(correctedBlockSchema).max(500_000),
  }),
  importFiles: z.object({ files: z.array(idSchema).min(1).max(100_000), job: idSchema }),
  importText: z.object({
    text: z.string().max(20_000_000),
    format: z.enum(pastedFormats),
    title: z.string().max(2000).optional(),
    url: z.string().max(4000).optional(),
  }),
  importUrl: z.object({ url: z.string().min(1).max(4000), job: idSchema }),
  remove: z.object({ source: idSchema }),
  original: z.object({ source: idSchema }),
}

/**
 * What became of one file of an import. `source` is the new source, or for a duplicate and a new version (`updated`) the
 * one that was there; a reference file (`references`) has none.
 */
export interface ImportOutcome {
  name: string
  outcome: 'imported' | 'updated' | 'references' | 'duplicate' | 'failed'
  source: Id | null
  /** For a failure the reason, for an import what is worth knowing of it, as a sentence for the user. */
  reason: string | null
  code: string | null
}

/** The outcome of a whole import, one entry a file, in the order given. */
export interface ImportReport {
  imported: number
  /** New versions of sources that were here. */
  updated: number
  duplicates: number
  failed: number
  cancelled: boolean
  outcomes: ImportOutcome[]
}
