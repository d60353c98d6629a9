// Is the workspace sound? Its pages, tables and search indexes, table by table so that it can say how far it is.
import { toWorkspaceError } from '../database/sqlite-errors.ts'
import { copyStore } from './copy-store.ts'

/** What is wrong. `indexes` names the search indexes that are broken when nothing else is; those can be made anew. */
export interface Findings {
  faults: string[]
  indexes: string[]
}

const mostFaults = 12

/** Looks at one snapshot of the workspace at `path` without writing. Throws only when it cannot be opened at all. */
export function checkWorkspace(path: string, onTable: (table: string, done: number, total: number) => void = () => {}): Findings {
  let store: ReturnType<typeof copyStore> | null = null
  try {
    store = copyStore(path, 'read')
    return findingsIn(store, onTable)
  } catch (thrown) {
    throw toWorkspaceError(thrown, path, '')
  } finally {
    store?.close()
  }
}

function findingsIn(store: ReturnType<typeof copyStore>, onTable: (table: string, done: number, total: number) => void): Findings {
  return store.atOnce(() => {
    const indexes = new Set(store.searchIndexes())
    const tables = store.tables()
    const faults: string[] = []
    const broken = new Set<string>()
    let others = 0
    for (const [done, table] of tables.entries()) {
      onTable(table, done, tables.length)
      let found: string[]
      try {
        found = store.faultsOf(table)
      } catch (thrown) {
        found = [thrown instanceof Error ? thrown.message : String(thrown)]
      }
      if (found.length === 0) continue
      faults.push(...found.map((fault) => `${table}: ${fault}`))
      const index = [...indexes].find((each) => table === each || table.startsWith(`${each}_`))
      if (index !== undefined) broken.add(index)
      else others += 1
    }
    // Pages that belong to no table are seen only by looking at the whole.
    if (faults.length === 0) {
      const whole = store.faults()
      faults.push(...whole)
      others += whole.length
    }
    const orphans = others === 0 ? store.orphans() : 0
    if (orphans > 0) faults.push(`${orphans} references lead nowhere`)
    return { faults: faults.slice(0, mostFaults), indexes: others === 0 && orphans === 0 ? [...broken] : [] }
  })
}
