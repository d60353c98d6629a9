// The migrations in order. A file here is frozen once it has landed; numbers go by tens.
import type Database from 'better-sqlite3'
import { foundation } from './0010-foundation.ts'
import { corrections } from './0020-corrections.ts'
import { suggestionDecisions } from './0030-suggestions.ts'
import { codeShortcuts } from './0050-code-shortcuts.ts'
import { likeness } from './0070-likeness.ts'
import { references } from './0080-references.ts'
import { findingSources } from './0085-finding-sources.ts'
import { searchIndexes } from './0100-search.ts'
import { citationsOfSeveral } from './0120-citations.ts'
import { passages } from './0130-passages.ts'
import { library } from './0140-library.ts'
import { memoImages } from './0160-memo-images.ts'
import { citedStates } from './0170-cited-states.ts'
import { writing } from './0180-writing.ts'
import { segmentStarts } from './0250-segment-starts.ts'
import { denseTriggers } from './0270-dense-triggers.ts'
import { searchVocabulary } from './0280-search-vocabulary.ts'
import { denseEnds } from './0310-dense-ends.ts'

/** One step of the schema; `up` runs inside a transaction that other steps share. */
export interface Migration {
  number: number
  up(db: Database.Database): void
}

export const allMigrations: readonly Migration[] = [
  foundation,
  corrections,
  suggestionDecisions,
  codeShortcuts,
  likeness,
  references,
  findingSources,
  searchIndexes,
  citationsOfSeveral,
  passages,
  library,
  memoImages,
  citedStates,
  writing,
  segmentStarts,
  denseTriggers,
  searchVocabulary,
  denseEnds,
]

/** The `user_version` of a workspace that is up to date. */
export const newestMigration = allMigrations.at(-1)?.number ?? 0
