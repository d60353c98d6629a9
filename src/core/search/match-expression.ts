// A search as FTS5 expressions that cannot fail: every word is quoted, so that no input is syntax.
import type { SearchQuery, Term } from '../../shared/search-query.ts'
import { wordsOf } from '../../shared/search-query.ts'
import { isDense, variantsOf } from './word-variants.ts'

const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`

/** One term in each of its spellings; a phrase is looked for as it was typed. */
function termExpression({ words, prefix }: Term): string {
  const star = prefix ? '*' : ''
  const [word] = words
  if (words.length > 1 || word === undefined) return `${quoted(words)}${star}`
  const spellings = variantsOf(word).map((spelling) => `${quoted([spelling])}${star}`)
  return spellings.length > 1 ? `(${spellings.join(' OR ')})` : (spellings[0] ?? '')
}

/** An expression in which each term occurs and no excluded one; null when no words are looked for. */
export function matchExpression({ terms, excluded }: Pick<SearchQuery, 'terms' | 'excluded'>): string | null {
  if (terms.length === 0) return null
  const wanted = terms.map(termExpression).join(' AND ')
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.map(termExpression).join(' OR ')})`
}

/** Plain words, the last one as the start of a word; null without any. */
export function wordsExpression(text: string): string | null {
  const words = wordsOf(text)
  return matchExpression({ terms: words.map((word, at) => ({ words: [word], prefix: at === words.length - 1 })), excluded: [] })
}

/** The runs of letters from scripts without spaces, which the word index does not find inside a run; in the order typed. */
export function denseRuns(terms: readonly Term[]): string[] {
  return terms.flatMap(({ words }) => words).filter(isDense)
}
