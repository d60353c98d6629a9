// The feature `shell` of the contract with native dialogs; it asks the user and leaves the work to others.
import { app, dialog, type BrowserWindow } from 'electron'
import type { CoreHost } from '../core/host/core-host.ts'
import { exampleWorkspace } from '../core/host/example-workspace.ts'
import { newWorkspacePath } from '../core/host/new-workspace.ts'
import type { Rescue } from '../core/host/rescue.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import type { Api } from '../shared/api.ts'
import { GroundworkError } from '../shared/errors.ts'
import type { Capabilities, OpeningProblem, StagedFile } from '../shared/shell.ts'
import { openExternalAddress } from './external-links.ts'
import { openServedFile } from './open-file.ts'
import { saveServedFile } from './save-file.ts'
import { chooseWorkspace } from './workspace-dialogs.ts'

/** What the feature stands on. */
export interface ShellFeatureParts {
  dataFolder: string
  /** The window that dialogs belong to; throws when there is none. */
  window(): BrowserWindow
  host(): CoreHost
  openWorkspace(path: string): Promise<void>
  rescue: Rescue
  /** Why no workspace is open; null when one is. */
  problem(): OpeningProblem | null
}

const platforms: Partial<Record<NodeJS.Platform, Capabilities['platform']>> = { darwin: 'mac', win32: 'windows' }

async function chooseFiles(window: BrowserWindow, host: CoreHost): Promise<StagedFile[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Import files',
    buttonLabel: 'Import',
    filters: [
      {
        name: 'Articles and references',
        extensions: ['pdf', 'docx', 'odt', 'rtf', 'epub', 'eml', 'mhtml', 'mht', 'txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml', 'ris', 'bib', 'json'],
      },
      { name: 'All files', extensions: ['*'] },
    ],
    properties: ['openFile', 'multiSelections'],
  })
  if (canceled) return []
  return Promise.all(filePaths.map((path) => host.stage(path)))
}

/** Makes the feature. */
export function createShellFeature(parts: ShellFeatureParts): Api['shell'] {
  return {
    capabilities: () => ({
      saveDialog: true,
      openPrograms: true,
      openDialog: true,
      menu: true,
      switchWorkspace: true,
      platform: platforms[process.platform] ?? 'linux',
      version: app.getVersion(),
    }),
    chooseFiles: async () => chooseFiles(parts.window(), parts.host()),
    saveFile: async ({ file, name }) => saveServedFile(parts.window(), parts.host(), file, name),
    async openFile({ file }) {
      await openServedFile(parts.host(), file)
      return null
    },
    async openExternal({ url }) {
      await openExternalAddress(parts.window(), url)
      return null
    },
    recentWorkspaces: () => recentWorkspaces(parts.dataFolder),
    async openWorkspace({ path }) {
      const chosen = path === null ? await chooseWorkspace(parts.window()) : knownPath(parts, path)
      if (chosen !== null) await parts.openWorkspace(chosen)
      return null
    },
    opening: () => parts.problem(),
    async restoreBackup({ backup }) {
      const path = await parts.rescue.restore(backup)
      await parts.openWorkspace(path)
      return path
    },
    salvage: ({ job }) => parts.rescue.salvage(job),
    cancelSalvage({ job }) {
      parts.rescue.cancel(job)
      return null
    },
    async openExample() {
      await parts.openWorkspace(exampleWorkspace())
      return null
    },
    async newWorkspace({ name }) {
      await parts.openWorkspace(newWorkspacePath(name))
      return null
    },
  }
}

/** A page may name only what the user opened before, or wanted open at the start; anything else needs the dialog. */
function knownPath({ dataFolder, problem }: ShellFeatureParts, path: string): string {
  if (path === problem()?.path || recentWorkspaces(dataFolder).some((recent) => recent.path === path)) return path
  throw new GroundworkError(
    'shell.refused',
    'Only workspaces opened before can be opened by name. Choose “Open workspace…” for another one.',
  )
}
