// The one workspace that is open, and how another takes its place.
import { openCore, type CoreHost } from '../core/host/core-host.ts'
import { rememberWorkspace } from '../core/host/recent-workspaces.ts'
import type { AnyEvent } from '../shared/api.ts'

/** Where workspaces are opened and who hears of them. */
export interface OpenWorkspacesOptions {
  resources: string
  dataFolder: string
  onEvent(event: AnyEvent): void
  log(line: string): void
}

/** Opens the first workspace; rejects as openCore does. */
export async function openWorkspaces(first: string, options: OpenWorkspacesOptions) {
  const open = async (workspace: string): Promise<CoreHost> => {
    const opened = await openCore({ workspace, resources: options.resources, dataFolder: options.dataFolder, log: options.log })
    opened.onEvent(options.onEvent)
    rememberWorkspace(options.dataFolder, opened.workspace)
    return opened
  }
  let host = await open(first)
  let switching: Promise<void> = Promise.resolve()

  async function replaceWith(path: string): Promise<void> {
    const reload = () => options.onEvent({ name: 'command', data: { name: 'window.reload' } })
    if (path === host.workspace) return reload()
    // The new one is opened before the old one is closed: when it cannot be opened, nothing has happened.
    const before = host
    host = await open(path)
    reload()
    await before.close()
  }

  return {
    host: (): CoreHost => host,
    /** Opens the workspace at `path` and tells every page to reload; on failure the open one stays open. */
    switchTo(path: string): Promise<void> {
      const next = switching.then(() => replaceWith(path))
      switching = next.catch(() => {})
      return next
    },
    close: (): Promise<void> => switching.then(() => host.close()),
  }
}

export type OpenWorkspaces = Awaited<ReturnType<typeof openWorkspaces>>
