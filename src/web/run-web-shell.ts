// Puts the web shell together: workspace, server, link, and a clean end.
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import { createDispatch } from '../core/dispatch.ts'
import { applicationFolder, applicationVersion, dataFolder, defaultWorkspace } from '../core/host/locations.ts'
import { openLog } from '../core/host/log-file.ts'
import { recentWorkspaces } from '../core/host/recent-workspaces.ts'
import { createRescue } from '../core/host/rescue.ts'
import { createUploads } from '../core/host/uploads.ts'
import { createEventStream } from './event-stream.ts'
import { hasDisplay, openBrowser } from './open-browser.ts'
import { openWorkspaces, type OpenWorkspaces } from './open-workspaces.ts'
import type { WebOptions } from './options.ts'
import { servePageFrom, type ServePage } from './page-files.ts'
import { startWebServer, type WebServer } from './server.ts'
import { pagesLeave, unlessSwitching } from './switching.ts'
import { createWebShell } from './web-shell.ts'

/** A running web shell. */
export interface WebShell {
  server: WebServer
  workspaces: OpenWorkspaces
  /** Ends connections, finishes what is under way and closes the workspace. */
  close(): Promise<void>
}

/** What development puts in place of the built page and of a session that ends with the process. */
export interface WebShellParts {
  page?: ServePage
  session?: string
}

/** Starts the web shell; rejects with GroundworkErrors, and nothing runs then. */
export async function startWebShell(options: WebOptions, parts: WebShellParts = {}): Promise<WebShell> {
  const data = options.data ?? dataFolder()
  const log = openLog(data)
  const events = createEventStream()
  const uploads = createUploads()
  let workspaces: OpenWorkspaces | null = null
  const opened = () => {
    if (!workspaces) throw new Error('no request is admitted before a workspace is open')
    return workspaces
  }
  const shell = createDispatch({
    shell: createWebShell({
      dataFolder: data,
      version: applicationVersion(),
      platform: process.platform,
      switchTo: (path) => opened().switchTo(path),
      problem: () => opened().problem(),
      rescue: createRescue({ dataFolder: data, path: () => opened().path(), emit: events.send, log }),
    }),
  })
  const call = async (name: string, args: unknown): Promise<unknown> =>
    name.startsWith('shell.') ? shell(name, args) : uploads.answer(opened().host(), name, args)
  const server = await startWebServer({
    port: options.port,
    host: () => opened().host(),
    call,
    events,
    uploads,
    page: unlessSwitching(parts.page ?? servePageFrom(join(applicationFolder(), 'out', 'renderer')), () => opened().switching()),
    session: parts.session ?? null,
    log,
  })
  const stopServing = () => {
    events.close()
    return server.close()
  }
  try {
    // The port is taken first: when it is in use, no workspace is made in vain.
    workspaces = await openWorkspaces(options.workspace ?? recentWorkspaces(data)[0]?.path ?? defaultWorkspace(), {
      resources: join(applicationFolder(), 'resources'),
      dataFolder: data,
      onEvent: events.send,
      leave: () => pagesLeave(events),
      log,
    })
  } catch (thrown) {
    await stopServing()
    throw thrown
  }
  return {
    server,
    workspaces,
    async close() {
      await stopServing()
      await opened().close()
    },
  }
}

/**
 * Says why no workspace is open, if so, and prints the link, and a fresh one each time Enter is pressed; opens the browser
 * where it is wanted and can be.
 */
export function announce(shell: WebShell, options: WebOptions): void {
  const problem = shell.workspaces.problem()
  if (problem) console.error(`groundwork: ${problem.message}`)
  const link = shell.server.newLink()
  const print = (address: string) =>
    console.log(`Groundwork is at ${address} (this link works once; press Enter for a fresh one, Ctrl-C to end)`)
  print(link)
  if (options.openBrowser && hasDisplay()) openBrowser(link)
  if (process.stdin.isTTY || process.stdin.readable) {
    createInterface({ input: process.stdin }).on('line', () => print(shell.server.newLink()))
    process.stdin.on('error', () => {})
  }
}
