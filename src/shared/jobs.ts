// Jobs: long work that reports how far it is and can be cancelled.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'

/** `total` is null while it is unknown; `label` says what is being worked on. */
export interface JobProgress {
  job: Id
  label: string
  done: number
  total: number | null
  finished: boolean
}

export const jobsArguments = {
  cancel: z.object({ job: idSchema }),
}
