// Native dialogs about workspaces: which to open, where to make one, what is wrong with one.
import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type MessageBoxOptions, type OpenDialogOptions } from 'electron'
import { defaultWorkspace } from '../core/host/locations.ts'
import { refuseExisting, workspaceName } from '../core/host/new-workspace.ts'
import { toWireError } from '../shared/errors.ts'

const ending = '.groundwork'
const filters = [{ name: 'Groundwork workspace', extensions: ['groundwork'] }]

/** Where workspaces lie unless the user says otherwise. */
const workspaceFolder = () => dirname(defaultWorkspace())

const withEnding = (name: string) => (name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`)

/** Asks for a workspace to open; null when the dialog was cancelled. */
export async function chooseWorkspace(window: BrowserWindow | null): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Open workspace',
    defaultPath: workspaceFolder(),
    filters,
    properties: ['openFile'],
  }
  const { canceled, filePaths } = await (window ? dialog.showOpenDialog(window, options) : dialog.showOpenDialog(options))
  return canceled ? null : (filePaths[0] ?? null)
}

/** Asks for the place of a new workspace; null when cancelled, `shell.refused` when there is a file already. */
export async function chooseNewWorkspace(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'New workspace',
    defaultPath: join(workspaceFolder(), `Untitled${ending}`),
    buttonLabel: 'Make workspace',
    filters,
    properties: ['createDirectory'],
  })
  return canceled || filePath === '' ? null : refuseExisting(withEnding(filePath))
}

/** Says why a workspace could not be opened, over the window that stays as it was. */
export async function explainFailure(window: BrowserWindow, thrown: unknown): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    message: 'The workspace was not opened.',
    detail: `${toWireError(thrown).message}\n\nThe workspace you were in stays open.`,
    buttons: ['OK'],
  })
}

/** Says why the workspace of a start could not be opened and asks for another: its path, or null to quit. */
export async function askForAnother(path: string, thrown: unknown): Promise<string | null> {
  const options: MessageBoxOptions = {
    type: 'error',
    message: `“${workspaceName(path)}” could not be opened.`,
    detail: `${toWireError(thrown).message}\n\n${path}`,
    buttons: ['Choose another workspace…', 'Try again', 'Quit'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  }
  for (;;) {
    const { response } = await dialog.showMessageBox(options)
    if (response === 1) return path
    if (response !== 0) return null
    const chosen = await chooseWorkspace(null)
    if (chosen !== null) return chosen
  }
}
