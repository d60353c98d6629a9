// Builders for tests of the core host: real worker threads on real files, and another process that holds a workspace.
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AnyEvent, Api } from '../../../src/shared/api.ts'
import { remote, type Remote } from '../../../src/shared/remote.ts'
import { openCore, type CoreHost, type CoreHostOptions } from '../../../src/core/host/core-host.ts'
import { resources } from '../a-core.ts'

/** A place for a workspace and the program's own folder; gone after the test. */
export interface Place {
  folder: string
  workspace: string
  data: string
}

/**
 * A fresh place. Removed only after everything on it has ended: a test's clean-ups run last in first out.
 */
export function aPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'groundwork-host-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { folder, workspace: join(folder, 'W.groundwork'), data: join(folder, 'data') }
}

/** An open host with what it said; `api` is the contract as a client sees it. Closed after the test. */
export interface OpenHost extends CoreHost {
  api: Remote<Api>
  events: AnyEvent[]
  logged: string[]
}

/** Opens a host on a place; rejects as openCore does. */
export async function aHost(place: Place = aPlace(), options: Partial<CoreHostOptions> = {}): Promise<OpenHost> {
  const events: AnyEvent[] = []
  const logged: string[] = []
  const host = await openCore({
    workspace: place.workspace,
    resources,
    dataFolder: place.data,
    log: (line) => logged.push(line),
    ...options,
  })
  host.onEvent((event) => events.push(event))
  onTestFinished(() => host.close())
  return Object.assign(host, { api: remote((name, args) => host.call(name, args)), events, logged })
}

/** Why a host cannot be opened: the error that openCore rejects with. */
export async function refusalOf(place: Place, options: Partial<CoreHostOptions> = {}): Promise<unknown> {
  return aHost(place, options).then(
    () => 'it was opened',
    (thrown: unknown) => thrown,
  )
}

/** Another process that has the workspace open; `kill` ends it as a crash does, `stop` closes it. */
export interface Holder {
  process: ChildProcess
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts another process that opens the workspace, and waits until it is open. */
export async function anotherProcessOn(place: Place): Promise<Holder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'hold-workspace.ts'), place.workspace, place.data], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  onTestFinished(kill)
  await new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve())
    child.once('exit', () => reject(new Error('the other process could not open the workspace')))
  })
  const stop = async () => {
    child.stdin.end()
    await ended
  }
  return { process: child, kill, stop }
}
