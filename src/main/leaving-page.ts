// Leaving a page that still holds on: it gets a moment to finish saving, then the user decides.
import { setTimeout as wait } from 'node:timers/promises'
import { app, dialog, type BrowserWindow } from 'electron'
import { blankPage } from './app-address.ts'

/** How long a page that holds on may take to save before leaving is tried again. In milliseconds. */
const moment = 700

/** A second hold within this time is one the moment did not solve. In milliseconds. */
const patience = 4000

/** Tries the close or quit again that a page held up, and asks the user when it holds on. */
export function followHolds(window: BrowserWindow): void {
  let heldAt = Number.NEGATIVE_INFINITY
  let closing = false
  let quitting = false
  const onQuit = () => {
    quitting = true
  }
  app.on('before-quit', onQuit)
  // Comes before the page is asked; a page that only reloads is asked without it.
  window.on('close', () => {
    closing = true
  })
  window.on('closed', () => app.off('before-quit', onQuit))
  window.webContents.on('will-prevent-unload', (event) => {
    const again = performance.now() - heldAt < patience
    heldAt = again ? Number.NEGATIVE_INFINITY : performance.now()
    if (again && leaveUnsaved(window)) return event.preventDefault()
    // Electron has given up by now: the close or the quit must be asked for anew.
    const retry = quitting ? () => app.quit() : closing ? () => window.close() : null
    quitting = closing = false
    if (again || retry === null) return
    setTimeout(() => {
      if (!window.isDestroyed()) retry()
    }, moment)
  })
}

/** Takes the page away, which lets it save first; false when the user chose to stay. */
export async function leavePage(window: BrowserWindow): Promise<boolean> {
  const gone = () =>
    window.loadURL(blankPage).then(
      () => true,
      () => false,
    )
  return (await gone()) || wait(moment).then(gone)
}

function leaveUnsaved(window: BrowserWindow): boolean {
  const answer = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'The last changes are not saved yet.',
    detail: 'Stay to see why, or leave without them. Everything saved before is kept.',
    buttons: ['Stay', 'Leave without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return answer === 1
}
