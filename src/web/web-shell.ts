// The feature `shell` of the contract in a browser: no dialogs, no menu; other workspaces can be opened.
import type { Rescue } from '../core/host/rescue.ts'
import { exampleWorkspace } from '../core/host/example-workspace.ts'
import { newWorkspacePath } from '../core/host/new-workspace.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import type { Api } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'
import type { OpeningProblem } from '../shared/shell.ts'

/** What the shell stands on. `switchTo` opens another workspace in place of the open one. */
export interface WebShellOptions {
  dataFolder: string
  version: string
  platform: string
  switchTo(path: string): Promise<void>
  rescue: Rescue
  /** Why no workspace is open; null when one is. */
  problem(): OpeningProblem | null
}

const refused = (message: string) => new GroundworkError('shell.refused', message)

/** Makes the feature. */
export function createWebShell(options: WebShellOptions): Api['shell'] {
  return {
    capabilities: () => ({
      saveDialog: false,
      openPrograms: false,
      openDialog: false,
      menu: false,
      switchWorkspace: true,
      platform: options.platform === 'darwin' ? 'mac' : options.platform === 'win32' ? 'windows' : 'linux',
      version: options.version,
    }),
    chooseFiles: async () => [],
    saveFile: async () => null,
    async openFile() {
      throw refused('A browser opens no programs. Save the file and open it from there.')
    },
    async openExternal({ url }) {
      const protocol = URL.canParse(url) ? new URL(url).protocol : ''
      if (!['http:', 'https:', 'mailto:'].includes(protocol)) {
        throw refused('Groundwork opens web and mail addresses only. This one was not opened.')
      }
      return null
    },
    recentWorkspaces: () => recentWorkspaces(options.dataFolder),
    async openWorkspace({ path }) {
      const known = path === options.problem()?.path || recentWorkspaces(options.dataFolder).some((recent) => recent.path === path)
      if (path === null || !known) {
        throw refused('Here only workspaces opened before can be opened. Start Groundwork with --workspace for another one.')
      }
      await options.switchTo(path)
      return null
    },
    opening: () => options.problem(),
    async restoreBackup({ backup }) {
      const path = await options.rescue.restore(backup)
      await options.switchTo(path)
      return path
    },
    salvage: ({ job }) => options.rescue.salvage(job),
    cancelSalvage({ job }) {
      options.rescue.cancel(job)
      return null
    },
    async openExample() {
      await options.switchTo(exampleWorkspace())
      return null
    },
    async newWorkspace({ name }) {
      await options.switchTo(newWorkspacePath(name))
      return null
    },
  }
}
