// A source's people in words.
import type { Name } from '../../shared/sources.ts'

const nameOf = ({ literal, given, family }: Name): string => literal ?? [given, family].filter(Boolean).join(' ')

/** The authors as one line, the first of more than three with "and others"; null when there are none. */
export function showAuthors(authors: readonly Name[], language?: string): string | null {
  const names = authors.map(nameOf).filter(Boolean)
  if (names.length === 0) return null
  if (names.length > 3) return `${names[0]} and others`
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
