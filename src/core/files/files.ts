// Files on their way in (staged for import) and out (exports, originals), known by id and never by path to a page.
import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { StagedFile } from '../../shared/shell.ts'
import type { OpenedAs } from './opened-as.ts'

/** A file that can be served or saved. `mediaType` is what it is sent as; `openedAs` is there where it may be opened too. */
export interface ServedFile {
  path: string
  name: string
  mediaType: string
  openedAs?: OpenedAs
}

/** A staged file; `size` in bytes is that of the moment at which it was staged. */
export interface StagedAt {
  path: string
  name: string
  size: number
}

/** Keeps the table of staged and finished files; `folder` is private to this process and made when needed. */
export function createFiles(folder: string, newId: () => Id) {
  const staged = new Map<Id, StagedAt>()
  const served = new Map<Id, ServedFile>()
  return {
    /** Registers a file on disk for import; throws `file.gone` when it cannot be read. */
    stage(path: string, name = basename(path)): StagedFile {
      const found = statSync(path, { throwIfNoEntry: false })
      if (!found?.isFile()) throw new GroundworkError('file.gone', `“${name}” is not there or is not a file.`)
      const id = newId()
      staged.set(id, { path, name, size: found.size })
      return { id, name, size: found.size }
    },
    /** The staged file; throws `file.gone`. */
    staged(id: Id): StagedAt {
      const file = staged.get(id)
      if (!file) throw new GroundworkError('file.gone', 'The chosen file is no longer available; choose it again.')
      return file
    },
    /** The folder for files on their way out. */
    folder(): string {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return folder
    },
    /** Registers a finished file and answers its id. */
    serve(file: ServedFile): Id {
      const id = newId()
      served.set(id, file)
      return id
    },
    /** Writes bytes to a file of this process and registers it. */
    serveBytes(bytes: Uint8Array, name: string, mediaType: string, openedAs?: OpenedAs): Id {
      const id = newId()
      const path = join(this.folder(), id)
      writeFileSync(path, bytes, { mode: 0o600 })
      served.set(id, { path, name, mediaType, ...(openedAs ? { openedAs } : {}) })
      return id
    },
    /** A registered file; throws `file.gone`. */
    served(id: Id): ServedFile {
      const file = served.get(id)
      if (!file) throw new GroundworkError('file.gone', 'This file is no longer available; export it again.')
      return file
    },
  }
}

export type Files = ReturnType<typeof createFiles>
