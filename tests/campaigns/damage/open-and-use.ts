// A process that opens a workspace, reads all of it and writes a little; it says as JSON how far it came.
// Arguments: workspace, data folder.
import { dirname, join } from 'node:path'
import { openCore, type CoreHost } from '../../../src/core/host/core-host.ts'
import { startSafetyTask } from '../../../src/core/host/run-safety-task.ts'
import type { Api } from '../../../src/shared/api.ts'
import { GroundworkError } from '../../../src/shared/errors.ts'
import { remote, type Remote } from '../../../src/shared/remote.ts'
import type { SalvageReport } from '../../../src/shared/backups.ts'
import { faultsOf } from '../workspace-health.ts'
import { resources, type Holdings } from './a-worked-workspace.ts'

/** What became of it. `failures` are the codes of calls that failed after opening; an empty one is no coded error. */
export interface Use {
  refused: string | null
  message: string
  failures: { call: string; code: string }[]
  holdings: Partial<Holdings>
  /** What a salvage made of it, where it was refused or a call failed; null otherwise. */
  salvaged: Salvaged | null
  /** What the core logged, where a failure has no better reason. */
  logged: string[]
}

/** A salvage as it came out. `refused` is its code when it made no new workspace. */
export interface Salvaged {
  refused: string | null
  tables: SalvageReport['tables']
  faults: string[]
}

const [workspace = '', dataFolder = ''] = process.argv.slice(2)
const logged: string[] = []
const codeOf = (thrown: unknown): string => (thrown instanceof GroundworkError ? thrown.code : '')

async function use(api: Remote<Api>): Promise<Pick<Use, 'failures' | 'holdings'>> {
  const failures: Use['failures'] = []
  const attempt = async <T>(call: string, work: () => Promise<T>): Promise<T | undefined> =>
    work().catch((thrown: unknown) => {
      failures.push({ call, code: codeOf(thrown) })
      return undefined
    })
  const sources = await attempt('sources.list', () => api.sources.list({}))
  for (const { id } of sources ?? []) {
    await attempt('sources.get', () => api.sources.get({ source: id }))
    await attempt('sources.text', () => api.sources.text({ source: id }))
    await attempt('sources.original', () => api.sources.original({ source: id }))
    await attempt('passages.list', () => api.passages.list({ source: id }))
  }
  const items = await attempt('items.list', () => api.items.list({}))
  for (const { id } of items?.slice(0, 40) ?? []) await attempt('items.get', () => api.items.get({ item: id }))
  const memos = await attempt('memos.list', () => api.memos.list({}))
  for (const { id } of memos ?? []) await attempt('memos.get', () => api.memos.get({ memo: id }))
  await attempt('search.everything', () => api.search.everything({ text: 'talks paragraph' }))
  await attempt('history.list', () => api.history.list({}))
  const counts = await attempt('workspace.get', () => api.workspace.get({}))
  const holdings = { sources: sources?.length, passages: counts?.passages, items: items?.length, memos: memos?.length }
  const [first] = sources ?? []
  if (first) await attempt('items.tag', () => api.items.tag({ source: first.id, version: 1, spans: [{ start: 3, end: 9 }], kind: 'claim' }))
  await attempt('memos.create', () => api.memos.create({}))
  await attempt('history.undo', () => api.history.undo({}))
  return { failures, holdings }
}

async function salvaged(): Promise<Salvaged> {
  const to = join(dirname(workspace), 'Salvaged.groundwork')
  const task = { task: 'salvage', workspace, to, now: new Date().toISOString() } as const
  try {
    const { tables } = await startSafetyTask<SalvageReport>(task, () => {}, (line) => void logged.push(line)).result
    return { refused: null, tables, faults: faultsOf(to) }
  } catch (thrown) {
    return { refused: codeOf(thrown) || `no code: ${(thrown as Error).message}`, tables: [], faults: [] }
  }
}

const say = (said: Use) => console.log(JSON.stringify(said))

let host: CoreHost | null = null
try {
  host = await openCore({ workspace, dataFolder, resources, log: (line) => void logged.push(line) })
} catch (thrown) {
  say({ refused: codeOf(thrown), message: (thrown as Error).message, failures: [], holdings: {}, logged, salvaged: await salvaged() })
}
if (host) {
  const opened = host
  const used = await use(remote((name, args) => opened.call(name, args)))
  await opened.close()
  say({ refused: null, message: '', logged, ...used, salvaged: used.failures.length > 0 ? await salvaged() : null })
}
