// The one workspace that is open, and how another takes its place.
import { openCore, type CoreHost } from '../core/host/core-host.ts'
import { openingProblem } from '../core/host/rescue.ts'
import { rememberWorkspace } from '../core/host/recent-workspaces.ts'
import type { AnyEvent } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'
import type { OpeningProblem } from '../shared/shell.ts'

/** Where workspaces are opened and who hears of them. */
export interface OpenWorkspacesOptions {
  resources: string
  dataFolder: string
  onEvent(event: AnyEvent): void
  /** Lets the pages save to the open workspace and go, before another takes its place. */
  leave(): Promise<void>
  log(line: string): void
}

/** Opens the first workspace; where it cannot be opened, none is open and `problem` says why. Rejects with faults of the program. */
export async function openWorkspaces(first: string, options: OpenWorkspacesOptions) {
  const open = async (workspace: string): Promise<CoreHost> => {
    const opened = await openCore({ workspace, resources: options.resources, dataFolder: options.dataFolder, log: options.log })
    // Until it takes its place, and once it has lost it, nobody wants to hear of a workspace.
    opened.onEvent((event) => {
      if (opened === current) options.onEvent(event)
    })
    try {
      rememberWorkspace(options.dataFolder, opened.workspace)
    } catch (thrown) {
      options.log(`the list of recent workspaces was not kept: ${String(thrown)}`)
    }
    return opened
  }
  let current: CoreHost | null = null
  let problem: OpeningProblem | null = null
  let host: CoreHost | null = null
  try {
    host = current = await open(first)
  } catch (thrown) {
    problem = openingProblem(first, thrown, options.dataFolder)
    if (!problem) throw thrown
  }
  let switching: Promise<void> | null = null

  async function replaceWith(path: string): Promise<void> {
    if (path === host?.workspace) return options.leave()
    // The new one is opened before the old one is closed: when it cannot be opened, nothing has happened.
    const next = await open(path).catch((thrown: unknown) => {
      if (path === problem?.path) problem = openingProblem(path, thrown, options.dataFolder) ?? problem
      throw thrown
    })
    await options.leave()
    const before = host
    host = current = next
    problem = null
    await before?.close()
  }

  return {
    /** The open workspace's core; throws what is wrong when none is open. */
    host(): CoreHost {
      if (host) return host
      throw new GroundworkError(problem?.code ?? 'workspace.missing', problem?.message ?? 'No workspace is open.')
    },
    problem: (): OpeningProblem | null => problem,
    /** The workspace in question, open or not. */
    path: (): string => host?.workspace ?? problem?.path ?? first,
    /** The switch that is under way, or null. Resolves, whatever comes of it. */
    switching: (): Promise<void> | null => switching,
    /** Opens the workspace at `path` and has every page reload; on failure the open one stays open. */
    switchTo(path: string): Promise<void> {
      const next = (switching ?? Promise.resolve()).then(() => replaceWith(path))
      const settled = next
        .catch(() => {})
        .then(() => {
          if (switching === settled) switching = null
        })
      switching = settled
      return next
    },
    close: async (): Promise<void> => {
      await switching
      await host?.close()
    },
  }
}

export type OpenWorkspaces = Awaited<ReturnType<typeof openWorkspaces>>
