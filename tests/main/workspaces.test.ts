// Opening, making and switching workspaces; other instances and the system handing files over.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { handedOver, readOpenRequest } from '../../src/main/open-requests.ts'
import type { OpeningProblem } from '../../src/shared/shell.ts'
import { ensureBuilt } from '../built-program.ts'
import { aFolder, anElectron } from './an-electron.ts'

beforeAll(ensureBuilt)

type Electron = ReturnType<typeof anElectron>

async function aRunning(start: Parameters<typeof anElectron>[0] = {}): Promise<Electron> {
  const electron = anElectron(start)
  await electron.ready()
  return electron
}

const openPath = async (electron: Electron) => (await electron.call<{ path: string }>('workspace.get')).path

/** Waits until a workspace has taken the open one's place. */
const becomesOpen = (electron: Electron, path: string) =>
  expect.poll(() => openPath(electron), { timeout: 15_000 }).toBe(path)

const pages = async (electron: Electron) => (await electron.record('window.loadURL')).map(({ args }) => args[0])

describe('another workspace', () => {
  it('is made beside the first from a name, takes its place, and lets the page save in between', async () => {
    const electron = await aRunning()
    await electron.call('shell.newWorkspace', { name: 'Sanctions: 2026/27' })
    const made = join(dirname(electron.workspace), 'Sanctions 2026 27.groundwork')
    expect(await openPath(electron)).toBe(made)
    expect(await pages(electron)).toEqual([
      'app://groundwork/index.html',
      'app://groundwork/blank.html',
      'app://groundwork/index.html',
    ])
    expect(await electron.call('shell.recentWorkspaces')).toEqual([
      { path: made, name: 'Sanctions 2026 27' },
      { path: electron.workspace, name: 'Library' },
    ])
    expect(existsSync(`${electron.workspace}-wal`)).toBe(false)
  })

  it('is never made over a file that is there', async () => {
    const electron = await aRunning()
    expect(await electron.failure('shell.newWorkspace', { name: 'Library' })).toEqual({
      code: 'shell.refused',
      message: `There is already a workspace “Library” in ${dirname(electron.workspace)}. Choose another name.`,
    })
    expect(await openPath(electron)).toBe(electron.workspace)
  })

  it('opens by name only when it was opened before', async () => {
    const electron = await aRunning()
    const other = join(electron.folder, 'Other.groundwork')
    writeFileSync(other, '')
    expect(await electron.failure('shell.openWorkspace', { path: other })).toMatchObject({ code: 'shell.refused' })
    await electron.call('shell.newWorkspace', { name: 'Second' })
    await electron.call('shell.openWorkspace', { path: electron.workspace })
    expect(await openPath(electron)).toBe(electron.workspace)
  })

  it('is asked for by a native dialog, from the page and from the menu', async () => {
    const electron = await aRunning()
    await electron.answer('showOpenDialog', { canceled: true })
    expect(await electron.call('shell.openWorkspace', { path: null })).toBeNull()
    expect(await pages(electron)).toEqual(['app://groundwork/index.html'])
    const other = join(electron.folder, 'Other.groundwork')
    await electron.answer('showSaveDialog', { canceled: false, filePath: join(electron.folder, 'Other') })
    await electron.menu('File', 'New workspace…')
    await becomesOpen(electron, other)
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [electron.workspace] })
    await electron.menu('File', 'Open workspace…')
    await becomesOpen(electron, electron.workspace)
    await electron.menu('File', 'Open recent', 'Other')
    await becomesOpen(electron, other)
  })

  it('leaves the open one as it is when it cannot be opened, and says why', async () => {
    const electron = await aRunning()
    const broken = join(electron.folder, 'Broken.groundwork')
    writeFileSync(broken, 'This is no database, only a letter to whoever opens it.'.repeat(100))
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [broken] })
    const error = await electron.failure('shell.openWorkspace', { path: null })
    expect(error.code).toMatch(/^workspace\.(not-a-workspace|damaged)$/)
    expect(await openPath(electron)).toBe(electron.workspace)
    expect(await pages(electron)).toEqual(['app://groundwork/index.html'])
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [broken] })
    await electron.menu('File', 'Open workspace…')
    const [box] = await electron.waitFor('dialog.showMessageBox')
    const detail = expect.stringContaining(error.message)
    expect(box?.args[0]).toMatchObject({ modal: true, message: 'The workspace was not opened.', detail })
  })

  it('waits for a page that is still saving', async () => {
    const electron = await aRunning()
    await electron.answer('hold', true)
    await electron.call('shell.newWorkspace', { name: 'Second' })
    expect(await openPath(electron)).toBe(join(dirname(electron.workspace), 'Second.groundwork'))
    expect(await electron.record('dialog.showMessageBoxSync')).toEqual([])
  })

  it('does not replace the open one when its page cannot save and the user stays', async () => {
    const electron = await aRunning()
    for (const held of [true, true]) await electron.answer('hold', held)
    await electron.answer('showMessageBoxSync', 0)
    await electron.call('shell.newWorkspace', { name: 'Second' })
    expect(await openPath(electron)).toBe(electron.workspace)
  })
})

