// Keys by which the Library sorts words inside SQLite: without case, accents and leading signs, numbers by their size.
import { foldText } from '../../shared/fold-text.ts'
import type { Name } from '../../shared/sources.ts'

/** So much of a text decides its place. */
const decisive = 80

/** ASCII alone needs no folding, which would take most of the time in a large workspace. */
const fold = (text: string): string => (/^[\0-\x7F]*$/.test(text) ? text.toUpperCase() : foldText(text))

const withoutSigns = (text: string): string => text.replace(/^[^\p{L}\p{N}]+/u, '')

/** The key of some words; null where there are none. */
export function sortKey(text: string | null): string | null {
  if (text === null) return null
  const key = withoutSigns(fold(text.slice(0, decisive)))
  if (key === '') return null
  return /\d/.test(key) ? key.replaceAll(/\d+/g, (digits) => digits.padStart(12, '0')) : key
}

/** The key of authors as JSON: the first one's family name, then the given one. */
export function authorKey(names: string): string | null {
  if (names === '[]') return null
  const [first] = JSON.parse(names) as Name[]
  return first ? sortKey(first.literal ?? `${first.family ?? ''} ${first.given ?? ''}`) : null
}

/** Whether a title starts with what was typed, as it is read aloud: leading signs do not count. */
export const startsWith = (title: string, typed: string): boolean => withoutSigns(fold(title.slice(0, decisive + typed.length))).startsWith(fold(typed))
