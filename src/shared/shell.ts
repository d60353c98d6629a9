// The shell around the program: what the window it runs in can do.
import { z } from 'zod'
import type { Backup } from './backups.ts'
import type { ErrorCode } from './errors.ts'
import { idSchema } from './identifiers.ts'

/** What this shell offers. The interface asks this, never which shell it is in. */
export interface Capabilities {
  /** A native dialog asks where to save a file; otherwise the browser downloads it. */
  saveDialog: boolean
  /** Files open in the programs of this machine; otherwise the browser shows those that it may. */
  openPrograms: boolean
  /** A native dialog picks files to import; otherwise the page's own file field does. */
  openDialog: boolean
  /** The shell has an application menu, so that the page draws none. */
  menu: boolean
  /** Other workspaces can be opened from within. */
  switchWorkspace: boolean
  platform: 'mac' | 'windows' | 'linux'
  version: string
}

/** A file that the user chose, staged for import; `id` goes to `sources.importFiles`. */
export interface StagedFile {
  id: string
  name: string
  size: number
}

/** A workspace opened before; `path` is shown, `name` is the file's name without its ending. */
export interface RecentWorkspace {
  path: string
  name: string
}

/** Why the workspace at `path` was not opened, and the ways out: `backups` that may help, and whether salvage does. */
export interface OpeningProblem {
  path: string
  name: string
  code: ErrorCode
  message: string
  backups: Backup[]
  salvageable: boolean
}

export const shellArguments = {
  capabilities: z.object({}),
  chooseFiles: z.object({}),
  saveFile: z.object({ file: idSchema, name: z.string().min(1).max(255) }),
  openFile: z.object({ file: idSchema }),
  openExternal: z.object({ url: z.string().max(4000) }),
  recentWorkspaces: z.object({}),
  openWorkspace: z.object({ path: z.string().max(4000).nullable() }),
  opening: z.object({}),
  restoreBackup: z.object({ backup: z.string().max(200) }),
  salvage: z.object({ job: idSchema }),
  cancelSalvage: z.object({ job: idSchema }),
  openExample: z.object({}),
  newWorkspace: z.object({ name: z.string().trim().min(1).max(120) }),
}
