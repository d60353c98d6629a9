// Names of authors as a line of text.
import type { Name } from './sources.ts'

/** One name as it is read: a literal as it stands, else given before family. */
export const fullName = (name: Name): string =>
  name.literal ?? [name.given, name.family].filter((part) => part !== undefined && part !== '').join(' ')

/** Authors in reading order, joined by commas; empty when there are none. */
export const authorsLine = (authors: Name[]): string =>
  authors
    .map(fullName)
    .filter((name) => name !== '')
    .join(', ')
