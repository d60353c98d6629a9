// Stands in for the module `electron` when the built main bundle runs under Node: records what is asked of it,
// answers as Electron's declarations say, and lets the test play the user and the system.
import { EventEmitter } from 'node:events'
import type { App, Display, MenuItemConstructorOptions, NativeTheme, Net, Protocol, Screen, Session, Shell } from 'electron'
import { waitForAnswer, answerNow } from './double-answers.ts'
import { note } from './double-record.ts'

/** What a part of the double must agree with: Electron's own declaration, except for its events. */
type Face<T> = Partial<Omit<T, keyof EventEmitter>>

/** What the test set this machine up as; see an-electron.ts. */
const machine = {
  screens: JSON.parse(process.env.DOUBLE_SCREENS ?? '[{"x":0,"y":0,"width":1920,"height":1080}]') as Electron.Rectangle[],
  firstInstance: process.env.DOUBLE_SECOND !== 'yes',
  documents: process.env.DOUBLE_DOCUMENTS ?? '/nowhere',
}

class AppDouble extends EventEmitter {
  isPackaged = process.env.DOUBLE_RESOURCES_PATH !== undefined
}

if (process.env.DOUBLE_RESOURCES_PATH) Object.assign(process, { resourcesPath: process.env.DOUBLE_RESOURCES_PATH })

const paths: Record<string, string> = { documents: machine.documents }

const appMethods = {
  whenReady: () => new Promise<void>((resolve) => setImmediate(resolve)),
  getVersion: () => '0.1.0',
  getPath: (name) => paths[name] ?? '/nowhere',
  setPath: (name, path) => {
    note('app.setPath', name, path)
    paths[name] = path
  },
  enableSandbox: () => note('app.enableSandbox'),
  requestSingleInstanceLock: (data) => {
    note('app.requestSingleInstanceLock', data)
    return machine.firstInstance
  },
  getPreferredSystemLanguages: () => ['de-AT', 'en-GB', 'xx'],
  addRecentDocument: (path) => note('app.addRecentDocument', path),
  setAboutPanelOptions: (options) => note('app.setAboutPanelOptions', options),
  quit: () => {
    note('app.quit')
    quit()
  },
  exit: (code = 0) => {
    note('app.exit', code)
    process.exit(code)
  },
} satisfies Face<App>

export const app = Object.assign(new AppDouble(), appMethods)

/** An event that can be prevented, as Electron hands it to listeners. */
export function anEvent<T extends object>(details: T): T & { preventDefault(): void; defaultPrevented: boolean } {
  const event = { ...details, defaultPrevented: false, preventDefault: () => {} }
  event.preventDefault = () => {
    event.defaultPrevented = true
  }
  return event
}

function quit(): void {
  app.emit('before-quit', anEvent({}))
  for (const window of BrowserWindow.all) window.close()
  if (BrowserWindow.all.length > 0) return
  const event = anEvent({})
  app.emit('will-quit', event)
  if (!event.defaultPrevented) process.exit(0)
}

class SessionDouble extends EventEmitter {
  availableSpellCheckerLanguages = ['de', 'en-US', 'en-GB', 'fr']
  handlers: Record<string, (...args: never[]) => unknown> = {}
  webRequest = {
    onBeforeRequest: (listener: (details: { url: string }, answer: (response: object) => void) => void) => {
      this.handlers.beforeRequest = listener
    },
  }
}

const sessionMethods = {
  setPermissionRequestHandler: (handler) => void (defaultSession.handlers.permissionRequest = handler ?? (() => {})),
  setPermissionCheckHandler: (handler) => void (defaultSession.handlers.permissionCheck = handler ?? (() => {})),
  setDevicePermissionHandler: (handler) => void (defaultSession.handlers.devicePermission = handler ?? (() => {})),
  setDisplayMediaRequestHandler: (handler) => void (defaultSession.handlers.displayMedia = handler ?? (() => {})),
  setSpellCheckerDictionaryDownloadURL: (url) => note('session.setSpellCheckerDictionaryDownloadURL', url),
  setSpellCheckerEnabled: (enabled) => note('session.setSpellCheckerEnabled', enabled),
  setSpellCheckerLanguages: (languages) => note('session.setSpellCheckerLanguages', languages),
  addWordToSpellCheckerDictionary: (word) => {
    note('session.addWordToSpellCheckerDictionary', word)
    return true
  },
} satisfies Face<Session>

const defaultSession = Object.assign(new SessionDouble(), sessionMethods)
export const session = { defaultSession }

