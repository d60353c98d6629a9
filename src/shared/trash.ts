// The trash: where deleted sources wait until it is emptied.
import { z } from 'zod'
import { idSchema, type Id } from './identifiers.ts'
import { someSources } from './library.ts'

/** A memo that cites sources in the trash: so many of its citations would keep nothing but their quotations. */
export interface LosingMemo {
  memo: Id
  title: string
  citations: number
}

/** What emptying the trash deletes, and which memos it touches. */
export interface Losses {
  sources: number
  passages: number
  memos: LosingMemo[]
}

export const trashArguments = {
  put: z.object({ sources: someSources, job: idSchema.optional() }),
  restore: z.object({ sources: someSources, job: idSchema.optional() }),
  losses: z.object({}),
  /** `sources` is how many the analyst was told: when the trash holds another number by now, nothing is deleted. */
  empty: z.object({ sources: z.number().int().min(1), job: idSchema.optional() }),
}
