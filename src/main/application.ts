// Puts the parts together: one workspace, one window, one menu, one gate.
import { app, Menu, protocol, session, type BrowserWindow } from 'electron'
import { createDispatch } from '../core/dispatch.ts'
import { openDownload } from '../core/host/downloads.ts'
import { openLog } from '../core/host/log-file.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import { createRescue } from '../core/host/rescue.ts'
import { createUploads } from '../core/host/uploads.ts'
import { appScheme } from './app-address.ts'
import { createAppProtocol } from './app-protocol.ts'
import { answerCalls } from './call-channel.ts'
import { guardSession } from './guards.ts'
import { menuTemplate, type MenuActions } from './menu.ts'
import { createShellFeature } from './shell-feature.ts'
import { createSpelling, type Spelling } from './spelling.ts'
import { createWindowKeeper, type WindowKeeper } from './window-keeper.ts'
import { chooseNewWorkspace, chooseWorkspace, explainFailure } from './workspace-dialogs.ts'
import { createWorkspaceHolder, type WorkspaceHolder } from './workspace-holder.ts'

/** Where things are; paths are absolute. `developmentServer` is Vite's while developing, else null. */
export interface ApplicationPlaces {
  dataFolder: string
  resources: string
  /** The built page's folder. */
  assets: string
  preload: string
  developmentServer: URL | null
}

interface Parts {
  log: (line: string) => void
  places: ApplicationPlaces
  window: WindowKeeper
  workspace: WorkspaceHolder
  spelling: Spelling
}

/** The running program, before and after its window is there. Make it once Electron is ready. */
export function createApplication(places: ApplicationPlaces) {
  const { dataFolder, resources, preload } = places
  const log = openLog(dataFolder)
  const window = createWindowKeeper({ log, dataFolder, resources, preload, development: !app.isPackaged })
  const workspace = createWorkspaceHolder({
    dataFolder,
    resources,
    log,
    onEvent: window.tell,
    leave: window.leave,
    opened(host) {
      app.addRecentDocument(host.workspace)
      setMenu(parts)
      window.reload()
    },
  })
  const spelling = createSpelling(session.defaultSession, dataFolder)
  const parts: Parts = { log, places, window, workspace, spelling }

  return {
    /** Opens the first workspace and shows it, or why it cannot be opened. */
    async start(path: string): Promise<void> {
      guardSession(session.defaultSession, places.developmentServer)
      spelling.start()
      serve(parts)
      await workspace.openFirst(path)
      if (!workspace.isOpen()) setMenu(parts)
      window.shown()
    },
    /** Brings the window forward and, when a file is named, opens it there. */
    async open(path: string | null): Promise<void> {
      window.focus()
      if (path !== null) await openForUser(parts, async () => path)
    },
    close: workspace.close,
  }
}

export type Application = ReturnType<typeof createApplication>

/** Opens what a person asked for outside the page; a failure is told over the window that stays. */
async function openForUser(
  { window, workspace }: Parts,
  ask: (over: BrowserWindow) => Promise<string | null>,
): Promise<void> {
  const over = window.shown()
  try {
    const path = await ask(over)
    if (path !== null) await workspace.open(path)
  } catch (thrown) {
    await explainFailure(over, thrown)
  }
}

function setMenu(parts: Parts): void {
  const actions: MenuActions = {
    send: (name) => parts.window.tell({ name: 'command', data: { name } }),
    newWorkspace: () => void openForUser(parts, chooseNewWorkspace),
    openWorkspace: (path) => void openForUser(parts, async (over) => path ?? chooseWorkspace(over)),
    // A click has ticked the item already: it is drawn anew, as things came out.
    toggleSpelling: () => void parts.spelling.toggle(parts.window.shown()).finally(() => setMenu(parts)),
  }
  const state = {
    mac: process.platform === 'darwin',
    development: !app.isPackaged,
    recent: recentWorkspaces(parts.places.dataFolder),
    spelling: parts.spelling.state(),
  }
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(state, actions)))
}

/** Answers the page: its files by the app's scheme, its calls by the one channel. */
function serve({ log, places, window, workspace }: Parts): void {
  const uploads = createUploads()
  const answer = createAppProtocol({
    log,
    assets: places.assets,
    developmentServer: places.developmentServer,
    upload: async (file) => uploads.take(workspace.current(), file),
    download: async (id) => openDownload(workspace.current(), id),
  })
  protocol.handle(appScheme, answer)
  const shell = createShellFeature({
    dataFolder: places.dataFolder,
    window: window.shown,
    host: workspace.current,
    openWorkspace: workspace.open,
    problem: workspace.problem,
    rescue: createRescue({ dataFolder: places.dataFolder, path: workspace.path, emit: window.tell, log }),
  })
  const dispatch = createDispatch({ shell }, log)
  const call = async (name: string, args: unknown): Promise<unknown> =>
    name.startsWith('shell.') ? dispatch(name, args) : uploads.call(workspace.current(), name, args)
  answerCalls(call, log)
}
