// What every feature of the core is given: the database, the clock, ids, commands and events.
import type { AnyEvent } from '../shared/api.ts'
import type { Id, Instant } from '../shared/identifiers.ts'
import type { Db } from './database/open-database.ts'
import type { Files } from './files/files.ts'
import type { RunCommand, RunTogether } from './history/history.ts'
import type { Network } from './import/fetch-page.ts'
import type { Jobs } from './jobs/jobs.ts'

export interface CoreContext {
  db: Db
  now: () => Instant
  newId: () => Id
  /** Runs work as one undoable command. */
  command: RunCommand
  /** Runs several commands in one transaction, without a word to anybody until `announce` is called with its tables. */
  together: RunTogether
  /** Tells the tables that were written to, to the windows and to what follows from them. */
  announce: (tables: string[]) => void
  emit: (event: AnyEvent) => void
  files: Files
  jobs: Jobs
  network: Network
  /** Absolute path of the folder `resources`. */
  resources: string
}
