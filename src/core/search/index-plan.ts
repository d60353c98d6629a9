// How the short texts of an index (titles, quotations, statements, remarks, memos) are looked through.
import type { SearchQuery, Term } from '../../shared/search-query.ts'
import { denseRuns, matchExpression } from './match-expression.ts'
import type { Asked } from './search-store.ts'
import { many } from './term-weight.ts'
import type { SearchIndex, VocabularyStore } from './vocabulary-store.ts'
import { isDense } from './word-variants.ts'

/** Plans a search in one index; null where nothing in it fits. `recentFirst`: so many rows fit that they are not ranked. */
export function planIndex(
  vocabulary: VocabularyStore,
  index: SearchIndex,
  { terms, excluded }: Pick<SearchQuery, 'terms' | 'excluded'>,
  newest: boolean,
  limit: number,
): (Omit<Asked, 'filters'> & { recentFirst: boolean }) | null {
  const spaced = (some: readonly Term[]) => some.filter(({ words }) => !words.some(isDense))
  const match = matchExpression({ terms: spaced(terms), excluded: spaced(excluded) })
  const count = match === null ? null : vocabulary.countUpTo(index, match, newest ? 1 : many)
  if (count === 0) return null
  const common = count !== null && (newest || count >= many)
  return {
    index: match ? index : null,
    match,
    ranked: common ? null : match,
    also: null,
    excluded: match ? null : matchExpression({ terms: spaced(excluded), excluded: [] }),
    dense: denseRuns(terms),
    denseExcluded: denseRuns(excluded),
    limit,
    recentFirst: common,
  }
}
