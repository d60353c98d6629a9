// History: what was done in the workspace, undone and redone across restarts.
import { z } from 'zod'
import { idSchema } from './identifiers.ts'
import type { Instant } from './identifiers.ts'

/** One command of the journal. `label` names it in the words of the menu, for example "Tag claim". */
export interface Command {
  id: number
  label: string
  at: Instant
  undone: boolean
}

/** What undo and redo would do next; null when there is nothing. */
export interface HistoryState {
  undo: string | null
  redo: string | null
}

/** What an undo or redo did; `label` is null when there was nothing to do. */
export interface HistoryStep {
  label: string | null
}

export const historyArguments = {
  list: z.object({ limit: z.number().int().min(1).max(1000).optional() }),
  state: z.object({}),
  undo: z.object({ job: idSchema.optional() }),
  redo: z.object({ job: idSchema.optional() }),
}
