// Claims that say much the same as what is being typed: found by their words, ranked by how many they share.
import type { Id } from '../../shared/identifiers.ts'
import type { SimilarItem } from '../../shared/items.ts'
import { wordsOf } from '../../shared/search-query.ts'
import type { ItemsStore } from './items-store.ts'

/** How much of the words must be shared, from 0 for none to 1 for all. */
const leastAlike = 0.4
/** The longest words are looked for; more of them only cost time. */
const soughtWords = 16

const empty = new Set(
  ('a an and are as at be been but by for from had has have he her his if in into is it its not of on or our she so that the their ' +
    'them then they this to was we were which who will with would you').split(' '),
)

/** The words that count, without case, accents and the endings of plurals and past forms. */
function stemsOf(text: string): Set<string> {
  const folded = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  return new Set(wordsOf(folded).filter((word) => !empty.has(word)).map((word) => (word.length > 4 ? word.replace(/(?:ing|ed|es|s|e)$/u, '') : word)))
}

/** Shared words against those of the shorter and of the longer statement alike; one alone would favour short ones. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((word) => b.has(word)).length
  return shared < 2 ? 0 : (2 * shared) / (a.size + b.size)
}

/** At most `limit` items of the kind, the most alike first; fewer than two words in common are none. */
export function suggestClaims(
  store: ItemsStore,
  { text, kind, except, limit }: { text: string; kind: 'claim' | 'recommendation'; except: Id | null; limit: number },
): SimilarItem[] {
  const stems = stemsOf(text)
  const sought = [...stems].toSorted((a, b) => b.length - a.length).slice(0, soughtWords)
  if (sought.length < 2) return []
  return store
    .alike(`statement : (${sought.map((word) => `"${word}"*`).join(' OR ')})`, kind)
    .filter(({ item }) => item !== except)
    .map((found) => ({ found, score: likeness(stems, stemsOf(found.statement)) }))
    .filter(({ score }) => score >= leastAlike)
    .toSorted((a, b) => b.score - a.score || b.found.passages - a.found.passages)
    .slice(0, limit)
    .map(({ found }) => found)
}
