// The calls of the feature `shell`.
import type { SalvageReport } from '../backups.ts'
import type { Capabilities, OpeningProblem, RecentWorkspace, StagedFile, shellArguments } from '../shell.ts'
import type { Done, In } from './call.ts'

type Given<Call extends keyof typeof shellArguments> = In<typeof shellArguments, Call>

/** What a client may ask of the feature `shell`. */
export interface ShellApi {
  /** What the shell around this window can do. */
  capabilities(args: Given<'capabilities'>): Capabilities
  /** A native dialog for files to import; an empty list when it was cancelled. */
  chooseFiles(args: Given<'chooseFiles'>): Promise<StagedFile[]>
  /** A native dialog saves an exported file; null when it was cancelled, else the path written. */
  saveFile(args: Given<'saveFile'>): Promise<string | null>
  /**
   * Opens a copy of an original in the program that this machine has for its kind; `shell.refused` for what may not be
   * opened and where there is no such program, `file.gone`.
   */
  openFile(args: Given<'openFile'>): Promise<Done>
  /** Opens an http, https or mailto address outside, after the user's consent; anything else is `shell.refused`. */
  openExternal(args: Given<'openExternal'>): Promise<Done>
  /** Workspaces opened before that still exist, the newest first. */
  recentWorkspaces(args: Given<'recentWorkspaces'>): RecentWorkspace[]
  /** Opens a workspace of the recent list, or with null asks with a native dialog; the window then reloads. */
  openWorkspace(args: Given<'openWorkspace'>): Promise<Done>
  /** Makes a workspace of that name beside the default one and opens it; the window then reloads. */
  newWorkspace(args: Given<'newWorkspace'>): Promise<Done>
  /** Opens the worked example, which is made beside the default workspace the first time; the window then reloads. */
  openExample(args: Given<'openExample'>): Promise<Done>
  /** Why no workspace is open, with what can be done about it; null when one is. */
  opening(args: Given<'opening'>): OpeningProblem | null
  /**
   * Makes a new workspace of a backup beside the one in question, which stays as it is, and opens it; the window then
   * reloads. `workspace.damaged` when the backup is not sound. Answers the new file's path.
   */
  restoreBackup(args: Given<'restoreBackup'>): Promise<string>
  /**
   * Reads what can be read of the workspace in question into a new one beside it, which is then among the recent ones;
   * reports progress under `job`. The damaged file is only read.
   */
  salvage(args: Given<'salvage'>): Promise<SalvageReport>
  /** Stops a salvage; the new workspace is then not made. */
  cancelSalvage(args: Given<'cancelSalvage'>): Done
}
