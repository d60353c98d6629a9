// What the contracts of all features are written with.
import type { z } from 'zod'

/** The validated argument of a call, by its schema among its feature's. */
export type In<Arguments, Call extends keyof Arguments> = Arguments[Call] extends z.ZodType ? z.infer<Arguments[Call]> : never

/** Nothing to say: the call succeeded. */
export type Done = null
