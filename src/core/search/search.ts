// Search: plain words over everything, ranked, with the place to open.
import type { Api } from '../../shared/api.ts'
import type { SearchHit } from '../../shared/search.ts'
import type { CoreContext } from '../context.ts'
import { excerptOf } from './excerpts.ts'
import { matchExpression, wordsOf } from './search-query.ts'
import { searchStore, type ItemHit, type MemoHit, type PassageHit, type SourceHit } from './search-store.ts'

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

/** The feature's calls. */
export function createSearch(context: CoreContext): Api['search'] {
  const store = searchStore(context.db)
  return {
    everything: ({ text, limit = 8 }) => {
      const match = matchExpression(text)
      if (!match) return []
      const words = wordsOf(text)
      const sources = firstOfEach([...store.byText(match, limit), ...store.byTitle(match, limit)], (hit) => hit.id)
      const passages = firstOfEach(store.passages(match, limit), (hit) => hit.id)
      return [
        ...store.items(match, limit).map((hit) => itemHit(hit, words)),
        ...passages.map((hit) => passageHit(hit, words)),
        ...sources.slice(0, limit).map((hit) => sourceHit(hit, words)),
        ...store.memos(match, limit).map((hit) => memoHit(hit, words)),
      ]
    },
    citable: ({ text, limit = 12 }) => {
      const match = matchExpression(text)
      const words = wordsOf(text)
      const found = match
        ? [
            ...store.passages(match, limit),
            ...store.passagesOfItems(match, limit),
            ...store.passagesOfSources(match, limit),
          ]
        : store.newestPassages(limit)
      return firstOfEach(found, (hit) => hit.id)
        .slice(0, limit)
        .map((hit) => passageHit(hit, words))
    },
  }
}
