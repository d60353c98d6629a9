// The calls of the feature `jobs`.
import type { jobsArguments } from '../jobs.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof jobsArguments> = In<typeof jobsArguments, Call>

/** What a client may ask of the feature `jobs`. */
export interface JobsApi {
  /**
   * Asks a job to stop after what it is doing. What is done stays; of a change that is undone as one, nothing. Such calls
   * take a `job`, report progress under it, and reject with `job.cancelled` when they are stopped.
   */
  cancel(args: Given<'cancel'>): Done
}
