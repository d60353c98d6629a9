// Builders for end-to-end tests: the built web shell as its own process, and a real Chromium window on it.
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const root = join(import.meta.dirname, '../..')

/** Where Chromium is: `CHROMIUM`, or the usual places of Linux distributions. */
export function chromiumPath(): string {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = places.find((place) => place && existsSync(place))
  if (!found) throw new Error('No Chromium was found; install it or set CHROMIUM to its path.')
  return found
}

/** Chromium without its own network traffic, in a sandboxless container as root. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A folder for one test's workspace and data; call `remove` at the end. */
export function aPlace(): { folder: string; workspace: string; data: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-e2e-'))
  return {
    folder,
    workspace: join(folder, 'Library.groundwork'),
    data: join(folder, 'data'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** A running web shell; `url` carries its one-use token. */
export interface Shell {
  url: string
  process: ChildProcess
  /** Ends it as Ctrl-C does and waits for the end. */
  stop(): Promise<void>
  /** Ends it with SIGKILL, as a crash does. */
  kill(): Promise<void>
}

/**
 * Starts the built web shell on a place of its own. `machine` names a file of this folder's `machines` that makes another
 * machine of this one in all its threads; `settings` are what that one reads from the environment.
 */
export async function startShell(place: { workspace: string; data: string }, machine?: string, settings: Record<string, string> = {}): Promise<Shell> {
  const child = spawn(
    process.execPath,
    [
      ...(machine ? ['--import', pathToFileURL(join(import.meta.dirname, 'machines', machine)).href] : []),
      join(root, 'out/main/web.js'),
      '--workspace',
      place.workspace,
      '--data',
      place.data,
      '--no-open',
    ],
    { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...settings } },
  )
  const url = await new Promise<string>((resolve, reject) => {
    let output = ''
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const found = /http:\/\/127\.0\.0\.1:\d+\/\S*token=[\w-]+/.exec(output)
      if (found) resolve(found[0])
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`the web shell ended with ${code}: ${output}`)))
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal)
    await ended
  }
  return { url, process: child, stop: end('SIGINT'), kill: end('SIGKILL') }
}

/** Playwright's own list, for Chromium hears only the last one, and two pages that each window would load for its address bar. */
const withoutFeatures = [
  'AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,LensOverlay',
  'MediaRouter,PaintHolding,ThirdPartyStoragePartitioning,AvoidCorsURLLoaderRestartOnRedirect,OptimizationHints',
  'NetworkTimeServiceQuerying,AimEnabled,PreconnectToSearch',
  'WebUIOmniboxPopup,WebUIOmniboxAimPopup',
]

/** Pictures pass between Chromium's processes through memory, and through files where there is little of that. */
const hasSharedMemory = (): boolean => {
  const place = '/dev/shm'
  if (!existsSync(place)) return false
  const { bavail, bsize } = statfsSync(place)
  return bavail * bsize >= 2 ** 30
}

let browser: Browser | null = null

/** The one Chromium of a process, in a run of tests that of all files; another one when it crashed. */
export async function theBrowser(): Promise<Browser> {
  if (browser?.isConnected()) return browser
  browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...chromiumArguments, `--disable-features=${withoutFeatures}`],
    ignoreDefaultArgs: hasSharedMemory() ? ['--disable-dev-shm-usage'] : [],
  })
  return browser
}

/** The windows that are open now. */
export const openPages = (): Page[] => (browser?.contexts() ?? []).flatMap((context) => context.pages())

/** Closes whatever windows a file of tests left open. Chromium stays for the next file and ends with the process. */
export async function closeWindows(): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

/** Ends Chromium, for a script that ends by itself only when nothing is open any more. */
export async function closeBrowser(): Promise<void> {
  await browser?.close()
  browser = null
}

/** What a window is opened with. */
export interface WindowOptions {
  width?: number
  height?: number
  colorScheme?: 'light' | 'dark'
  /** What is waited for; the Reader unless said. */
  until?: (page: Page) => Promise<unknown>
}

/** A window on a running shell. `problems` collects what the page and its policy complained of. */
export interface Window {
  page: Page
  context: BrowserContext
  problems: string[]
  close(): Promise<void>
}

/** Opens a fresh window (1440 × 900, light) and waits until the Reader or an empty state shows. */
export async function openWindow(url: string, options: WindowOptions = {}): Promise<Window> {
  const context = await (await theBrowser()).newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.colorScheme ?? 'light',
    locale: 'en-GB',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    const address = new URL(request.url())
    if (address.protocol.startsWith('http') && address.hostname !== '127.0.0.1') problems.push(`requested ${request.url()}`)
  })
  await page.goto(url)
  await (options.until?.(page) ?? page.getByRole('region', { name: 'Reader' }).waitFor())
  return { page, context, problems, close: () => context.close() }
}

/** Runs a call of the contract as the page itself would. */
export async function call<T>(page: Page, name: string, args: unknown = {}): Promise<T> {
  const answer = await page.evaluate(
    async ([name_, args_]) => {
      const response = await fetch(`/api/${name_ as string}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(args_),
      })
      return response.json()
    },
    [name, args] as const,
  )
  if ('error' in answer) throw new Error(`${name}: ${answer.error.code} ${answer.error.message}`)
  return answer.value as T
}
