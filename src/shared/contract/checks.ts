// The calls of the feature `checks`.
import type { Finding, checksArguments } from '../checks.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof checksArguments> = In<typeof checksArguments, Call>

/** What a client may ask of the feature `checks`. */
export interface ChecksApi {
  /** What the rules find in a memo as it stands in the window or is stored, in its order; those set aside are among them. */
  run(args: Given<'run'>): Finding[]
  /** Keeps that a finding does not stand, and why; it stays so while its sentence is the same. */
  setAside(args: Given<'setAside'>): Done
  /** A finding stands again. */
  takeUp(args: Given<'takeUp'>): Done
}

/** The calls that undo takes back. */
export const checksUndoable = ['setAside', 'takeUp'] as const satisfies readonly (keyof ChecksApi)[]
