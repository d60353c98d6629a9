// What no page may do, whatever it holds: leave, open windows, ask for devices, reach the network, download.
import { app, type Session, type WebContents } from 'electron'
import { appScheme, isAppPage } from './app-address.ts'

/** Closes every way out of a page. */
export function guardContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isAppPage(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isAppPage(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault()
    choose('')
  })
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** What a page may load from: the app's own scheme, what it made itself, and the developer tools. */
const localSchemes = new Set([`${appScheme}:`, 'blob:', 'data:', 'devtools:'])

const guarded = new WeakSet<Session>()

/**
 * Denies a session's pages every permission, device, download and the network. `developmentServer` is the one
 * address that stays open while developing, null otherwise. A session is guarded once.
 */
export function guardSession(session: Session, developmentServer: URL | null): void {
  if (guarded.has(session)) return
  guarded.add(session)
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  // Files leave through the save dialog alone.
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const url = URL.parse(details.url)
    const local = url !== null && localSchemes.has(url.protocol)
    const development = url !== null && developmentServer !== null && url.host === developmentServer.host
    answer({ cancel: !local && !development })
  })
}

/** Guards every page and session that Electron ever makes. Call it before Electron is ready. */
export function guardEverything(developmentServer: URL | null): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents))
  app.on('session-created', (made) => guardSession(made, developmentServer))
}
