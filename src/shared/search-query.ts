// What the search box understands: words, "phrases", -exclusions and filters. Anything else is plain words.
import { searchKinds, type SearchKind } from './search.ts'

/** Where words can be looked for with `in:`. */
export const searchPlaces = ['title', 'text', 'passages', 'items', 'memos'] as const
export type SearchPlace = (typeof searchPlaces)[number]

/** The filters by name, as they are typed before a colon. */
export const filterNames = ['source', 'actor', 'kind', 'in', 'before', 'after'] as const
export type FilterName = (typeof filterNames)[number]

/** Words that stand next to each other in this order; a single word is a term of one. */
export interface Term {
  words: string[]
  /** The last word may go on: it was the last thing typed, and not in quotes. */
  prefix: boolean
}

/** A search as read. `before` and `after` are ISO dates or their beginnings (`2025`, `2025-12`). */
export interface SearchQuery {
  terms: Term[]
  excluded: Term[]
  /** Words of the source's title, container or author. */
  source: string | null
  /** Words of an actor's name or alias. */
  actor: string | null
  kinds: SearchKind[]
  places: SearchPlace[]
  before: string | null
  after: string | null
}

/** A piece of the input: what was typed from `start` to `end` (UTF-16 code units). */
export interface QueryToken {
  start: number
  end: number
  minus: boolean
  filter: FilterName | null
  value: string
  quoted: boolean
}

const tokenPattern = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giu
const isFilter = (name: string | undefined): name is FilterName => filterNames.some((known) => known === name)

/** The words of a text: runs of letters, numbers and their marks, composed. */
export const wordsOf = (text: string): string[] => text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []

/** The input taken apart. A name before a colon that is no filter belongs to the words. */
export function tokensOf(text: string): QueryToken[] {
  return [...text.matchAll(tokenPattern)].map((match) => {
    const [whole, minus = '', name, phrase, plain] = match
    const filter = name?.toLowerCase()
    const quoted = phrase !== undefined
    const value = phrase ?? plain ?? ''
    const known = isFilter(filter) && isMeant(filter, value)
    return {
      start: match.index,
      end: match.index + whole.length,
      minus: minus !== '' && (known || wordsOf(value).length > 0),
      filter: known ? filter : null,
      value: name && !known ? `${name} ${value}` : value,
      quoted,
    }
  })
}

const datePattern = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Whether a filter's value means something; one that does not is plain words, so that no input is an error. */
function isMeant(filter: FilterName, value: string): boolean {
  if (filter === 'before' || filter === 'after') return datePattern.test(value)
  if (filter === 'kind') return kindsOf(value).length > 0
  if (filter === 'in') return placesOf(value).length > 0
  return wordsOf(value).length > 0
}

const listOf = <T extends string>(value: string, known: readonly T[]): T[] =>
  value.toLowerCase().split(',').flatMap((part) => known.filter((one) => one === part || one === `${part}s` || `${one}s` === part))
const kindsOf = (value: string): SearchKind[] => listOf(value, searchKinds)
const placesOf = (value: string): SearchPlace[] => listOf(value, searchPlaces)

/** Reads what was typed; never fails. */
export function readSearch(text: string): SearchQuery {
  const query: SearchQuery = { terms: [], excluded: [], source: null, actor: null, kinds: [], places: [], before: null, after: null }
  const tokens = tokensOf(text)
  for (const [at, { minus, filter, value, quoted }] of tokens.entries()) {
    if (filter === 'kind') query.kinds.push(...kindsOf(value))
    else if (filter === 'in') query.places.push(...placesOf(value))
    else if (filter) query[filter] = value
    else {
      const words = wordsOf(value)
      const prefix = !quoted && at === tokens.length - 1 && !/\s$/u.test(text)
      if (words.length === 0) continue
      if (minus) query.excluded.push({ words, prefix: false })
      else query.terms.push({ words, prefix })
    }
  }
  return query
}

/** Whether anything is asked for. */
export function asksNothing(query: SearchQuery): boolean {
  const { terms, source, actor, kinds, places, before, after } = query
  return terms.length === 0 && !source && !actor && kinds.length === 0 && places.length === 0 && !before && !after
}
