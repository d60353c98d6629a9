// A source's metadata as text to edit, and back.
import { partialDateSchema, type Metadata } from '../../shared/sources.ts'
import { namesToText, textToNames } from './name-text.ts'

export type EditableField = Exclude<keyof Metadata, 'title'>

/** The field as text; unknown is empty. Dates stay ISO, because that is how they are typed. */
export function metadataToText(metadata: Metadata, field: EditableField): string {
  return field === 'authors' ? namesToText(metadata.authors) : (metadata[field] ?? '')
}

/** The change that a field's text means; empty is unknown. */
export function textToMetadata(field: EditableField, text: string): Partial<Metadata> {
  if (field === 'authors') return { authors: textToNames(text) }
  const value = text.trim()
  return { [field]: value === '' ? null : value }
}

/** What is wrong with a date, null when it is empty or as precise as `2025`, `2025-12` or `2025-12-02`. */
export function checkDate(text: string): string | null {
  const date = text.trim()
  return date === '' || partialDateSchema.safeParse(date).success ? null : 'Write a date as 2025, 2025-12 or 2025-12-02.'
}
