// A search as FTS5 expressions that cannot fail: every word is quoted, so that no input is syntax.
import type { SearchQuery, Term } from '../../shared/search-query.ts'
import { wordsOf } from '../../shared/search-query.ts'
import { isDense, variantsOf } from './word-variants.ts'

/** Words that stand next to each other, as FTS5 has them. */
export const quoted = (words: readonly string[]): string => `"${words.join(' ')}"`

/** One term in each of its spellings; a phrase is looked for as it was typed. */
export function termExpression({ words, prefix }: Term): string {
  const star = prefix ? '*' : ''
  const [word] = words
  if (words.length > 1 || word === undefined) return `${quoted(words)}${star}`
  const spellings = variantsOf(word).map((spelling) => `${quoted([spelling])}${star}`)
  return spellings.length > 1 ? `(${spellings.join(' OR ')})` : (spellings[0] ?? '')
}

/** An expression in which all of these hold and none of the excluded terms; null when nothing is looked for. */
export function allOf(expressions: readonly string[], excluded: readonly Term[]): string | null {
  if (expressions.length === 0) return null
  const wanted = expressions.join(' AND ')
  return excluded.length === 0 ? wanted : `(${wanted}) NOT (${excluded.map(termExpression).join(' OR ')})`
}

/** An expression in which each term occurs and no excluded one; null when no words are looked for. */
export const matchExpression = ({ terms, excluded }: Pick<SearchQuery, 'terms' | 'excluded'>): string | null =>
  allOf(terms.map(termExpression), excluded)

/** Plain words, the last one as the start of a word; null without any. */
export function wordsExpression(text: string): string | null {
  const words = wordsOf(text)
  return matchExpression({ terms: words.map((word, at) => ({ words: [word], prefix: at === words.length - 1 })), excluded: [] })
}

/** The runs of letters from scripts without spaces, which the word index does not find inside a run; in the order typed. */
export function denseRuns(terms: readonly Term[]): string[] {
  return terms.flatMap(({ words }) => words).filter(isDense)
}
