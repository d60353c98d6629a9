// The calls of the feature `codeQueries`.
import type { CodeQueryResult, CodeTable, KeptCodeQuery, codeQueriesArguments } from '../code-queries.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof codeQueriesArguments> = In<typeof codeQueriesArguments, Call>

/** What a client may ask of the feature `codeQueries`. */
export interface CodeQueriesApi {
  /** The passages that a query finds, of all sources that are not in the trash; `code.gone` or `item.gone` for a term that is gone. */
  run(args: Given<'run'>): CodeQueryResult
  /** How often the codes of one level and the fixed kinds stand together; each code counts with all below it. */
  table(args: Given<'table'>): CodeTable
  /** The queries kept under a name, by name. */
  kept(args: Given<'kept'>): KeptCodeQuery[]
  /** Keeps a query; one of the same name is replaced. */
  keep(args: Given<'keep'>): KeptCodeQuery
  /** Forgets a kept query; `search.gone` when there is none. */
  forget(args: Given<'forget'>): Done
}

/** The calls that undo takes back. */
export const codeQueriesUndoable = ['keep', 'forget'] as const satisfies readonly (keyof CodeQueriesApi)[]
