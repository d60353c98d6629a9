// What is asked on the page of code queries, and which of its results is open; nothing of it outlives the window.
import { create } from 'zustand'
import type { CodeQuery, Relation, Term } from '../../shared/code-queries.ts'
import type { Id } from '../../shared/identifiers.ts'

/** A query that is being put together. */
export type AskedQuery = Omit<CodeQuery, 'a'> & { a: Term | null }

interface CodeQueriesState {
  view: 'passages' | 'table'
  asked: AskedQuery
  /** Names of the terms and of the source that were picked, by their keys. */
  titles: Readonly<Record<string, string>>
  /** How the table counts, and the code whose level it shows. */
  within: 'and' | 'near'
  under: Id | null
}

export const useCodeQueries = create<CodeQueriesState>(() => ({
  view: 'passages',
  asked: { a: null, relation: 'and', b: null, source: null },
  titles: {},
  within: 'and',
  under: null,
}))

/** Names a term in lists. */
export const termKey = (term: Term): string => ('code' in term ? `code ${term.code}` : 'kind' in term ? `kind ${term.kind}` : `item ${term.item}`)

/** The term of a key. */
export function termOf(key: string): Term {
  const [what, value = ''] = key.split(' ')
  if (what === 'kind') return { kind: value as 'claim' | 'actor' | 'recommendation' }
  return what === 'code' ? { code: value } : { item: value }
}

/** Changes what is asked. */
export const ask = (change: Partial<AskedQuery>): void => useCodeQueries.setState(({ asked }) => ({ asked: { ...asked, ...change } }))

/** Remembers the name of something that was picked. */
export const nameIt = (key: string, title: string): void => useCodeQueries.setState(({ titles }) => ({ titles: { ...titles, [key]: title } }))

/** The relations in words, between A and B. */
export const relationWords: Record<Relation, string> = { and: 'and', without: 'without', near: 'in a paragraph with', apart: 'in no paragraph with' }

/** The query that can be run; null while nothing is picked. */
export const runnable = ({ a, ...rest }: AskedQuery): CodeQuery | null => (a ? { a, ...rest } : null)
