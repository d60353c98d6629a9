// The Library: one call answers which sources show in which order, another the rows in sight.
import type { Api } from '../../shared/api.ts'
import type { Id } from '../../shared/identifiers.ts'
import { idLength, type LibraryOrder } from '../../shared/library.ts'
import { wordsOf } from '../../shared/search-query.ts'
import type { Name } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { matchExpression } from '../search/match-expression.ts'
import { isDense } from '../search/word-variants.ts'
import { libraryStore, type LookedFor } from './library-store.ts'

/** Words are found by their beginnings; runs of scripts without spaces anywhere. */
function lookedFor(text: string | undefined): LookedFor {
  const words = wordsOf(text ?? '')
  const spaced = words.filter((word) => !isDense(word))
  return {
    match: matchExpression({ terms: spaced.map((word) => ({ words: [word], prefix: true })), excluded: [] }),
    runs: words.filter(isDense).slice(0, 20),
  }
}

const howMany = (packed: string): number => packed.length / idLength

/** Leaves the first of every group of near-identical sources, and tells which stand behind it. */
export function asStories(packed: string, groupOf: Map<Id, Id>): LibraryOrder {
  if (groupOf.size === 0) return { sources: packed, total: howMany(packed), copies: {} }
  const firsts = new Map<Id, Id>()
  const copies: Record<Id, Id[]> = {}
  const kept: string[] = []
  for (let at = 0; at < packed.length; at += idLength) {
    const id = packed.slice(at, at + idLength)
    const group = groupOf.get(id)
    const first = group === undefined ? undefined : firsts.get(group)
    if (first !== undefined) (copies[first] ??= []).push(id)
    else {
      if (group !== undefined) firsts.set(group, id)
      kept.push(id)
    }
  }
  return { sources: kept.join(''), total: howMany(packed), copies }
}

/** The feature's calls. */
export function createLibrary(context: CoreContext, likeness: Likeness): Api['library'] {
  const store = libraryStore(context.db)
  const some = (sources: readonly Id[]): string => (sources.length === 1 ? 'source' : `${sources.length} sources`)
  return {
    order: ({ filter, sort, trashed = false, stories = false, first = null }) => {
      const sources = store.order({ filter, sort, trashed, words: lookedFor(filter.text) }, first)
      return stories ? asStories(sources, likeness.groupOf()) : { sources, total: howMany(sources), copies: {} }
    },
    rows: ({ sources }) => store.rows(sources).map((row) => ({ ...row, authors: JSON.parse(row.authors) as Name[] })),
    values: ({ of, text }) => store.values(of, text),
    startingWith: ({ filter, sort, trashed = false, text }) => store.startingWith({ filter, sort, trashed, words: lookedFor(filter.text) }, text),
    setProgress: ({ sources, progress, job }) => {
      context.command(`Mark ${some(sources)} as ${progress}`, () => {
        context.jobs.throughout(job, 'Marking sources', sources, (source) => store.setProgress(source, progress))
      })
      return null
    },
    setGrade: ({ sources, reliability, job }) => {
      context.command(`Grade ${some(sources)}`, () => {
        context.jobs.throughout(job, 'Grading sources', sources, (source) => store.setGrade(source, reliability))
      })
      return null
    },
  }
}
