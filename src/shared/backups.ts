// Copies of a workspace, the check of one, and what is left of a damaged one.
import { z } from 'zod'
import { idSchema, type Id, type Instant } from './identifiers.ts'

/** How much there is in a workspace or a copy of one. */
export interface Holdings {
  sources: number
  passages: number
  items: number
  memos: number
}

/** Why a backup was made: by itself once a day, before the file's form changes, or because the analyst asked. */
export type BackupReason = 'daily' | 'migration' | 'asked'

/** A verified copy. `id` names its file; `workspace` is the identity of what was copied, `path` where that lay. */
export interface Backup {
  id: string
  workspace: Id
  path: string
  madeAt: Instant
  reason: BackupReason
  size: number
  holdings: Holdings
}

/** How things stand with the safety of the open workspace. */
export interface Safety {
  newest: Instant | null
  count: number
  /** Why the last backup could not be made; null when it could. */
  problem: string | null
  /** What the last check found; null before one. */
  check: CheckReport | null
}

/** `unclean`: the check ran because Groundwork had ended without closing the workspace. */
export interface CheckReport {
  at: Instant
  unclean: boolean
  outcome: 'sound' | 'repaired' | 'damaged'
  /** What is wrong, as SQLite says it; at most a few lines. */
  faults: string[]
}

/** Rows of one table that were read, and those known to have been there that were not. */
export interface SalvagedTable {
  table: string
  read: number
  lost: number
}

/** What came of a salvage. `unreadable` counts damaged places; `notes` are sentences on what had to be made anew. */
export interface SalvageReport {
  from: string
  to: string
  tables: SalvagedTable[]
  lost: number
  unreadable: number
  notes: string[]
}

export const backupsArguments = {
  state: z.object({}),
  list: z.object({}),
  make: z.object({ job: idSchema.optional() }),
  copy: z.object({ job: idSchema.optional() }),
  check: z.object({ job: idSchema.optional() }),
}
