// Search: everything that has the words asked for, ranked, with the place to open.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import { itemKinds } from '../../shared/items.ts'
import type { SearchHit, SearchKind } from '../../shared/search.ts'
import { asksNothing, readSearch, wordsOf, type SearchPlace, type SearchQuery } from '../../shared/search-query.ts'
import type { CoreContext } from '../context.ts'
import { isCommon } from './commonness.ts'
import { excerptOf } from './excerpts.ts'
import { denseRuns, matchExpression, wordsExpression } from './match-expression.ts'
import { savedSearchesStore } from './saved-searches-store.ts'
import { searchStore, type ItemHit, type MemoHit, type PassageHit, type RemarkHit, type SearchStore, type SourceHit, type Wanted } from './search-store.ts'
import { isDense } from './word-variants.ts'

function sourceHit(hit: SourceHit, words: string[]): SearchHit {
  const { excerpt, marks, first } = excerptOf(hit.text || (hit.containerTitle ?? ''), words)
  const span = hit.text ? first : null
  return { kind: 'source', ref: hit.id, title: hit.title, excerpt, marks, source: hit.id, passage: null, span }
}

function passageHit(hit: PassageHit, words: string[]): SearchHit {
  const { excerpt, marks } = excerptOf(hit.quote, words)
  const span = { start: hit.start, end: hit.end }
  return { kind: 'passage', ref: hit.id, title: hit.sourceTitle, excerpt, marks, source: hit.source, passage: hit.id, span }
}

function itemHit(hit: ItemHit, words: string[]): SearchHit {
  const aliases = (JSON.parse(hit.aliases) as string[]).join(', ')
  const { excerpt, marks } = excerptOf([hit.statement, aliases, hit.comment].filter((part) => part !== '').join('\n'), words)
  const { id, kind, statement, source, passage } = hit
  return { kind, ref: id, title: statement, excerpt, marks, source, passage, span: null }
}

function remarkHit(hit: RemarkHit, words: string[]): SearchHit {
  const { excerpt, marks } = excerptOf(hit.comment, words)
  return { kind: 'remark', ref: hit.id, title: hit.statement, excerpt, marks, source: hit.source, passage: hit.passage, span: null }
}

function memoHit(hit: MemoHit, words: string[]): SearchHit {
  const { excerpt, marks } = excerptOf(hit.plain, words)
  return { kind: 'memo', ref: hit.id, title: hit.title, excerpt, marks, source: null, passage: null, span: null }
}

function firstOfEach<T>(rows: T[], keyOf: (row: T) => string): T[] {
  const seen = new Set<string>()
  return rows.filter((row) => {
    const key = keyOf(row)
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** An actor's words are looked for in names and aliases, not in comments. */
const actorExpression = (text: string | null): string | null => {
  const match = text && wordsExpression(text)
  return match ? `{statement aliases} : (${match})` : null
}

function wantedOf(store: SearchStore, query: SearchQuery, limit: number): Wanted {
  const spaced = (terms: SearchQuery['terms']) => terms.filter(({ words }) => !words.some(isDense))
  const terms = spaced(query.terms)
  const excluded = spaced(query.excluded)
  const kinds = query.kinds.length > 0 ? itemKinds.filter((kind) => query.kinds.includes(kind)) : [...itemKinds]
  return {
    match: matchExpression({ terms, excluded }),
    excluded: matchExpression({ terms: excluded, excluded: [] }),
    dense: denseRuns(query.terms),
    source: query.source && wordsExpression(query.source),
    actor: actorExpression(query.actor),
    before: query.before,
    after: query.after,
    kinds,
    recentFirst: isCommon(store, terms),
    limit,
  }
}

/** Whether hits of a kind are asked for, and in which place they would be found. */
function asksFor({ kinds, places }: SearchQuery, kind: SearchKind | 'item', place: SearchPlace): boolean {
  const wantsKind = kinds.length === 0 || kinds.some((wanted) => (kind === 'item' ? itemKinds.some((one) => one === wanted) : wanted === kind))
  return wantsKind && (places.length === 0 || places.includes(place))
}

function find(store: SearchStore, query: SearchQuery, limit: number): { hits: SearchHit[]; recentFirst: boolean } {
  const wanted = wantedOf(store, query, limit)
  const words = query.terms.flatMap((term) => term.words)
  const asked = (kind: SearchKind | 'item', place: SearchPlace) => asksFor(query, kind, place)
  const sources = firstOfEach(
    [...(asked('source', 'text') ? store.byText(wanted) : []), ...(asked('source', 'title') ? store.byTitle(wanted) : [])],
    (hit) => hit.id,
  )
  const passages = asked('passage', 'passages') ? firstOfEach(store.passages(wanted), (hit) => hit.id) : []
  const hits = [
    ...(asked('item', 'items') ? store.items(wanted) : []).map((hit) => itemHit(hit, words)),
    ...passages.map((hit) => passageHit(hit, words)),
    ...(asked('remark', 'passages') ? store.remarks(wanted) : []).map((hit) => remarkHit(hit, words)),
    ...sources.slice(0, limit).map((hit) => sourceHit(hit, words)),
    ...(asked('memo', 'memos') ? store.memos(wanted) : []).map((hit) => memoHit(hit, words)),
  ]
  return { hits, recentFirst: wanted.recentFirst && hits.length > 0 }
}

/** The feature's calls. */
export function createSearch(context: CoreContext): Api['search'] {
  const store = searchStore(context.db)
  const kept = savedSearchesStore(context.db)
  return {
    everything: ({ text, limit = 8 }) => {
      const query = readSearch(text)
      return asksNothing(query) ? { hits: [], recentFirst: false } : find(store, query, limit)
    },
    citable: ({ text, limit = 12 }) => {
      const words = wordsOf(text)
      const terms = words.map((word, at) => ({ words: [word], prefix: at === words.length - 1 }))
      const wanted = wantedOf(store, { ...readSearch(''), terms }, limit)
      const match = wordsExpression(text)
      const found = [
        ...store.passages(wanted),
        ...(match ? [...store.passagesOfItems(match, limit), ...store.passagesOfSources(match, limit)] : []),
      ]
      return firstOfEach(found, (hit) => hit.id)
        .slice(0, limit)
        .map((hit) => passageHit(hit, words))
    },
    saved: () => kept.list(),
    save: ({ name, query }) =>
      context.command('Save search', () => {
        const known = kept.named(name)
        const search = { id: known?.id ?? context.newId(), name, query }
        if (known) kept.update(search)
        else kept.insert(search)
        return search
      }),
    forget: ({ search }) => {
      context.command('Forget search', () => {
        if (!kept.remove(search)) throw new GroundworkError('search.gone', 'This search is no longer kept. Undo brings back one that was deleted.')
      })
      return null
    },
  }
}
