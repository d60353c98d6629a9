// The built web shell with Chromium windows that carry the probe.
import { execFileSync } from 'node:child_process'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startShell, type Shell } from '../e2e/a-window.ts'
import { installProbe } from './probe.ts'

/** A running shell to which windows can be opened again and again. */
export interface MeasuredShell {
  shell: Shell
  origin: string
  /** A window of its own browser profile, admitted already; nothing is cached in it. */
  window(): Promise<{ context: BrowserContext; page: Page }>
  /** Resident memory of the shell's process, in megabytes of 2²⁰ bytes. */
  memory(): number
  stop(): Promise<void>
}

const viewport = { width: 1440, height: 900 }

/** A new window is busy with itself for a while, before any page: Chromium loads its own address bar. In milliseconds. */
const settling = 800

/** A window of its own on no page yet, with the probe. */
export async function aProbedWindow(browser: Browser, state?: Awaited<ReturnType<BrowserContext['storageState']>>) {
  const context = await browser.newContext({ viewport, locale: 'en-GB', storageState: state })
  await context.addInitScript(installProbe)
  const page = await context.newPage()
  await page.waitForTimeout(settling)
  return { context, page }
}

/** Starts the shell on a place and uses up its link. */
export async function aMeasuredShell(browser: Browser, place: { workspace: string; data: string }): Promise<MeasuredShell> {
  const shell = await startShell(place)
  const first = await aProbedWindow(browser)
  await first.page.goto(shell.url)
  await first.page.getByRole('region', { name: 'Reader' }).waitFor()
  const state = await first.context.storageState()
  await first.context.close()
  return {
    shell,
    origin: new URL(shell.url).origin,
    window: () => aProbedWindow(browser, state),
    memory: () => residentMemory(shell.process.pid ?? 0),
    stop: shell.stop,
  }
}

function residentMemory(process_: number): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(process_)]).toString()) / 1024
}
