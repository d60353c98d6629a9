// The Library: which sources show, in which order, and how far they were read.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { partialDateSchema, progressSchema, reliabilities, reliabilitySchema, type Progress, type SourceSummary } from './sources.ts'

export const libraryColumns = ['title', 'authors', 'container', 'date', 'grade', 'language', 'progress', 'claims', 'actors', 'recommendations', 'added'] as const
export type LibraryColumn = (typeof libraryColumns)[number]

/** Fields of which the Library can tell what values there are. */
export const valueFields = ['container', 'author', 'language'] as const
export type ValueField = (typeof valueFields)[number]

/**
 * Which sources show: those that fit all that is given. `text` is words of title, container and authors, `collection`
 * means it and all below it, `from` and `to` bound the date of issue (both included, as precise as they are), grade
 * `none` means ungraded, `claims` whether any claim is tagged.
 */
export const libraryFilterSchema = z.object({
  text: z.string().max(500).optional(),
  collection: idSchema.optional(),
  progress: progressSchema.optional(),
  container: z.string().max(2000).optional(),
  author: z.string().max(1000).optional(),
  from: partialDateSchema.optional(),
  to: partialDateSchema.optional(),
  grade: z.enum([...reliabilities, 'none']).optional(),
  claims: z.boolean().optional(),
  language: z.string().max(35).optional(),
})
export type LibraryFilter = z.infer<typeof libraryFilterSchema>

export const librarySortSchema = z.object({ by: z.enum(libraryColumns), descending: z.boolean() })
export type LibrarySort = z.infer<typeof librarySortSchema>

/** What the Library shows; `trashed` shows the trash instead. */
const shownSchema = z.object({ filter: libraryFilterSchema, sort: librarySortSchema, trashed: z.boolean().optional() })

/** The characters of one id in a packed list. */
export const idLength = 36

/**
 * Which sources show and in which order: their ids written one after the other, 36 characters each, because a hundred
 * thousand strings would take the window longer than one long one.
 */
export interface LibraryOrder {
  sources: string
  /** How many fit, copies included; of the first few alone it is those. */
  total: number
  /** Where copies of one text are shown as one: the copies that stand behind a source, in order. */
  copies: Record<Id, Id[]>
}

/** A source as the Library shows it. */
export interface LibraryRow extends SourceSummary {
  language: string | null
  progress: Progress
}

/** A value of a field, and how many sources have it. */
export interface LibraryValue {
  value: string
  count: number
}

/** How the Library was left: kept with the desk. */
export const libraryLayoutSchema = z.object({
  filter: libraryFilterSchema,
  sort: librarySortSchema,
  columns: z.array(z.enum(libraryColumns)).min(1).max(libraryColumns.length),
  stories: z.boolean(),
})
export type LibraryLayout = z.infer<typeof libraryLayoutSchema>

/** Sources that one command is about. */
export const someSources = z.array(idSchema).min(1).max(200_000)

export const libraryArguments = {
  /** `stories` shows copies of one text as one row; `first` asks for no more than so many, which takes no longer in a large workspace. */
  order: shownSchema.extend({ stories: z.boolean().optional(), first: z.number().int().min(1).max(1000).optional() }),
  rows: z.object({ sources: z.array(idSchema).max(200) }),
  values: z.object({ of: z.enum(valueFields), text: z.string().max(500) }),
  startingWith: shownSchema.extend({ text: z.string().min(1).max(200) }),
  setProgress: z.object({ sources: someSources, progress: progressSchema, job: idSchema.optional() }),
  setGrade: z.object({ sources: someSources, reliability: reliabilitySchema.nullable(), job: idSchema.optional() }),
}
