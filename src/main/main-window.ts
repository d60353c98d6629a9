// The program's window: where it opens, how it remembers that, and how it comes back from a crash.
import { join } from 'node:path'
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { appPage } from './app-address.ts'
import { showContextMenu } from './context-menu.ts'
import { followHolds } from './leaving-page.ts'
import { keepPlace, keptPlace, leastSize, placeOnScreens } from './window-bounds.ts'
import { windowPreferences } from './window-preferences.ts'

/** What a window is made from. Paths are absolute. */
export interface MainWindowParts {
  log(line: string): void
  dataFolder: string
  preload: string
  resources: string
  development: boolean
}

/** Moves and resizes come in a stream; the place is kept this long after the last one. In milliseconds. */
const settled = 400

/** The papers of the two themes, so that nothing flashes before the page has painted. */
const paper = () => (nativeTheme.shouldUseDarkColors ? '#191A1C' : '#FCFBF8')

/** Opens the window on the app's page. The only place that makes one. */
export function createMainWindow(parts: MainWindowParts): BrowserWindow {
  const { maximised, ...bounds } = placeOnScreens(keptPlace(parts.dataFolder), workAreas())
  const window = new BrowserWindow({
    ...bounds,
    minWidth: leastSize.width,
    minHeight: leastSize.height,
    show: false,
    title: 'Groundwork',
    icon: join(parts.resources, 'icons', '512x512.png'),
    backgroundColor: paper(),
    webPreferences: windowPreferences(parts.preload, parts.development),
  })
  window.once('ready-to-show', () => {
    if (maximised) window.maximize()
    window.show()
  })
  followPlace(window, parts.dataFolder)
  followHolds(window)
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit') return
    parts.log(`the window stopped: ${details.reason}`)
    void offerReload(window, parts.log)
  })
  window.webContents.on('context-menu', (_event, params) => showContextMenu(window, params))
  showPage(window, parts.log)
  return window
}

/** The main screen's work area first. */
function workAreas() {
  const main = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== main.id)
  return [main, ...others].map((display) => display.workArea)
}

function followPlace(window: BrowserWindow, dataFolder: string): void {
  let timer: NodeJS.Timeout | undefined
  const keep = () => {
    clearTimeout(timer)
    if (!window.isDestroyed()) keepPlace(dataFolder, { ...window.getNormalBounds(), maximised: window.isMaximized() })
  }
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(keep, settled)
  }
  window.on('resize', soon)
  window.on('move', soon)
  window.on('maximize', soon)
  window.on('unmaximize', soon)
  window.on('close', keep)
}

/** Loads the app's page from the start. */
export function showPage(window: BrowserWindow, log: (line: string) => void): void {
  window.loadURL(appPage).catch((thrown: unknown) => {
    log(`the page did not load: ${String(thrown)}`)
    // An empty window can be closed; a hidden one cannot.
    if (!window.isDestroyed()) window.show()
  })
}

async function offerReload(window: BrowserWindow, log: (line: string) => void): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The window stopped working.',
    detail: 'What was saved is kept. Reload the window to go on where it was.',
    buttons: ['Reload', 'Quit'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  if (response === 1) return app.quit()
  if (!window.isDestroyed()) showPage(window, log)
}
