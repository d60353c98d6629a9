// Words for what the Library tells of a source.
import type { LibraryColumn } from '../../shared/library.ts'
import type { Name, Progress } from '../../shared/sources.ts'
import type { Choice } from '../interface/select.tsx'

const progressWords: Record<Progress, string> = { unread: 'Unread', reading: 'Reading', done: 'Done' }

export const progressChoices = Object.entries(progressWords).map(([value, title]): Choice<Progress> => ({ value: value as Progress, title }))

/** What the columns and the order are called. */
export const columnWords: Record<LibraryColumn, string> = {
  title: 'Title',
  authors: 'Authors',
  container: 'Published in',
  date: 'Date',
  grade: 'Grade',
  language: 'Language',
  progress: 'Progress',
  claims: 'Claims',
  actors: 'Actors',
  recommendations: 'Recs',
  added: 'Added',
}

/** A name as it is read: given name first; a body as it is written. */
export const wholeName = ({ literal, given, family }: Name): string => literal ?? [given, family].filter(Boolean).join(' ')

/** The first author, and how many there are besides. */
export function authorsInShort(authors: readonly Name[]): string {
  const [first] = authors
  if (!first) return ''
  const more = authors.length - 1
  return more === 0 ? wholeName(first) : `${first.family ?? wholeName(first)} and ${more} more`
}
