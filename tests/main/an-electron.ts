// Builders for tests of the Electron shell: the built bundles, a main process on the double, and its page.
import { fork } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Rectangle } from 'electron'
import { afterAll, beforeAll, expect, onTestFinished, vi } from 'vitest'
import type { AnyEvent } from '../../src/shared/api.ts'
import type { WireError } from '../../src/shared/errors.ts'
import { build, ensureBuilt } from '../built-program.ts'
import type { Recorded } from './double-record.ts'
import type { Order } from './run-main.ts'

/** Takes what is to be done at the end of a test, or of whatever else a thing is made for. */
type WhenDone = (end: () => Promise<void> | void) => void

/** A folder for one test, gone after it. */
export function aFolder(whenDone: WhenDone = onTestFinished): string {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-electron-'))
  whenDone(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** How the machine and the start are. Folders default to fresh ones; `args` follow the program on its command line. */
export interface Start {
  folder?: string
  args?: string[]
  screens?: Rectangle[]
  secondInstance?: boolean
  environment?: Record<string, string>
}

type Answer = { value: unknown } | { error: WireError }

const appFrame = { origin: 'app://groundwork', top: true }

/** Starts the built main process in `folder`, which holds its data, documents and workspace. */
export function anElectron(start: Start = {}, whenDone: WhenDone = onTestFinished) {
  const folder = start.folder ?? aFolder(whenDone)
  const workspace = join(folder, 'documents', 'Groundwork', 'Library.groundwork')
  const settings = userDirectories(folder)
  const child = fork(join(import.meta.dirname, 'run-main.ts'), start.args ?? [], {
    serialization: 'advanced',
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: settings,
      GROUNDWORK_DATA: join(folder, 'data'),
      DOUBLE_ENTRY: join(build, 'main/index.js'),
      DOUBLE_SCREENS: start.screens && JSON.stringify(start.screens),
      DOUBLE_SECOND: start.secondInstance ? 'yes' : 'no',
      DOUBLE_DOCUMENTS: join(folder, 'documents'),
      ...start.environment,
    },
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)))
  whenDone(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const order = ordersTo(child, () => output)

  const record = async (call?: string): Promise<Recorded[]> => {
    const all = (await order({ do: 'record' })) as Recorded[]
    return call === undefined ? all : all.filter((one) => one.call === call)
  }
  const waitFor = (call: string, count = 1): Promise<Recorded[]> =>
    vi.waitFor(
      async () => {
        const found = await record(call)
        expect(found).toHaveLength(count)
        return found
      },
      { timeout: 15_000, interval: 20 },
    )
  const invoke = (channel: string, ...args: unknown[]) =>
    order({ do: 'invoke', channel, frame: appFrame, args }) as Promise<Answer>

  return {
    folder,
    workspace,
    ended,
    order,
    invoke,
    record,
    waitFor,
    output: () => output,
    /** Waits until the window is there. */
    ready: () => waitFor('new BrowserWindow'),
    /** Runs a call of the contract as the page does and expects it to succeed. */
    async call<T = unknown>(name: string, args: unknown = {}): Promise<T> {
      const answer = await invoke('groundwork:call', name, args)
      if ('error' in answer) throw new Error(`${name}: ${answer.error.code}: ${answer.error.message}`)
      return answer.value as T
    },
    /** Runs a call that is to fail; answers its error. */
    async failure(name: string, args: unknown = {}): Promise<WireError> {
      const answer = await invoke('groundwork:call', name, args)
      if (!('error' in answer)) throw new Error(`${name} succeeded`)
      return answer.error
    },
    /** The events that reached the page. */
    events: async (): Promise<AnyEvent[]> =>
      (await record('webContents.send')).map(({ args }) => args[1] as AnyEvent),
    fetch: (url: string, { method = 'GET', headers = {}, body = null }: Partial<Extract<Order, { do: 'fetch' }>> = {}) =>
      order({ do: 'fetch', url, method, headers, body }) as Promise<{
        status: number
        headers: Record<string, string>
        body: Uint8Array
      }>,
    answer: (dialog: string, value: unknown) => order({ do: 'answer', dialog, value }),
    menu: (...labels: string[]) => order({ do: 'menu', labels }),
    readData: (name: string): unknown => JSON.parse(readFileSync(join(folder, 'data', name), 'utf8')),
  }
}

/** One started main process for all tests of a file that leave it as it was. Call it at the top of the file. */
export function aSharedElectron(): () => ReturnType<typeof anElectron> {
  const ends: (() => Promise<void> | void)[] = []
  let electron: ReturnType<typeof anElectron>
  beforeAll(async () => {
    ensureBuilt()
    electron = anElectron({}, (end) => ends.unshift(end))
    await electron.ready()
  })
  afterAll(async () => {
    for (const end of ends) await end()
  })
  return () => electron
}

/** Says where the documents are, as Linux desktops do, so that a first start stays inside the test's folder. */
function userDirectories(folder: string): string {
  const settings = join(folder, 'home', '.config')
  mkdirSync(settings, { recursive: true })
  writeFileSync(join(settings, 'user-dirs.dirs'), `XDG_DOCUMENTS_DIR="${join(folder, 'documents')}"\n`)
  return settings
}

function ordersTo(child: ReturnType<typeof fork>, output: () => string) {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let last = 0
  child.on('message', (message: { id: number; value?: unknown; error?: string }) => {
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error === undefined) asked?.resolve(message.value)
    else asked?.reject(new Error(message.error))
  })
  child.on('exit', (code) => {
    for (const asked of waiting.values()) asked.reject(new Error(`the main process ended with ${code}\n${output()}`))
    waiting.clear()
  })
  return (order: Order): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1
      waiting.set(last, { resolve, reject })
      child.send({ id: last, order }, (error) => error && reject(error))
    })
}
