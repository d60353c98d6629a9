// The one place that says what a page may do.
import type { WebPreferences } from 'electron'

/** The preferences of every page: no Node, no shared world, a sandbox. `preload` is an absolute path. */
export function windowPreferences(preload: string, development: boolean): WebPreferences {
  return {
    preload,
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
    // A page must not be able to hold the program with one dialog after another.
    safeDialogs: true,
    spellcheck: true,
    devTools: development,
  }
}
