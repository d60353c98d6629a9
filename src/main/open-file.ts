// Opens an original in another program: a copy under an ending that its kind has, so that nothing is ever run.
import { chmod, constants, copyFile, mkdtemp } from 'node:fs/promises'
import { join } from 'node:path'
import { shell } from 'electron'
import type { CoreHost } from '../core/host/core-host.ts'
import { fileNameFor } from '../core/exports/file-name.ts'
import { GroundworkError } from '../shared/errors.ts'

const refuse = (message: string) => new GroundworkError('shell.refused', message)

/**
 * Opens a copy of a served file, which only reads and goes when the workspace is closed. Rejects with `file.gone`, and
 * with `shell.refused` for a file of no kind that may be opened or when no program takes it.
 */
export async function openServedFile(host: CoreHost, file: string): Promise<void> {
  const served = await host.served(file)
  if (!served.openedAs) throw refuse('Only originals of the formats that Groundwork reads are opened. Save the file instead.')
  const { ending } = served.openedAs
  const folder = await mkdtemp(join(host.uploadFolder, 'opened-'))
  // The ending of the name is part of the stem then: "page.html" is opened as "page.html.txt".
  const stem = served.name.toLowerCase().endsWith(ending) ? served.name.slice(0, -ending.length) : served.name
  const copy = join(folder, fileNameFor(stem, ending.slice(1), 'Original'))
  await copyFile(served.path, copy, constants.COPYFILE_EXCL).catch(() => {
    throw new GroundworkError('file.gone', 'This file is no longer available; open it again.')
  })
  // What is written into the copy would be lost: programs say so when it only reads.
  await chmod(copy, 0o400)
  const failure = await shell.openPath(copy)
  if (failure !== '') throw refuse(`No program opened the original: ${failure.slice(0, 200)}. Save it and open it from there.`)
}
