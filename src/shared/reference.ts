// What a citation needs of a source beyond its metadata, under the names of CSL-JSON 1.0.2.
import { z } from 'zod'

/** One person or body, after CSL 1.0.2 names: either family/given, or literal for a body. */
export const nameSchema = z.object({
  family: z.string().max(500).optional(),
  given: z.string().max(500).optional(),
  literal: z.string().max(500).optional(),
})
export type Name = z.infer<typeof nameSchema>

/** The types of CSL 1.0.2 that a source of words can have. */
export const cslTypes = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'bill',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'hearing',
  'interview',
  'legal_case',
  'legislation',
  'manuscript',
  'pamphlet',
  'paper-conference',
  'personal_communication',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'review-book',
  'speech',
  'standard',
  'thesis',
  'treaty',
  'webpage',
] as const
export type CslType = (typeof cslTypes)[number]

const value = z.string().max(2000).optional()
const names = z.array(nameSchema).max(200).optional()

/** The further fields of a source, as CSL-JSON has them; an absent field is unknown. */
export const referenceSchema = z.object({
  type: z.enum(cslTypes).optional(),
  DOI: value,
  publisher: value,
  'publisher-place': value,
  volume: value,
  issue: value,
  page: value,
  edition: value,
  number: value,
  genre: value,
  'collection-title': value,
  'event-title': value,
  ISBN: value,
  ISSN: value,
  editor: names,
  recipient: names,
})
export type Reference = z.infer<typeof referenceSchema>
export type ReferenceField = keyof Reference

/** Changes to a reference: null takes a field away, an absent one stays. */
export const referenceChangesSchema = z.object({
  type: referenceSchema.shape.type.nullable(),
  DOI: value.nullable(),
  publisher: value.nullable(),
  'publisher-place': value.nullable(),
  volume: value.nullable(),
  issue: value.nullable(),
  page: value.nullable(),
  edition: value.nullable(),
  number: value.nullable(),
  genre: value.nullable(),
  'collection-title': value.nullable(),
  'event-title': value.nullable(),
  ISBN: value.nullable(),
  ISSN: value.nullable(),
  editor: names.nullable(),
  recipient: names.nullable(),
})
export type ReferenceChanges = z.infer<typeof referenceChangesSchema>

/** A reference with changes applied. */
export function changeReference(reference: Reference, changes: ReferenceChanges): Reference {
  const kept = Object.entries({ ...reference, ...changes }).filter(([, value]) => value !== null && value !== undefined && value.length > 0)
  return Object.fromEntries(kept) as Reference
}

/** The bare DOI in an address or a text such as `doi:10.1000/182`, in lower case; null when there is none. */
export function doiIn(written: string | null | undefined): string | null {
  const found = /\b10\.\d{4,9}\/[^\s"<>]+/.exec(written ?? '')?.[0]
  return found ? found.replace(/[.,;:)\]}'’”]+$/, '').toLowerCase() : null
}
