// The calls of the feature `workspace`.
import type { Desk, Workspace, workspaceArguments } from '../workspace.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof workspaceArguments> = In<typeof workspaceArguments, Call>

/** What a client may ask of the feature `workspace`. */
export interface WorkspaceApi {
  /** The open workspace with counts of what is in it. */
  get(args: Given<'get'>): Workspace
  /** What the window showed last; sources and memos that are gone are left out. */
  desk(args: Given<'desk'>): Desk
  /** Keeps what the window shows; not part of undo. */
  saveDesk(args: Given<'saveDesk'>): Done
}