class WebContentsDouble extends EventEmitter {
  session = defaultSession
  openHandler: ((details: { url: string }) => unknown) | null = null
  setWindowOpenHandler(handler: (details: { url: string }) => unknown): void {
    this.openHandler = handler
  }
  send(channel: string, ...args: unknown[]): void {
    note('webContents.send', channel, ...args)
  }
  replaceMisspelling(text: string): void {
    note('webContents.replaceMisspelling', text)
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = []
  webContents = new WebContentsDouble()
  bounds: Electron.Rectangle
  maximised = false
  minimised = false
  destroyed = false

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super()
    const { x = 0, y = 0, width = 800, height = 600 } = options
    this.bounds = { x, y, width, height }
    note('new BrowserWindow', options)
    BrowserWindow.all.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  async loadURL(url: string): Promise<void> {
    note('window.loadURL', url)
    await new Promise((resolve) => setImmediate(resolve))
    if (this.isHeld()) throw new Error('ERR_ABORTED (-3)')
    this.emit('ready-to-show')
  }
  maximize(): void {
    note('window.maximize')
    this.maximised = true
  }
  restore(): void {
    note('window.restore')
    this.minimised = false
  }
  show = (): void => note('window.show')
  focus = (): void => note('window.focus')
  isMinimized = (): boolean => this.minimised
  isMaximized = (): boolean => this.maximised
  isDestroyed = (): boolean => this.destroyed
  getNormalBounds = (): Electron.Rectangle => this.bounds
  /** Whether the page keeps its window: the test said that it holds on, and nobody overruled it. */
  isHeld(): boolean {
    if (!answerNow('hold', false)) return false
    const event = anEvent({})
    this.webContents.emit('will-prevent-unload', event)
    return !event.defaultPrevented
  }
  close(): void {
    this.emit('close', anEvent({}))
    if (this.isHeld()) return
    this.destroyed = true
    BrowserWindow.all = BrowserWindow.all.filter((window) => window !== this)
    this.emit('closed')
    if (BrowserWindow.all.length === 0) app.emit('window-all-closed')
  }
}

export const handlers = new Map<string, (event: object, ...args: unknown[]) => unknown>()
export const ipcMain = {
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown): void {
    if (handlers.has(channel)) throw new Error(`a second handler for ${channel}`)
    handlers.set(channel, handler)
  },
}

export const protocolHandlers = new Map<string, (request: Request) => Promise<Response>>()
export const protocol = {
  registerSchemesAsPrivileged: (schemes) => note('protocol.registerSchemesAsPrivileged', schemes),
  handle: (scheme, handler) => void protocolHandlers.set(scheme, async (request) => handler(request)),
} satisfies Face<Protocol>

/** The template behind the application menu that is set. */
export const menus: Record<'application' | 'context', MenuItemConstructorOptions[]> = { application: [], context: [] }
export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]) => ({
    template,
    popup: () => {
      menus.context = template
    },
  }),
  setApplicationMenu: (menu: { template: MenuItemConstructorOptions[] }) => {
    menus.application = menu.template
  },
}

/** Dialogs wait until the test answers them. The first argument is the window, where there is one. */
const optionsOf = (args: unknown[]) => ({ modal: args[0] instanceof BrowserWindow, ...(args.at(-1) as object) })
export const dialog = {
  showOpenDialog: (...args: unknown[]) => waitForAnswer('showOpenDialog', optionsOf(args), { canceled: true, filePaths: [] }),
  showSaveDialog: (...args: unknown[]) => waitForAnswer('showSaveDialog', optionsOf(args), { canceled: true, filePath: '' }),
  showMessageBox: (...args: unknown[]) => waitForAnswer('showMessageBox', optionsOf(args), { response: 0, checkboxChecked: false }),
  showMessageBoxSync: (...args: unknown[]) => {
    note('dialog.showMessageBoxSync', optionsOf(args))
    return answerNow('showMessageBoxSync', 0)
  },
  showErrorBox: (title: string, content: string) => note('dialog.showErrorBox', title, content),
}

const displays = machine.screens.map((workArea, id) => ({ id, workArea }) as Display)
export const screen = {
  getPrimaryDisplay: () => displays[0] as Display,
  getAllDisplays: () => displays.toReversed(),
} satisfies Face<Screen>

export const nativeTheme = { shouldUseDarkColors: false } satisfies Face<NativeTheme>
export const net = { fetch: async (address) => new Response(`from ${String(address)}`) } satisfies Face<Net>
export const shell = {
  openExternal: async (url) => note('shell.openExternal', url),
  openPath: async (path) => {
    note('shell.openPath', path)
    return answerNow('openPath', '')
  },
} satisfies Face<Shell>
