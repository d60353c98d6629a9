// A query in words.
import type { CodeQuery, CodeQueryResult } from '../../shared/code-queries.ts'
import { relationWords } from './code-queries-store.ts'

/** For example "Negotiation without Claims". */
export const titleOfQuery = ({ relation }: Pick<CodeQuery, 'relation'>, { a, b }: Pick<CodeQueryResult, 'a' | 'b'>): string =>
  b === null ? a : `${a} ${relationWords[relation]} ${b}`
