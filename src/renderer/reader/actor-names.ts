// How the words of a passage and the names of actors are compared.
import type { ActorSuggestion } from '../../shared/items.ts'

/** Case, accents, the article and a possessive do not make another actor. */
const folded = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’']s$/u, '')
    .replace(/^the\s+/u, '')
    .replace(/\s+/gu, ' ')
    .trim()

/** Whether two names are the same actor's as they are written. */
export const sameActor = (a: string, b: string): boolean => folded(a) === folded(b) && folded(a) !== ''

/** Suggestions with those first whose name or alias ends in the words quoted, as a surname does. */
export function surnamesFirst(suggestions: readonly ActorSuggestion[], quote: string): ActorSuggestion[] {
  return suggestions.toSorted((a, b) => Number(endsWith(b, quote)) - Number(endsWith(a, quote)))
}

/** Whether the words are the last of a known full name: "Ushakov" of "Yuri Ushakov". */
export const isSurnameOf = (suggestion: ActorSuggestion, quote: string): boolean => endsWith(suggestion, quote)

/** Whether each word typed begins some word of a name, in any order: "Ush" and "yur ush" fit "Yuri Ushakov". */
export function fitsName(name: string, typed: string): boolean {
  const words = folded(name).split(/[^\p{L}\p{N}]+/u)
  const parts = folded(typed).split(' ').filter((part) => part !== '')
  return parts.length > 0 && parts.every((part) => words.some((word) => word.startsWith(part)))
}

/** Whether words are the last of a longer name. */
export const isLastOf = (name: string, words: string): boolean => folded(name).endsWith(` ${folded(words)}`)

const endsWith = ({ name, matched }: ActorSuggestion, quote: string): boolean => [name, matched].some((known) => isLastOf(known, quote))
