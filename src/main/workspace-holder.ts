// The one workspace that is open, and how another takes its place.
import { realpathSync } from 'node:fs'
import { openCore, type CoreHost } from '../core/host/core-host.ts'
import { openingProblem } from '../core/host/rescue.ts'
import { rememberWorkspace } from '../core/host/recent-workspaces.ts'
import type { AnyEvent } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'
import type { OpeningProblem } from '../shared/shell.ts'

/** What a holder works with. */
export interface WorkspaceHolderParts {
  dataFolder: string
  resources: string
  onEvent(event: AnyEvent): void
  log(line: string): void
  /** Lets the page save and go while the old workspace is still there; false when the user wants to stay. */
  leave(): Promise<boolean>
  /** Called when a workspace is there to be shown. */
  opened(host: CoreHost): void
}

const samePath = (path: string, host: CoreHost | null): boolean => {
  try {
    return host !== null && realpathSync(path) === host.workspace
  } catch {
    return false
  }
}

/** Holds no workspace until `open` has succeeded once. */
export function createWorkspaceHolder(parts: WorkspaceHolderParts) {
  let host: CoreHost | null = null
  let problem: OpeningProblem | null = null
  let last: Promise<unknown> = Promise.resolve()

  async function replaceWith(path: string): Promise<void> {
    if (samePath(path, host)) return
    // The new one first: when it cannot be opened, nothing has happened.
    const opening = openCore({ workspace: path, resources: parts.resources, dataFolder: parts.dataFolder, log: parts.log })
    const next = await opening.catch((thrown: unknown) => {
      if (path === problem?.path) problem = openingProblem(path, thrown, parts.dataFolder) ?? problem
      throw thrown
    })
    const before = host
    if (before && !(await parts.leave())) return next.close()
    next.onEvent((event) => {
      if (host === next) parts.onEvent(event)
    })
    host = next
    problem = null
    rememberQuietly(next.workspace)
    parts.opened(next)
    await before?.close()
  }

  function rememberQuietly(path: string): void {
    try {
      rememberWorkspace(parts.dataFolder, path)
    } catch (thrown) {
      parts.log(`the list of recent workspaces was not kept: ${String(thrown)}`)
    }
  }

  const holder = {
    /** The open workspace's core; throws `workspace.missing` when none is open. */
    current(): CoreHost {
      if (!host) throw new GroundworkError('workspace.missing', 'No workspace is open.')
      return host
    },
    /** Why no workspace is open; null when one is. */
    problem: (): OpeningProblem | null => problem,
    /** Opens the first workspace; where it cannot be opened, `problem` says why. Rejects with faults of the program. */
    async openFirst(path: string): Promise<void> {
      try {
        await holder.open(path)
      } catch (thrown) {
        problem = openingProblem(path, thrown, parts.dataFolder)
        if (!problem) throw thrown
        process.stderr.write(`groundwork: ${problem.message}\n`)
      }
    },
    /** The workspace in question, open or not; throws `workspace.missing` when there is none. */
    path(): string {
      const path = host?.workspace ?? problem?.path
      if (path === undefined) throw new GroundworkError('workspace.missing', 'No workspace is open.')
      return path
    },
    isOpen: (): boolean => host !== null,
    /** Opens a workspace in place of the open one, one after another; rejects as openCore does and keeps the open one. */
    open(path: string): Promise<void> {
      const opening = last.then(() => replaceWith(path))
      last = opening.catch(() => {})
      return opening
    },
    /** Closes the open workspace after whatever is under way. */
    async close(): Promise<void> {
      await last
      const closing = host
      host = null
      await closing?.close()
    },
  }
  return holder
}

export type WorkspaceHolder = ReturnType<typeof createWorkspaceHolder>
