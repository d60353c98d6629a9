// Holds the one window, or none: macOS keeps a program running without.
import type { BrowserWindow } from 'electron'
import type { AnyEvent } from '../shared/api.ts'
import { eventChannel } from './channels.ts'
import { leavePage } from './leaving-page.ts'
import { createMainWindow, showPage, type MainWindowParts } from './main-window.ts'

/** Keeps the window made from `parts`. */
export function createWindowKeeper(parts: MainWindowParts) {
  let window: BrowserWindow | null = null

  function open(): BrowserWindow {
    const opened = createMainWindow(parts)
    opened.on('closed', () => {
      window = null
    })
    window = opened
    return opened
  }

  return {
    /** The window; opened when there is none. */
    shown: (): BrowserWindow => window ?? open(),
    /** Sends an event to the app's page and to nobody else. */
    tell(event: AnyEvent): void {
      if (window && !window.isDestroyed()) window.webContents.send(eventChannel, event)
    },
    /** Brings the window forward. */
    focus(): void {
      const shown = window ?? open()
      if (shown.isMinimized()) shown.restore()
      shown.show()
      shown.focus()
    },
    /** Takes the page away after it has saved; false when the user wants to stay. */
    leave: async (): Promise<boolean> => window === null || leavePage(window),
    /** Loads the page anew, where there is a window. */
    reload(): void {
      if (window) showPage(window, parts.log)
    },
  }
}

export type WindowKeeper = ReturnType<typeof createWindowKeeper>
