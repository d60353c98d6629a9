// The native save dialog for a finished file.
import { readFile } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'
import { app, dialog, type BrowserWindow, type FileFilter } from 'electron'
import { writeAtomically } from '../core/exports/write-atomically.ts'
import type { CoreHost } from '../core/host/core-host.ts'
import { safeFileName } from '../core/host/file-names.ts'
import { GroundworkError } from '../shared/errors.ts'

const everything: FileFilter = { name: 'All files', extensions: ['*'] }

function filtersFor(name: string): FileFilter[] {
  const ending = extname(name).slice(1)
  return ending === '' ? [everything] : [{ name: ending.toUpperCase(), extensions: [ending] }, everything]
}

/** Where the dialog starts: the folder saved to last in this run, else the documents. */
let lastFolder: string | null = null

/**
 * Asks where to save a served file and writes it there whole; answers the path, or null when the dialog was
 * cancelled. Rejects with `file.gone` before anything is asked, `file.unwritable` or `workspace.disk-full`.
 */
export async function saveServedFile(
  window: BrowserWindow,
  host: CoreHost,
  file: string,
  name: string,
): Promise<string | null> {
  const served = await host.served(file)
  const bytes = await readFile(served.path).catch(() => {
    throw new GroundworkError('file.gone', 'This file is no longer available; export it again.')
  })
  const suggested = safeFileName(name)
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: join(lastFolder ?? app.getPath('documents'), suggested),
    filters: filtersFor(suggested),
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  })
  if (canceled || filePath === '') return null
  await writeAtomically(filePath, bytes)
  lastFolder = dirname(filePath)
  return filePath
}
