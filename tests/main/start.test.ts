// What the built main process does from its first line until the window is there.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Workspace } from '../../src/shared/workspace.ts'
import { build, ensureBuilt } from '../built-program.ts'
import { anElectron } from './an-electron.ts'

beforeAll(ensureBuilt)

describe('a start', () => {
  it('sandboxes every page, names its scheme and takes the lock before Electron is ready', async () => {
    const electron = anElectron()
    await electron.ready()
    const calls = await electron.record()
    expect(calls.slice(0, 4)).toEqual([
      { call: 'app.setPath', args: ['userData', join(electron.folder, 'data', 'electron')] },
      { call: 'app.enableSandbox', args: [] },
      {
        call: 'protocol.registerSchemesAsPrivileged',
        args: [[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } }]],
      },
      { call: 'app.requestSingleInstanceLock', args: [{ workspace: null }] },
    ])
  })

  it('opens one window, with a page that has no Node, its own world and a sandbox', async () => {
    const electron = anElectron()
    const windows = await electron.ready()
    expect(windows.map(({ args }) => args[0])).toEqual([
      {
        x: 240,
        y: 90,
        width: 1440,
        height: 900,
        minWidth: 880,
        minHeight: 560,
        show: false,
        title: 'Groundwork',
        icon: join(import.meta.dirname, '../../resources/icons/512x512.png'),
        backgroundColor: '#FCFBF8',
        webPreferences: {
          preload: join(build, 'preload', 'index.cjs'),
          nodeIntegration: false,
          nodeIntegrationInSubFrames: false,
          nodeIntegrationInWorker: false,
          contextIsolation: true,
          sandbox: true,
          webSecurity: true,
          allowRunningInsecureContent: false,
          experimentalFeatures: false,
          webviewTag: false,
          navigateOnDragDrop: false,
          safeDialogs: true,
          spellcheck: true,
          devTools: true,
        },
      },
    ])
    await electron.waitFor('window.show')
    expect(await electron.record('window.loadURL')).toEqual([
      { call: 'window.loadURL', args: ['app://groundwork/index.html'] },
    ])
  })

  it('makes the workspace with the bundled article under the documents', async () => {
    const electron = anElectron()
    await electron.ready()
    const workspace = await electron.call<Workspace>('workspace.get')
    expect({ name: workspace.name, path: workspace.path }).toEqual({ name: 'Library', path: electron.workspace })
    const sources = await electron.call<{ title: string }[]>('sources.list')
    expect(sources.map(({ title }) => title)).toEqual(['Why the U.S.-Russia Ukraine Talks Failed'])
  })

  it('opens the workspace that an option names, and that one again the next time', async () => {
    const first = anElectron({ args: ['--workspace', 'Desk/Sanctions.groundwork'] })
    await first.ready()
    const opened = join(first.folder, 'Desk', 'Sanctions.groundwork')
    expect(await first.call('workspace.get')).toMatchObject({ path: opened })
    await first.order({ do: 'app', event: 'will-quit', args: [] })
    await first.ended
    const second = anElectron({ folder: first.folder })
    await second.ready()
    expect(await second.call('workspace.get')).toMatchObject({ path: opened })
    expect(existsSync(second.workspace)).toBe(false)
  })

  it('says how it is used, and ends with 2, when the option has no file', async () => {
    const electron = anElectron({ args: ['--workspace'] })
    expect(await electron.ended).toBe(2)
    expect(electron.output()).toBe('The option --workspace needs a file: --workspace FILE\n')
  })

  it('says why it cannot start when its own folder cannot be made', async () => {
    const electron = anElectron({ environment: { GROUNDWORK_DATA: '/dev/null/data' } })
    expect(await electron.ended).toBe(1)
  })
})

describe('the end', () => {
  it('closes the workspace, so that no other file is left beside it', async () => {
    const electron = anElectron()
    await electron.ready()
    await electron.order({ do: 'window', event: 'close' })
    expect(await electron.ended).toBe(0)
    expect(existsSync(`${electron.workspace}-wal`)).toBe(false)
  })

  it.each([
    ['closed', { do: 'window', event: 'close' } as const],
    ['quit', { do: 'quit' } as const],
  ])('waits for a page that is still saving when it is %s', async (_how, order) => {
    const electron = anElectron()
    await electron.ready()
    await electron.answer('hold', true)
    await electron.order(order).catch(() => {})
    expect(await electron.ended).toBe(0)
  })

  it('does not come of a page that only reloads and holds on', async () => {
    const electron = anElectron()
    await electron.ready()
    const held = await electron.order({ do: 'contents', event: 'will-prevent-unload', details: {}, args: [] })
    expect(held).toBe(false)
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(await electron.call('workspace.get')).toMatchObject({ name: 'Library' })
  })

  it('is put off when the page cannot save and the user stays, and comes when the user leaves', async () => {
    const electron = anElectron()
    await electron.ready()
    for (const held of [true, true, true, true]) await electron.answer('hold', held)
    await electron.answer('showMessageBoxSync', 0)
    await electron.order({ do: 'quit' })
    await electron.waitFor('dialog.showMessageBoxSync')
    expect(await electron.call('workspace.get')).toMatchObject({ name: 'Library' })
    await electron.answer('showMessageBoxSync', 1)
    await electron.order({ do: 'quit' })
    expect(await electron.ended).toBe(0)
  })
})
