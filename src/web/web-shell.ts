// The feature `shell` of the contract in a browser: no dialogs, no menu; other workspaces can be opened.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import type { Api } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'

/** What the shell stands on. `switchTo` opens another workspace in place of the open one. */
export interface WebShellOptions {
  dataFolder: string
  defaultWorkspace: string
  version: string
  platform: string
  switchTo(path: string): Promise<void>
}

const refused = (message: string) => new GroundworkError('shell.refused', message)

/** A workspace's name as a file name that every system takes; throws `shell.refused` when nothing is left of it. */
export function workspaceFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/(?:\.groundwork)?[\s.]*$/i, '')
  // Names that Windows keeps for devices, whatever their ending.
  if (plain === '' || /^(?:con|prn|aux|nul|com\d|lpt\d)$/i.test(plain)) {
    throw refused(`“${name}” cannot be the name of a workspace. Choose a name with letters or digits.`)
  }
  return `${plain}.groundwork`
}

/** Makes the feature. */
export function createWebShell(options: WebShellOptions): Api['shell'] {
  return {
    capabilities: () => ({
      saveDialog: false,
      openDialog: false,
      menu: false,
      switchWorkspace: true,
      platform: options.platform === 'darwin' ? 'mac' : options.platform === 'win32' ? 'windows' : 'linux',
      version: options.version,
    }),
    chooseFiles: async () => [],
    saveFile: async () => null,
    async openExternal({ url }) {
      const protocol = URL.canParse(url) ? new URL(url).protocol : ''
      if (!['http:', 'https:', 'mailto:'].includes(protocol)) {
        throw refused('Groundwork opens web and mail addresses only. This one was not opened.')
      }
      return null
    },
    recentWorkspaces: () => recentWorkspaces(options.dataFolder),
    async openWorkspace({ path }) {
      if (path === null || !recentWorkspaces(options.dataFolder).some((recent) => recent.path === path)) {
        throw refused('Here only workspaces opened before can be opened. Start Groundwork with --workspace for another one.')
      }
      await options.switchTo(path)
      return null
    },
    async newWorkspace({ name }) {
      const file = workspaceFileName(name)
      const path = join(dirname(options.defaultWorkspace), file)
      if (existsSync(path)) {
        throw refused(`There is already a workspace “${file.replace(/\.groundwork$/, '')}”. Choose another name.`)
      }
      await options.switchTo(path)
      return null
    },
  }
}
