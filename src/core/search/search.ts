// Search: everything that has the words asked for, ranked, with the place to open.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { itemKinds } from '../../shared/items.ts'
import type { SearchHit, SearchKind, SearchResults } from '../../shared/search.ts'
import { asksNothing, readSearch, wordsOf, type SearchPlace, type SearchQuery } from '../../shared/search-query.ts'
import type { CoreContext } from '../context.ts'
import type { Db } from '../database/open-database.ts'
import { excerptOf } from './excerpts.ts'
import { termIn } from './holds-term.ts'
import { planIndex } from './index-plan.ts'
import { wordsExpression } from './match-expression.ts'
import { savedSearchesStore } from './saved-searches-store.ts'
import { searchStore, type Asked, type Filters, type ItemHit, type MemoHit, type PassageHit, type RemarkHit, type SourceHit } from './search-store.ts'
import { isShortBeginning, many } from './term-weight.ts'
import { firstTexts, mostText, planTexts, type Stores, type TextPlan } from './text-plan.ts'
import { vocabularyStore, type SearchIndex } from './vocabulary-store.ts'

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

function filtersOf({ vocabulary }: Stores, { kinds, source, actor, before, after }: SearchQuery): Filters {
  const match = source && wordsExpression(source)
  return {
    source: match,
    fewSources: match !== null && match !== '' && vocabulary.countUpTo('source_index', match, many) < many,
    actor: actorExpression(actor),
    before,
    after,
    kinds: kinds.length > 0 ? itemKinds.filter((kind) => kinds.includes(kind)) : [...itemKinds],
  }
}

/** Whether hits of a kind are asked for, and in which place they would be found. */
function asksFor({ kinds, places }: SearchQuery, kind: SearchKind | 'item', place: SearchPlace): boolean {
  const wantsKind = kinds.length === 0 || kinds.some((wanted) => (kind === 'item' ? itemKinds.some((one) => one === wanted) : wanted === kind))
  return wantsKind && (places.length === 0 || places.includes(place))
}

/** The hits in texts: those that hold what the index was not asked for, until there are enough of them. */
function inTexts({ store }: Stores, plan: TextPlan, filters: Filters, limit: number): SourceHit[] {
  const vague = plan.vague.map(termIn)
  const without = (text: string) => !plan.excludedRuns.some((run) => text.includes(run))
  const found: SourceHit[] = []
  let [texts, length, promising] = [0, 0, true]
  for (const hit of store.byText({ ...plan.asked, filters })) {
    const { text } = hit
    texts += 1
    length += text.length
    const holds = vague.every((has) => has(text)) && plan.runs.every((run) => text.includes(run)) && without(text)
    if (holds && found.push(hit) === limit) return found
    promising = length <= mostText && (plan.whole === null || texts !== firstTexts || found.length * plan.asked.limit >= limit * firstTexts)
    if (!promising) break
  }
  // Of what stands in so few of the newest texts the whole list is short enough to be put together.
  if (plan.whole === null || (promising && texts < plan.asked.limit)) return found
  const also = plan.asked.also ?? (plan.asked.index === 'dense_text_index' ? plan.asked.match : null)
  const exact = store.byText({ ...plan.asked, index: 'source_text_index', match: plan.whole, also, excluded: null, filters })
  return [...exact].filter(({ text }) => plan.runs.every((run) => text.includes(run)) && without(text)).slice(0, limit)
}

function find(stores: Stores, query: SearchQuery, limit: number): SearchResults {
  const { store } = stores
  const words = query.terms.map((term) => term.words.join(' '))
  const filters = filtersOf(stores, query)
  const newest = isShortBeginning(query.terms)
  const asked = (kind: SearchKind | 'item', place: SearchPlace) => asksFor(query, kind, place)
  let recentFirst = newest
  const inIndex = <T>(index: SearchIndex, read: (asked: Asked) => T[]): T[] => {
    const plan = planIndex(stores.vocabulary, index, query, newest, limit)
    if (!plan) return []
    const found = read({ ...plan, filters })
    if (found.length > 0 && plan.recentFirst) recentFirst = true
    return found
  }
  const plan = asked('source', 'text') ? planTexts(stores, query, newest, limit) : null
  const texts = plan ? inTexts(stores, plan, filters, limit) : []
  if (texts.length > 0 && plan?.recentFirst) recentFirst = true
  // Without words every source has a text that was looked at already.
  const titles = asked('source', 'title') && (!plan || query.terms.length > 0) ? inIndex('source_index', store.byTitle) : []
  const passages = asked('passage', 'passages') ? firstOfEach(inIndex('segment_index', store.passages), (hit) => hit.id) : []
  const hits = [
    ...(asked('item', 'items') ? inIndex('item_index', store.items) : []).map((hit) => itemHit(hit, words)),
    ...passages.map((hit) => passageHit(hit, words)),
    ...(asked('remark', 'passages') ? inIndex('remark_index', store.remarks) : []).map((hit) => remarkHit(hit, words)),
    ...firstOfEach([...texts, ...titles], (hit) => hit.id).slice(0, limit).map((hit) => sourceHit(hit, words)),
    ...(asked('memo', 'memos') ? inIndex('memo_index', store.memos) : []).map((hit) => memoHit(hit, words)),
  ]
  return { hits, recentFirst: recentFirst && hits.length > 0 }
}

function citable(stores: Stores, text: string, limit: number): SearchHit[] {
  const { store, vocabulary } = stores
  const words = wordsOf(text)
  const terms = words.map((word, at) => ({ words: [word], prefix: at === words.length - 1 }))
  const query = { ...readSearch(''), terms }
  const match = wordsExpression(text)
  const through = (what: 'items' | 'sources', index: SearchIndex): PassageHit[] => {
    if (!match) return []
    const order = vocabulary.countUpTo(index, match, many) < many ? 'ranked' : 'newest'
    return store.passagesOf(what, order, match, limit)
  }
  const plan = planIndex(vocabulary, 'segment_index', query, false, limit)
  const own = plan ? store.passages({ ...plan, filters: filtersOf(stores, query) }) : []
  const found = [...own, ...through('items', 'item_index'), ...through('sources', 'source_index')]
  return firstOfEach(found, (hit) => hit.id)
    .slice(0, limit)
    .map((hit) => passageHit(hit, words))
}

/** The passages that a search finds, best first; none where it asks for no passages. */
export function passagesWith(db: Db, text: string, limit: number): Id[] {
  const query = readSearch(text)
  if (asksNothing(query) || !asksFor(query, 'passage', 'passages')) return []
  const stores = { store: searchStore(db), vocabulary: vocabularyStore(db) }
  const plan = planIndex(stores.vocabulary, 'segment_index', query, isShortBeginning(query.terms), limit)
  return plan ? [...new Set(stores.store.passages({ ...plan, filters: filtersOf(stores, query) }).map(({ id }) => id))] : []
}

/** The feature's calls. */
export function createSearch(context: CoreContext): Api['search'] {
  const stores = { store: searchStore(context.db), vocabulary: vocabularyStore(context.db) }
  const kept = savedSearchesStore(context.db)
  // One look at the file for all questions of a search: each by itself would ask anew whether something was written.
  const findAtOnce = context.db.transaction((query: SearchQuery, limit: number) => find(stores, query, limit))
  return {
    everything: ({ text, limit = 8 }) => {
      const query = readSearch(text)
      return asksNothing(query) ? { hits: [], recentFirst: false } : findAtOnce(query, limit)
    },
    citable: ({ text, limit = 12 }) => citable(stores, text, limit),
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
