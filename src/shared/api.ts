// THE contract: every call that crosses from a client to the core or the shell, and every event back.
//
// The calls of a feature stand in `contract/<feature>.ts`, with those that undo takes back; here they are put together.
// Each call takes one object and returns one value that JSON can carry. Failures are GroundworkErrors.
// Offsets are UTF-16 code units of a source's canonical string, ends exclusive; instants are ISO 8601 UTC.
import { actorsArguments } from './actors.ts'
import { backupsArguments } from './backups.ts'
import { boardArguments } from './board.ts'
import { chartsArguments } from './charts.ts'
import { checksArguments } from './checks.ts'
import { citationsArguments } from './citations.ts'
import { codeQueriesArguments } from './code-queries.ts'
import { codesArguments } from './codes.ts'
import { collectionsArguments } from './collections.ts'
import { exportsArguments } from './exports.ts'
import { historyArguments } from './history.ts'
import type { Id } from './identifiers.ts'
import { imagesArguments } from './images.ts'
import { itemsArguments } from './items.ts'
import { jobsArguments, type JobProgress } from './jobs.ts'
import { libraryArguments } from './library.ts'
import { likenessArguments } from './likeness.ts'
import { linksArguments } from './links.ts'
import { memosArguments } from './memos.ts'
import { passagesArguments } from './passages.ts'
import { reviewsArguments } from './reviews.ts'
import { searchArguments } from './search.ts'
import { shellArguments } from './shell.ts'
import { sourcesArguments } from './sources.ts'
import { suggestionsArguments } from './suggestions.ts'
import { trashArguments } from './trash.ts'
import { workspaceArguments } from './workspace.ts'
import { actorsUndoable, type ActorsApi } from './contract/actors.ts'
import type { BackupsApi } from './contract/backups.ts'
import { boardUndoable, type BoardApi } from './contract/board.ts'
import type { ChartsApi } from './contract/charts.ts'
import { checksUndoable, type ChecksApi } from './contract/checks.ts'
import { citationsUndoable, type CitationsApi } from './contract/citations.ts'
import { codeQueriesUndoable, type CodeQueriesApi } from './contract/code-queries.ts'
import { codesUndoable, type CodesApi } from './contract/codes.ts'
import { collectionsUndoable, type CollectionsApi } from './contract/collections.ts'
import type { ExportsApi } from './contract/exports.ts'
import type { HistoryApi } from './contract/history.ts'
import type { ImagesApi } from './contract/images.ts'
import { itemsUndoable, type ItemsApi } from './contract/items.ts'
import type { JobsApi } from './contract/jobs.ts'
import { libraryUndoable, type LibraryApi } from './contract/library.ts'
import type { LikenessApi } from './contract/likeness.ts'
import { linksUndoable, type LinksApi } from './contract/links.ts'
import { memosUndoable, type MemosApi } from './contract/memos.ts'
import { passagesUndoable, type PassagesApi } from './contract/passages.ts'
import { reviewsUndoable, type ReviewsApi } from './contract/reviews.ts'
import { searchUndoable, type SearchApi } from './contract/search.ts'
import type { ShellApi } from './contract/shell.ts'
import { sourcesUndoable, type SourcesApi } from './contract/sources.ts'
import { suggestionsUndoable, type SuggestionsApi } from './contract/suggestions.ts'
import { trashUndoable, type TrashApi } from './contract/trash.ts'
import type { WorkspaceApi } from './contract/workspace.ts'

/** The validated arguments of every call, by feature and name; dispatch checks with these. */
export const apiArguments = {
  workspace: workspaceArguments,
  sources: sourcesArguments,
  library: libraryArguments,
  collections: collectionsArguments,
  trash: trashArguments,
  passages: passagesArguments,
  items: itemsArguments,
  actors: actorsArguments,
  codes: codesArguments,
  codeQueries: codeQueriesArguments,
  board: boardArguments,
  likeness: likenessArguments,
  links: linksArguments,
  memos: memosArguments,
  citations: citationsArguments,
  checks: checksArguments,
  reviews: reviewsArguments,
  search: searchArguments,
  suggestions: suggestionsArguments,
  exports: exportsArguments,
  charts: chartsArguments,
  images: imagesArguments,
  history: historyArguments,
  jobs: jobsArguments,
  backups: backupsArguments,
  shell: shellArguments,
}

/** THE contract, composed of every feature's. */
export interface Api {
  workspace: WorkspaceApi
  sources: SourcesApi
  library: LibraryApi
  collections: CollectionsApi
  trash: TrashApi
  passages: PassagesApi
  items: ItemsApi
  actors: ActorsApi
  codes: CodesApi
  codeQueries: CodeQueriesApi
  board: BoardApi
  likeness: LikenessApi
  links: LinksApi
  memos: MemosApi
  checks: ChecksApi
  reviews: ReviewsApi
  citations: CitationsApi
  search: SearchApi
  suggestions: SuggestionsApi
  charts: ChartsApi
  images: ImagesApi
  exports: ExportsApi
  history: HistoryApi
  jobs: JobsApi
  backups: BackupsApi
  shell: ShellApi
}

/** The calls that undo takes back, by feature. */
export const undoableCalls = {
  sources: sourcesUndoable,
  library: libraryUndoable,
  collections: collectionsUndoable,
  trash: trashUndoable,
  passages: passagesUndoable,
  items: itemsUndoable,
  actors: actorsUndoable,
  codes: codesUndoable,
  codeQueries: codeQueriesUndoable,
  board: boardUndoable,
  links: linksUndoable,
  memos: memosUndoable,
  checks: checksUndoable,
  reviews: reviewsUndoable,
  citations: citationsUndoable,
  search: searchUndoable,
  suggestions: suggestionsUndoable,
} satisfies { [F in keyof Api]?: readonly (keyof Api[F])[] }

export type Feature = keyof Api

/** What the core and the shell tell every client. */
export interface Events {
  /**
   * A write was committed; queries of these features are out of date. `passages` are the only ones that the Reader shows
   * otherwise now, those that are gone among them; without it any may have changed.
   */
  changed: { features: Feature[]; passages?: Id[] }
  /** A job moved on. */
  progress: JobProgress
  /** A menu command for the page, by the name it has in the palette. */
  command: { name: string }
}

export type EventName = keyof Events
export type AnyEvent = { [N in EventName]: { name: N; data: Events[N] } }[EventName]

/** The full name of a call on the wire, for example `sources.list`. */
export type CallName = { [F in Feature]: `${F}.${keyof Api[F] & string}` }[Feature]
