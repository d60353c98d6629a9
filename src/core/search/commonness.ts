// Whether words are so common that ranking all their texts would keep the analyst waiting.
import type { Term } from '../../shared/search-query.ts'
import type { SearchStore } from './search-store.ts'
import { plainLetters } from './word-variants.ts'

/** From so many texts on, hits come by recency. Ranking reads every one of them. */
const many = 2000

/** A beginning of so few letters fits too many words to be looked through. */
const shortPrefix = 2

const atLeast = (store: SearchStore, word: string, prefix: boolean): number => {
  const from = plainLetters(word)
  return store.commonness(from, prefix ? `${from}\u{10FFFF}` : from)
}

/** True when even the rarest of the words stands in very many texts. */
export function isCommon(store: SearchStore, terms: readonly Term[]): boolean {
  const words = terms.flatMap(({ words: own, prefix }) => own.map((word, at) => ({ word, prefix: prefix && at === own.length - 1 })))
  if (words.length === 0) return false
  const [only] = words
  if (words.length === 1 && only?.prefix && [...only.word].length <= shortPrefix) return true
  return words.every(({ word, prefix }) => atLeast(store, word, prefix) >= many)
}
