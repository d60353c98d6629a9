// Wires the features of the core to one database; knows how they fit together and nothing else.
import type { AnyEvent, Api } from '../shared/api.ts'
import type { Id, Instant } from '../shared/identifiers.ts'
import { createActors } from './actors/actors.ts'
import { changedFeatures } from './changed-features.ts'
import { createBoard } from './board/board.ts'
import { createCharts } from './charts/charts.ts'
import { createChecks } from './checks/checks.ts'
import { createCitations } from './citations/citations.ts'
import { createOrders } from './citations/orders.ts'
import { createCodeQueries } from './code-queries/code-queries.ts'
import { createCodes } from './codes/codes.ts'
import { createCollections } from './collections/collections.ts'
import type { CoreContext } from './context.ts'
import { openForReading, openForWriting, type Db } from './database/open-database.ts'
import { damagedInside, storageError } from './database/sqlite-errors.ts'
import { createDispatch } from './dispatch.ts'
import { buildExample } from './example/build-example.ts'
import { createExports } from './exports/exports.ts'
import { createFiles } from './files/files.ts'
import { createHistory, type Touched } from './history/history.ts'
import { systemNetwork, type Network } from './import/fetch-page.ts'
import { createImages } from './images/images.ts'
import { createItems } from './items/items.ts'
import { createJobs } from './jobs/jobs.ts'
import { createLibrary } from './library/library.ts'
import { createLikeness } from './likeness/likeness.ts'
import { createLinks } from './links/links.ts'
import { createMemos } from './memos/memos.ts'
import { newUuid } from './new-uuid.ts'
import { rebuildIndexes } from './search/index-store.ts'
import { keepIfMoved, placeOf } from './backups/keep-if-moved.ts'
import { createPassages } from './passages/passages.ts'
import { createReviews } from './reviews/reviews.ts'
import { createSearch } from './search/search.ts'
import { createSources } from './sources/sources.ts'
import { createSuggestions } from './suggestions/suggestions.ts'
import { createTrash } from './trash/trash.ts'
import { createWorkspace } from './workspace/workspace.ts'

/** How to open a core. `path` may be `:memory:`; time and ids can be given for tests. */
export interface CoreOptions {
  path: string
  /** Absolute path of the folder `resources`. */
  resources: string
  /** Where files on their way out are written; private to this process. */
  filesFolder: string
  /** Where a copy goes before an older workspace is migrated; null for none. */
  backupFolder?: string | null
  /** Opens an existing workspace for reading only, as the second worker does. */
  readOnly?: boolean
  /** Whether a new workspace gets the bundled article. */
  withArticle?: boolean
  /** Whether a new workspace is the worked example, which has the bundled article. */
  withExample?: boolean
  now?: () => Instant
  newId?: () => Id
  /** What pages are fetched through, when an analyst names one; the machine's own network unless given. */
  network?: Network
  onEvent?: (event: AnyEvent) => void
  log?: (line: string) => void
  /** Takes up a Cancel that came while one call has the thread to itself. */
  hear?: () => void
}

/** An open core. `call` runs one call of the contract by its full name and throws GroundworkErrors. */
export interface Core {
  api: Omit<Api, 'shell' | 'backups'>
  call(name: string, args: unknown): unknown
  files: ReturnType<typeof createFiles>
  /** Makes search indexes anew from what they index. */
  rebuildIndexes(tables: string[]): void
  close(): void
}

/** Opens the workspace and everything on it; throws GroundworkErrors of the feature `workspace`. */
export function createCore(options: CoreOptions): Core {
  const { db, created } = options.readOnly
    ? { db: openForReading(options.path), created: false }
    : openForWriting(options.path, options.backupFolder ?? null)
  try {
    return coreOn(db, created, options)
  } catch (thrown) {
    db.close()
    throw damagedInside(thrown, options.path)
  }
}

function coreOn(db: Db, created: boolean, options: CoreOptions): Core {
  const now = options.now ?? (() => new Date().toISOString())
  const newId = options.newId ?? newUuid
  const emit = options.onEvent ?? (() => {})
  const files = createFiles(options.filesFolder, newId)
  const jobs = createJobs(emit, options.hear ?? (() => {}))
  const announce = ({ tables, passages: touched }: Touched): void => {
    if (tables.includes('source')) likeness.catchUp()
    emit({ name: 'changed', data: { features: changedFeatures(tables), ...(touched ? { passages: touched } : {}) } })
  }
  const history = createHistory(db, now, announce, jobs.throughout)
  const context: CoreContext = {
    db,
    now,
    newId,
    command: history.command,
    together: history.together,
    announce: (tables) => announce({ tables, passages: null }),
    emit,
    files,
    jobs,
    network: options.network ?? systemNetwork,
    resources: options.resources,
  }
  const likeness = createLikeness(context)
  const passages = createPassages(context)
  const items = createItems(context, passages)
  const trash = createTrash(context)
  const sources = createSources(context, trash, passages.carryOver)
  const orders = createOrders(context, { sources: sources.api })
  const reviews = createReviews(context, orders)
  const memos = createMemos(context, reviews.noteCited)
  const charts = createCharts(context)
  const images = createImages(context, memos.imagesInVersions)
  const api: Core['api'] = {
    workspace: createWorkspace(context, { created, path: options.path }),
    sources: sources.api,
    passages: passages.api,
    items,
    actors: createActors(context, passages, items),
    codes: createCodes(context),
    codeQueries: createCodeQueries(context),
    library: createLibrary(context, likeness),
    collections: createCollections(context),
    trash: trash.api,
    board: createBoard(context, likeness),
    likeness: likeness.api,
    links: createLinks(context),
    memos: memos.api,
    charts,
    images: images.api,
    checks: createChecks(context, likeness),
    reviews: reviews.api,
    citations: createCitations(context, orders),
    search: createSearch(context),
    suggestions: createSuggestions(context, items),
    exports: createExports(context, { charts, memos: memos.api, passages: passages.api, sources: sources.api }, orders, images.withBytes),
    history: history.api,
    jobs: jobs.api,
  }
  if (created && (options.withArticle || options.withExample)) sources.importBundledArticle()
  if (created && options.withExample) {
    buildExample(api, newId)
    // What was done before the reader came is not theirs to undo.
    history.forget()
  }
  if (!options.readOnly) {
    likeness.catchUp()
    memos.sweep()
    images.sweep()
    reviews.catchUp()
  }
  const dispatch = createDispatch(api, options.log)
  const opened = placeOf(options.path)
  return {
    api,
    files,
    call(name, args) {
      const answer = refusing(() => dispatch(name, args))
      return answer instanceof Promise ? answer.catch((thrown: unknown) => rethrow(thrown)) : answer
    },
    rebuildIndexes: (tables) => rebuildIndexes(db, tables),
    close() {
      if (!options.readOnly) keepIfMoved(db, options.path, opened)
      db.close()
    },
  }
}

function rethrow(thrown: unknown): never {
  throw storageError(thrown, null) ?? thrown
}

function refusing<T>(work: () => T): T {
  try {
    return work()
  } catch (thrown) {
    return rethrow(thrown)
  }
}