describe('a second instance', () => {
  it('hands its file over and goes', async () => {
    const electron = anElectron({ secondInstance: true, args: ['--workspace=Other.groundwork'] })
    expect(await electron.ended).toBe(0)
    expect(existsSync(join(electron.folder, 'Other.groundwork'))).toBe(false)
  })

  it('brings the first one forward, with its file', async () => {
    const electron = await aRunning()
    const bounds = { x: 0, y: 0, width: 1000, height: 800 }
    await electron.order({ do: 'place', bounds, maximised: false, minimised: true })
    const other = join(electron.folder, 'Other.groundwork')
    await electron.order({ do: 'app', event: 'second-instance', args: [[], '/', { workspace: other }] })
    await becomesOpen(electron, other)
    expect((await electron.record()).map(({ call }) => call)).toEqual(
      expect.arrayContaining(['window.restore', 'window.show', 'window.focus']),
    )
  })

  it.each([null, 'x', 7, {}, { workspace: 7 }, { workspace: '' }, []])('is not misled by %j', (data) => {
    expect(handedOver(data)).toBeNull()
  })
})

describe('a file from the system', () => {
  it('is opened by the first window when it comes while that is being made', async () => {
    const electron = anElectron()
    const other = join(electron.folder, 'Other.groundwork')
    await electron.order({ do: 'app', event: 'open-file', args: [other] }).then((prevented) => expect(prevented).toBe(true))
    await electron.ready()
    await becomesOpen(electron, other)
  })

  it('is opened in the window that is there', async () => {
    const electron = await aRunning()
    const other = join(electron.folder, 'Other.groundwork')
    await electron.order({ do: 'app', event: 'open-file', args: [other] })
    await becomesOpen(electron, other)
    expect(await electron.record('new BrowserWindow')).toHaveLength(1)
  })

  it.each<[string[], string | null]>([
    [[], null],
    [['.'], null],
    [['--workspace', 'a.groundwork'], '/home/desk/a.groundwork'],
    [['--workspace=/w/b.groundwork'], '/w/b.groundwork'],
    [['.', '--no-sandbox', 'c.groundwork'], '/home/desk/c.groundwork'],
    [['C.GROUNDWORK'], '/home/desk/C.GROUNDWORK'],
    [['file:///w/with%20space.groundwork'], '/w/with space.groundwork'],
    [['file://server/share/x.groundwork'], null],
    [['--workspace', 'a.groundwork', 'b.groundwork'], '/home/desk/a.groundwork'],
    [['--enable-x=y.groundwork'], null],
  ])('is read from the arguments %j', (argv, workspace) => {
    expect(readOpenRequest(argv, '/home/desk')).toEqual({ workspace, problem: null })
  })

  it.each([[['--workspace']], [['--workspace=']], [['--workspace', '--other']]])('needs a name after the option: %j', (argv) => {
    expect(readOpenRequest(argv, '/')).toMatchObject({ workspace: null, problem: expect.stringContaining('--workspace FILE') })
  })
})

describe('a first workspace that cannot be opened', () => {
  const problemOf = (electron: ReturnType<typeof anElectron>) => electron.call<OpeningProblem | null>('shell.opening')

  it('is explained in the window, and another one can be chosen there', async () => {
    const folder = aFolder()
    const broken = join(folder, 'Broken.groundwork')
    writeFileSync(broken, 'no database '.repeat(1000))
    const electron = anElectron({ folder, args: ['--workspace', broken] })
    await electron.ready()
    expect(await problemOf(electron)).toMatchObject({ name: 'Broken', path: broken, code: 'workspace.not-a-workspace', salvageable: false })
    expect(electron.output()).toContain('groundwork: “Broken.groundwork” is not a Groundwork workspace.')
    const other = join(folder, 'Other.groundwork')
    await electron.answer('showOpenDialog', { canceled: false, filePaths: [other] })
    await electron.call('shell.openWorkspace', { path: null })
    expect([await openPath(electron), await problemOf(electron)]).toEqual([other, null])
    expect(readFileSync(broken, 'utf8')).toBe('no database '.repeat(1000))
  })

  it('is refused while another instance holds it, and opens once that has let go', async () => {
    const first = await aRunning()
    const environment = { GROUNDWORK_DATA: join(first.folder, 'other-data') }
    const second = anElectron({ folder: first.folder, args: ['--workspace', first.workspace], environment })
    await second.ready()
    expect(await problemOf(second)).toMatchObject({ code: 'workspace.locked', path: first.workspace })
    expect(await second.failure('shell.openWorkspace', { path: first.workspace })).toMatchObject({ code: 'workspace.locked' })
    await first.order({ do: 'window', event: 'close' })
    await first.ended
    await second.call('shell.openWorkspace', { path: first.workspace })
    expect(await openPath(second)).toBe(first.workspace)
  })

  it('gets a sentence where its folder is a file', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, 'file'), '')
    const electron = anElectron({ folder, args: ['--workspace', join(folder, 'file', 'x.groundwork')] })
    await electron.ready()
    expect((await problemOf(electron))?.message).toContain(join(folder, 'file'))
  })
})
