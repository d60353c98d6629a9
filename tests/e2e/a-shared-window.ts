// What most files of end-to-end tests begin and end with: one shell and one window for all their tests.
import { afterAll, beforeAll } from 'vitest'
import type { Page } from 'playwright-core'
import { aPlace, closeWindows, openWindow, startShell, type Shell, type Window } from './a-window.ts'

/** How long a step may wait for what it acts on, in milliseconds: a loaded machine may take long. */
const patience = 15_000

/** A shell on a place of its own, and a window on it. */
export interface SharedWindow {
  place: ReturnType<typeof aPlace>
  shell: Shell
  window: Window
  page: Page
}

/**
 * Starts a shell and opens a window before the tests of a file, and ends both after them. `prepare` brings the window to
 * where the tests begin. Call it at the top of the file.
 */
export function aSharedWindow(prepare: (opened: SharedWindow) => Promise<unknown> | void): void {
  const place = aPlace()
  let opened: SharedWindow | null = null
  beforeAll(async () => {
    const shell = await startShell(place)
    const window = await openWindow(shell.url)
    window.page.setDefaultTimeout(patience)
    opened = { place, shell, window, page: window.page }
    await prepare(opened)
  })
  afterAll(async () => {
    await closeWindows()
    await opened?.shell.stop()
    place.remove()
  })
}
