// The calls of the feature `backups`.
import type { Backup, CheckReport, Safety, backupsArguments } from '../backups.ts'
import type { ExportedFile } from '../exports.ts'
import type { In } from './call.ts'

type Given<Call extends keyof typeof backupsArguments> = In<typeof backupsArguments, Call>

/** What a client may ask of the feature `backups`. */
export interface BackupsApi {
  /** How safe the open workspace is: its newest backup, what the last check found, what went wrong. */
  state(args: Given<'state'>): Safety
  /** Backups of the open workspace, newest first. */
  list(args: Given<'list'>): Backup[]
  /** Makes and verifies a backup now, while work goes on; reports progress under `job`. */
  make(args: Given<'make'>): Promise<Backup>
  /** A verified copy of the workspace as a file that can be saved or downloaded. */
  copy(args: Given<'copy'>): Promise<ExportedFile>
  /** Looks at every page, table and search index, and makes broken indexes anew; reports progress under `job`. */
  check(args: Given<'check'>): Promise<CheckReport>
}
