// Entry of the Electron main process: what must be said before Electron is ready, then the application.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, protocol } from 'electron'
import { applicationFolder, dataFolder, defaultWorkspace } from '../core/host/locations.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import { appScheme } from './app-address.ts'
import { createApplication, type Application, type ApplicationPlaces } from './application.ts'
import { guardEverything } from './guards.ts'
import { handedOver, readOpenRequest } from './open-requests.ts'

/** Quitting waits this long for the workspace to close, then goes without. In milliseconds. */
const closingLimit = 5000

/** The folder of the build: this file is its main/index.js. */
const build = join(import.meta.dirname, '..')

/** Vite's address while developing. A packaged program takes none. */
function developmentServer(): URL | null {
  const address = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL
  const url = address === undefined ? null : URL.parse(address)
  return url && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) ? url : null
}

function findPlaces(): ApplicationPlaces {
  return {
    dataFolder: dataFolder(),
    resources: join(app.isPackaged ? process.resourcesPath : applicationFolder(), 'resources'),
    assets: join(build, 'renderer'),
    preload: join(build, 'preload', 'index.cjs'),
    developmentServer: developmentServer(),
  }
}

/** Chromium's own files go beside the program's: one folder is the whole of it, and one lock guards it. */
function claimFolder(folder: string): void {
  const chromium = join(folder, 'electron')
  mkdirSync(chromium, { recursive: true, mode: 0o700 })
  app.setPath('userData', chromium)
}

function prepare(): void {
  const request = readOpenRequest(process.argv.slice(1), process.cwd())
  if (request.problem !== null) {
    process.stderr.write(`${request.problem}\n`)
    return app.exit(2)
  }
  const places = findPlaces()
  claimFolder(places.dataFolder)
  app.enableSandbox()
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
  guardEverything(places.developmentServer)
  // The instance that is there shows its window and opens the file in our place.
  if (!app.requestSingleInstanceLock({ workspace: request.workspace })) return app.quit()
  void run(places, request.workspace).catch(sayFatal)
}

async function run(places: ApplicationPlaces, asked: string | null): Promise<void> {
  const requests = collectRequests()
  await app.whenReady()
  const application = createApplication(places)
  closeBeforeQuitting(application)
  app.setAboutPanelOptions({
    applicationName: 'Groundwork',
    applicationVersion: app.getVersion(),
    copyright:
      'MIT licence. Citations are formatted with citeproc-js, © 2009–2019 Frank Bennett (CPAL 1.0). Citation styles and locales: Citation Style Language project (CC BY-SA 3.0).',
  })
  const first = requests.taken() ?? asked ?? recentWorkspaces(places.dataFolder)[0]?.path ?? defaultWorkspace()
  await application.start(first)
  requests.handTo((workspace) => void application.open(workspace))
}

/** Hears from the first moment which files the system and other instances want opened; keeps the last until it can be. */
function collectRequests() {
  let waiting: { workspace: string | null } | null = null
  let open = (workspace: string | null): void => {
    waiting = { workspace: workspace ?? waiting?.workspace ?? null }
  }
  app.on('second-instance', (_event, _argv, _folder, data) => open(handedOver(data)))
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open(path)
  })
  app.on('activate', () => open(null))
  const taken = (): string | null => {
    const { workspace } = waiting ?? { workspace: null }
    waiting = null
    return workspace
  }
  return {
    taken,
    handTo(opener: (workspace: string | null) => void): void {
      open = opener
      const workspace = taken()
      if (workspace !== null) opener(workspace)
    },
  }
}

function closeBeforeQuitting(application: Application): void {
  let closing = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    event.preventDefault()
    if (closing) return
    closing = true
    const limit = new Promise<void>((resolve) => setTimeout(resolve, closingLimit))
    void Promise.race([application.close(), limit]).finally(() => app.exit(0))
  })
}

function sayFatal(thrown: unknown): void {
  const reason = thrown instanceof Error ? thrown.message : String(thrown)
  dialog.showErrorBox('Groundwork could not start', `${reason}\n\nNothing was changed.`)
  app.exit(1)
}

try {
  prepare()
} catch (thrown) {
  sayFatal(thrown)
}
