// What no page may do, tried on the handlers that the built main process gives to Electron.
import { describe, expect, it } from 'vitest'
import { anElectron, aSharedElectron } from './an-electron.ts'

const theElectron = aSharedElectron()

const home = ['app://groundwork/', 'app://groundwork/index.html', 'app://groundwork/index.html?source=1#top']

const elsewhere = [
  'app://groundwork@evil/',
  'app://groundwork:pass@evil/index.html',
  'app://evil@groundwork/',
  'app://groundwork.evil/',
  'app://evil.groundwork/',
  'app://groundwork:8080/',
  'app://groundworks/',
  'app://GROUNDWORK/',
  'app://grоundwork/',
  'app://ground\u00adwork/',
  'app://groundwork%2eevil/',
  'app://groundwork\\@evil/',
  'app:\\\\groundwork/',
  'app:groundwork/',
  'app:///groundwork/index.html',
  'app://groundwork/files/00000000-0000-7000-8000-000000000000',
  'app://groundwork/assets/index.js',
  'app://groundwork/../index.html/x',
  'app://groundwork/index.html/',
  ' app://groundwork/x',
  'apps://groundwork/',
  'http://groundwork/',
  'https://groundwork/index.html',
  'https://example.org/',
  'http://127.0.0.1:5173/',
  'http://localhost/',
  'file:///etc/passwd',
  'file://server/share/x.html',
  '\\\\server\\share\\x.html',
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://groundwork/1f0c',
  'filesystem:app://groundwork/temporary/x',
  'about:blank',
  'about:srcdoc',
  'chrome://settings/',
  'devtools://devtools/bundled/inspector.html',
  'view-source:app://groundwork/index.html',
  'chrome-extension://abc/index.html',
  'smb://server/share',
  'search-ms:query=x',
  'ms-officecmd:{}',
  '',
  'index.html',
]

describe('a page', () => {
  it('cannot be navigated away, by itself, by a frame or by a redirect', async () => {
    const electron = theElectron()
    const prevented = async (event: string, url: string, isMainFrame: boolean) =>
      electron.order({ do: 'contents', event, details: { url, isMainFrame }, args: [url] })
    for (const url of elsewhere) {
      expect(await prevented('will-navigate', url, true), `will-navigate ${url}`).toBe(true)
      expect(await prevented('will-frame-navigate', url, true), `will-frame-navigate ${url}`).toBe(true)
    }
    for (const url of home) {
      expect(await prevented('will-navigate', url, true), url).toBe(false)
      expect(await prevented('will-frame-navigate', url, true), url).toBe(false)
      expect(await prevented('will-frame-navigate', url, false), `${url} in a frame`).toBe(true)
      expect(await prevented('will-redirect', url, true), `redirected to ${url}`).toBe(true)
    }
  })

  it('cannot open windows or attach views', async () => {
    const electron = theElectron()
    for (const url of [...home, ...elsewhere]) {
      expect(await electron.order({ do: 'open window', url }), url).toEqual({ action: 'deny' })
    }
    expect(await electron.order({ do: 'contents', event: 'will-attach-webview', details: {}, args: [{}, {}] })).toBe(true)
    expect(await electron.record('new BrowserWindow')).toHaveLength(1)
  })

  it('gets no permission, no device and no screen', async () => {
    const electron = theElectron()
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'hid', 'usb']) {
      const args = [null, permission]
      expect(await electron.order({ do: 'session', handler: 'permissionRequest', args })).toMatchObject({
        given: false,
      })
      expect(await electron.order({ do: 'session', handler: 'permissionCheck', args })).toMatchObject({ value: false })
    }
    expect(await electron.order({ do: 'session', handler: 'devicePermission', args: [{}] })).toMatchObject({ value: false })
    expect(await electron.order({ do: 'session', handler: 'displayMedia', args: [{}] })).toMatchObject({ given: {} })
  })

  it('reaches its own scheme and nothing on the network', async () => {
    const electron = theElectron()
    const cancelled = async (url: string) => {
      const { given } = (await electron.order({ do: 'session', handler: 'beforeRequest', args: [{ url }] })) as {
        given: { cancel: boolean }
      }
      return given.cancel
    }
    for (const url of ['app://groundwork/index.html', 'blob:app://groundwork/1', 'data:image/png;base64,AA']) {
      expect(await cancelled(url), url).toBe(false)
    }
    const remote = ['http', 'https', 'ws', 'wss', 'ftp'].map((scheme) => `${scheme}://example.org/a.js`)
    const outside = [...remote, 'file:///etc/passwd', 'http://localhost:5173/', '']
    for (const url of outside) expect(await cancelled(url), url).toBe(true)
  })
})

describe('while developing', () => {
  it('opens Vite’s server on this machine, and no other that calls itself so', async () => {
    const electron = anElectron({ environment: { ELECTRON_RENDERER_URL: 'http://localhost:5173' } })
    await electron.ready()
    const answer = async (url: string) => electron.order({ do: 'session', handler: 'beforeRequest', args: [{ url }] })
    expect(await answer('ws://localhost:5173/')).toMatchObject({ given: { cancel: false } })
    expect(await answer('http://localhost:9999/')).toMatchObject({ given: { cancel: true } })
    const page = await electron.fetch('app://groundwork/src/main.tsx?t=1')
    expect(new TextDecoder().decode(page.body)).toBe('from http://localhost:5173/src/main.tsx?t=1')
    expect(page.headers['content-security-policy']).toContain("connect-src 'self' ws://localhost:5173")

    const deceived = anElectron({ environment: { ELECTRON_RENDERER_URL: 'http://evil.example/' } })
    await deceived.ready()
    expect((await deceived.fetch('app://groundwork/src/main.tsx')).status).toBe(404)
  })
})
