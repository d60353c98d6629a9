// Native dialogs about workspaces: which to open, where to make one, what is wrong with one.
import { dirname, join } from 'node:path'
import { dialog, type BrowserWindow, type OpenDialogOptions } from 'electron'
import { defaultWorkspace } from '../core/host/locations.ts'
import { refuseExisting } from '../core/host/new-workspace.ts'
import { toWireError } from '../shared/errors.ts'

const ending = '.groundwork'
const filters = [{ name: 'Groundwork workspace', extensions: ['groundwork'] }]

/** Where workspaces lie unless the user says otherwise. */
const workspaceFolder = () => dirname(defaultWorkspace())

const withEnding = (name: string) => (name.toLowerCase().endsWith(ending) ? name : `${name}${ending}`)

/** Asks for a workspace to open; null when the dialog was cancelled. */
export async function chooseWorkspace(window: BrowserWindow): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Open workspace',
    defaultPath: workspaceFolder(),
    filters,
    properties: ['openFile'],
  }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
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
