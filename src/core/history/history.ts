// Commands, undo and redo: what the user does is recorded by triggers, whatever feature did it.
import type { Api } from '../../shared/api.ts'
import type { Db } from '../database/open-database.ts'
import type { Id, Instant } from '../../shared/identifiers.ts'
import type { Jobs } from '../jobs/jobs.ts'
import { historyStore, type MadeRow } from './history-store.ts'
import { changeInverter } from './invert-change.ts'
import { touchedPassages } from './touched-store.ts'

/** How many commands can be undone; older ones are forgotten. */
const keptCommands = 2000

/** What a committed command touched: tables, and the passages if they are few; null when any may have changed. */
export interface Touched {
  tables: string[]
  passages: Id[] | null
}

/** Records commands and takes them back. `onChanged` hears what a committed command touched; `throughout` does a long list of things. */
export function createHistory(db: Db, now: () => Instant, onChanged: (touched: Touched) => void, throughout: Jobs['throughout']) {
  const store = historyStore(db)
  const takeBack = changeInverter(db)
  const passagesOf = touchedPassages(db)
  let recording = false
  let gathered: Set<string> | null = null

  const recordAs = db.transaction((label: string, work: () => unknown, after: MadeRow | null) => {
    store.deleteUndone()
    const newest = store.newestStanding()
    const command = newest && after && store.made(newest.id, after) ? newest.id : store.insertCommand(label, now())
    store.record(command)
    const result = work()
    store.record(null)
    const tables = store.tables(command)
    if (tables.length === 0) store.deleteCommand(command)
    else if (!gathered) store.deleteBeyond(keptCommands)
    return { result, touched: { tables, passages: tables.length > 0 && !gathered ? passagesOf(command, tables) : [] } }
  })

  /**
   * Runs `work` as one undoable command in one transaction; a throw leaves nothing behind. When the newest command made
   * the row `after`, the work is the rest of that command: both are undone as one.
   */
  function command<T>(label: string, work: () => T, after: MadeRow | null = null): T {
    if (recording) return work()
    recording = true
    try {
      const { result, touched } = recordAs.immediate(label, work, after)
      if (gathered) for (const table of touched.tables) gathered.add(table)
      else if (touched.tables.length > 0) onChanged(touched)
      return result as T
    } finally {
      recording = false
    }
  }

  const allTogether = db.transaction((work: () => unknown) => {
    const result = work()
    store.deleteBeyond(keptCommands)
    return result
  })

  /**
   * Runs work that makes several commands, in one transaction: they are durable at once, and each is undone by itself. A
   * command that throws leaves nothing behind, as usual; the others stand when `work` catches it. Answers the tables that
   * were touched, which nobody has heard of yet: `announce` tells.
   */
  function together<T>(work: () => T): { result: T; tables: string[] } {
    const tables = new Set<string>()
    gathered = tables
    try {
      return { result: allTogether.immediate(work) as T, tables: [...tables] }
    } finally {
      gathered = null
    }
  }

  // Taking changes back with the triggers on journals their own inverses under the same command:
  // what was an undo list becomes the redo list, exact even where rows changed unjournalled in between.
  const flip = db.transaction((id: number, undone: boolean, job: Id | undefined) => {
    db.pragma('defer_foreign_keys = ON')
    const changes = store.changes(id)
    store.record(id)
    throughout(job, undone ? 'Undoing' : 'Redoing', changes, (change) => {
      takeBack(change)
      store.deleteChange(change.id)
    })
    store.record(null)
    store.setUndone(id, undone)
    const tables = [...new Set(changes.map((change) => change.table))]
    return { tables, passages: passagesOf(id, tables) }
  })

  const api: Api['history'] = {
    list: ({ limit }) => store.list(limit ?? 200),
    state: () => ({ undo: store.newestStanding()?.label ?? null, redo: store.oldestUndone()?.label ?? null }),
    undo: ({ job }) => {
      const last = store.newestStanding()
      if (!last) return { label: null }
      onChanged(flip.immediate(last.id, true, job))
      return { label: last.label }
    },
    redo: ({ job }) => {
      const next = store.oldestUndone()
      if (!next) return { label: null }
      onChanged(flip.immediate(next.id, false, job))
      return { label: next.label }
    },
  }
  /** Forgets every command: nothing can be undone then. */
  const forget = (): void => store.deleteBeyond(0)
  return { command, together, api, forget }
}

export type RunCommand = ReturnType<typeof createHistory>['command']
export type RunTogether = ReturnType<typeof createHistory>['together']
