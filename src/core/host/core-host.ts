// Runs the core in worker threads: one that writes, one that answers long reads meanwhile, one that searches.
import { Worker } from 'node:worker_threads'
import { existsSync, mkdirSync, realpathSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { AnyEvent } from '../../shared/api.ts'
import { fromWireError, GroundworkError, type WireError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { StagedFile } from '../../shared/shell.ts'
import type { Workspace } from '../../shared/workspace.ts'
import { lockWorkspace } from '../database/workspace-lock.ts'
import type { ServedFile } from '../files/files.ts'
import { createDispatch } from '../dispatch.ts'
import { backupsFolder } from './locations.ts'
import { privateFolder } from './private-folder.ts'
import { createSafety, usualDelays, type SafetyDelays } from './safety.ts'
import { workerFile } from './worker-file.ts'
import { writtenValue } from './written-value.ts'

/** How to open a core host. */
export interface CoreHostOptions {
  /** The workspace file; made, with its folder, when it is not there. */
  workspace: string
  /** Absolute path of the folder `resources`. */
  resources: string
  /** The program's own folder for backups and temporary files. */
  dataFolder: string
  log?: (line: string) => void
  /** When the workspace is checked and backed up by itself. */
  safetyDelays?: SafetyDelays
  /** Whether the second worker waits for the first call that it is to answer: for who makes one call and goes. */
  readerWhenAsked?: boolean
}

/** A running core as the shells and the command line see it. All calls reject with GroundworkErrors. */
export interface CoreHost {
  /** The real path of the open workspace. */
  readonly workspace: string
  /** Runs a call of the contract; calls of the feature `shell` are the shell's own. */
  call(name: string, args: unknown): Promise<unknown>
  /** The same, answered as a page reads it (written-value.ts): a thread writes it, so that a large one holds up nobody here. */
  answer(name: string, args: unknown): Promise<Uint8Array>
  onEvent(listener: (event: AnyEvent) => void): () => void
  /** Registers a file on disk for `sources.importFiles`. */
  stage(path: string, name?: string): Promise<StagedFile>
  /** A folder, private to this process, where uploads may be written before they are staged. */
  readonly uploadFolder: string
  /** Where an exported file lies; rejects with `file.gone`. */
  served(id: string): Promise<ServedFile>
  /** Finishes what is under way, closes the workspace and releases its lock. */
  close(): Promise<void>
}

/** Calls that only read and may take long, answered by the second worker. */
const readerCalls = new Set([
  'sources.list',
  'sources.text',
  'library.order',
  'library.rows',
  'library.values',
  'library.startingWith',
  'collections.list',
  'trash.losses',
  'passages.list',
  'passages.lines',
  'items.list',
  'codeQueries.run',
  'codeQueries.table',
  'board.order',
  'board.recommendations',
  'board.rows',
  'likeness.of',
  'likeness.groups',
  'checks.run',
  'reviews.list',
  'reviews.foresee',
  'citations.format',
  'citations.restingOn',
  'exports.preview',
  'suggestions.list',
  'actors.findMentions',
  'actors.parts',
  'actors.dossier',
])

/** Calls that answer while one types: they have a worker of their own, so that no long read keeps them waiting. */
const searcherCalls = new Set(['search.everything', 'search.citable', 'search.saved'])

export type WorkerRequest =
  | { id: number; kind: 'call'; name: string; args: unknown; written: boolean }
  | { id: number; kind: 'stage'; path: string; name?: string }
  | { id: number; kind: 'served'; file: string }
  | { id: number; kind: 'rebuild'; tables: string[] }
  | { id: number; kind: 'close' }
export type WorkerMessage =
  | { id: number; value: unknown }
  | { id: number; error: WireError }
  | { event: AnyEvent }
  | { log: string }

/** What a worker is started with. */
export interface WorkerSettings {
  path: string
  resources: string
  filesFolder: string
  backupFolder: string
  readOnly: boolean
}

/** How much of a thread's memory may hold what has just been made, in megabytes; left alone, three threads take a hundred more. */
const youngMemory = 24

type Unnumbered<T> = T extends { id: number } ? Omit<T, 'id'> : never

const closed = () => new GroundworkError('internal', 'The workspace was closed.')

function startWorker(
  settings: WorkerSettings,
  onEvent: (event: AnyEvent) => void,
  log: (line: string) => void,
) {
  const worker = new Worker(workerFile('core-worker'), { workerData: settings, resourceLimits: { maxYoungGenerationSizeMb: youngMemory } })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  // A message to a thread that has ended is never answered: later calls must fail with what ended it.
  let ended: Error | null = null
  const failAll = (error: Error) => {
    ended ??= error
    for (const call of waiting.values()) call.reject(error)
    waiting.clear()
  }
  worker.on('message', (message: WorkerMessage) => {
    if ('event' in message) return onEvent(message.event)
    if ('log' in message) return log(message.log)
    const call = waiting.get(message.id)
    waiting.delete(message.id)
    if ('error' in message) call?.reject(fromWireError(message.error))
    else call?.resolve(message.value)
  })
  worker.on('error', (error) => {
    log(`core worker failed: ${error.stack ?? error.message}`)
    failAll(new GroundworkError('internal', 'The part of Groundwork that holds the workspace stopped. Saved work is kept; restart Groundwork.'))
  })
  worker.on('exit', () => failAll(closed()))
  return {
    ask(request: Unnumbered<WorkerRequest>): Promise<unknown> {
      last += 1
      const id = last
      return new Promise((resolve, reject) => {
        if (ended) return reject(ended)
        worker.postMessage({ ...request, id }, [])
        waiting.set(id, { resolve, reject })
      })
    },
    async end() {
      await worker.terminate()
      failAll(closed())
    },
  }
}

/**
 * Locks and opens a workspace in worker threads. Rejects with a GroundworkError of the feature `workspace`
 * when it cannot be opened; nothing runs or is locked then.
 */
export async function openCore(options: CoreHostOptions): Promise<CoreHost> {
  const log = options.log ?? (() => {})
  const workspace = resolveWorkspace(options.workspace)
  const traces = newTraces(workspace)
  // Whoever closes the workspace takes its log away, even an empty one.
  const unclean = existsSync(`${workspace}-wal`)
  const release = lockWorkspace(workspace)
  let folder: ReturnType<typeof privateFolder>
  try {
    folder = privateFolder(options.dataFolder)
  } catch {
    removeTraces(traces)
    release()
    throw new GroundworkError(
      'workspace.read-only',
      `Groundwork’s own folder ${options.dataFolder} cannot be written. Nothing was changed; change its permissions or set GROUNDWORK_DATA to another folder.`,
    )
  }
  const listeners = new Set<(event: AnyEvent) => void>()
  const emit = (event: AnyEvent) => {
    for (const listener of listeners) listener(event)
  }
  const settings = {
    path: workspace,
    resources: options.resources,
    filesFolder: join(folder.path, 'files'),
    backupFolder: backupsFolder(options.dataFolder),
  }
  const writer = startWorker({ ...settings, readOnly: false }, emit, log)
  let reader: ReturnType<typeof startWorker> | null = null
  // Started by the first search: opening the empty box asks for the kept ones.
  let searcher: ReturnType<typeof startWorker> | null = null
  let safety: ReturnType<typeof createSafety> | null = null
  const stop = async (beforeRelease = () => {}) => {
    await safety?.close()
    // The writer last: only the last connection empties the write-ahead log into the file, which is then whole by itself.
    for (const worker of [searcher, reader, writer]) {
      await worker?.ask({ kind: 'close' }).catch(() => {})
      await worker?.end()
    }
    folder.remove()
    beforeRelease()
    release()
  }
  try {
    const { id: identity } = (await writer.ask({ kind: 'call', name: 'workspace.get', args: {}, written: false })) as Workspace
    safety = createSafety({
      workspace,
      identity,
      root: settings.backupFolder,
      temporary: settings.filesFolder,
      unclean,
      delays: options.safetyDelays ?? usualDelays,
      now: () => new Date().toISOString(),
      emit,
      log,
      rebuildIndexes: (tables) => writer.ask({ kind: 'rebuild', tables }),
    })
  } catch (thrown) {
    await stop(() => removeTraces(traces))
    throw thrown
  }
  const aReader = () => startWorker({ ...settings, readOnly: true }, emit, log)
  if (!options.readerWhenAsked) reader = aReader()
  let stopped = false
  const workerOf = (name: string) => {
    // One that was started now would outlive the others.
    if (stopped) return writer
    if (readerCalls.has(name)) return (reader ??= aReader())
    return searcherCalls.has(name) ? (searcher ??= aReader()) : writer
  }
  const guard = safety
  const backups = createDispatch({ backups: guard.api }, log)
  const run = async (name: string, args: unknown, written: boolean): Promise<unknown> => {
    const request = { kind: 'call', name, args, written } as const
    if (name !== 'jobs.cancel') return workerOf(name).ask(request)
    // Nobody says which of them runs a job; the others do not know it and do nothing.
    const [done] = await Promise.all([writer.ask(request), reader?.ask(request)])
    guard.cancel((args as { job: Id }).job)
    return done
  }
  return {
    workspace,
    uploadFolder: folder.path,
    call: async (name, args) => (name.startsWith('backups.') ? backups(name, args) : run(name, args, false)),
    answer: async (name, args) =>
      name.startsWith('backups.') ? writtenValue(await backups(name, args)) : (run(name, args, true) as Promise<Uint8Array>),
    onEvent(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stage: (path, name) => writer.ask({ kind: 'stage', path, name }) as Promise<StagedFile>,
    served: async (file) => guard.served(file) ?? ((await writer.ask({ kind: 'served', file })) as ServedFile),
    close() {
      stopped = true
      return stop()
    },
  }
}

/**
 * The files that opening `workspace` will make. Of a workspace that is there already only the lock may count:
 * its write-ahead log belongs to it.
 */
function newTraces(workspace: string): string[] {
  const lock = join(dirname(workspace), `.${basename(workspace)}.lock`)
  const own = existsSync(workspace) ? [] : ['', '-wal', '-shm', '-journal'].map((ending) => workspace + ending)
  return [...own, lock].filter((path) => !existsSync(path))
}

/** Takes away what a failed opening made, while its lock is still held, so that nothing half-made stays behind. */
function removeTraces(paths: string[]): void {
  for (const path of paths) {
    try {
      rmSync(path, { force: true })
    } catch {
      // A system that keeps open files from being removed, or a folder that became read-only: it stays, harmless.
    }
  }
}

/** Follows links, so that two names of one file meet at one lock; makes the folder of a new workspace. */
function resolveWorkspace(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    const folder = dirname(path)
    try {
      mkdirSync(folder, { recursive: true })
      return join(realpathSync(folder), basename(path))
    } catch {
      throw new GroundworkError(
        'workspace.read-only',
        `The folder ${folder} cannot be made or written. Choose another place for “${basename(path)}”.`,
      )
    }
  }
}
