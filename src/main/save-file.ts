// The native save dialog for a finished file.
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import type { CoreHost } from '../core/host/core-host.ts'
import { GroundworkError } from '../shared/errors.ts'
import { copyAtomically } from './atomic-file.ts'
import { safeFileName } from './file-names.ts'

const everything: FileFilter = { name: 'All files', extensions: ['*'] }

function filtersFor(name: string): FileFilter[] {
  const ending = extname(name).slice(1)
  return ending === '' ? [everything] : [{ name: ending.toUpperCase(), extensions: [ending] }, everything]
}

function unwritable(thrown: unknown, path: string): GroundworkError {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : ''
  const reason = code === 'ENOSPC' || code === 'EDQUOT' ? 'the disk is full' : `${dirname(path)} cannot be written`
  return new GroundworkError(
    'file.unwritable',
    `“${basename(path)}” could not be saved: ${reason}. What was there is unchanged; choose another folder.`,
  )
}

/** Where the dialogs for files start: the folder used last in this run, else the documents. */
let lastFolder: string | null = null

/**
 * Asks where to save a served file and writes it there whole; answers the path, or null when the dialog was
 * cancelled. Rejects with `file.gone` before anything is asked and with `file.unwritable`.
 */
export async function saveServedFile(window: BrowserWindow, host: CoreHost, file: string, name: string): Promise<string | null> {
  const served = await host.served(file)
  if (!existsSync(served.path)) throw new GroundworkError('file.gone', 'This file is no longer available; export it again.')
  const suggested = safeFileName(name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(lastFolder ?? app.getPath('documents'), suggested),
    filters: filtersFor(suggested),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  try {
    await copyAtomically(served.path, filePath)
  } catch (thrown) {
    throw unwritable(thrown, filePath)
  }
  lastFolder = dirname(filePath)
  return filePath
}
