// A file that is there whole or not at all, and never in place of another.
import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { GroundworkError } from '../../shared/errors.ts'
import { storageError } from '../database/sqlite-errors.ts'

const prefix = '.groundwork-making-'

/** What a killed program left is taken away after this long; what is younger may still be in the making. In milliseconds. */
const leftBehind = 60 * 60 * 1000

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags)
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Gives a file its name unless the name is taken; file systems without links get the check and a rename. */
function place(made: string, path: string): void {
  flush(made, 'r+')
  try {
    linkSync(made, path)
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) throw taken(path)
    renameSync(made, path)
  }
  // Windows has no such call and does it by itself.
  if (process.platform !== 'win32') flush(dirname(path), 'r')
}

const taken = (path: string) =>
  new GroundworkError('shell.refused', `There is already a file “${basename(path)}” in ${dirname(path)}. It was left as it is; choose another name.`)

function sweep(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!name.startsWith(prefix) || Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) < leftBehind) continue
    rmSync(path, { recursive: true, force: true })
  }
}

/** A file in the making: `making` is where it is written; `finish` gives it its name, `discard` takes all of it away. */
interface Making {
  making: string
  finish(): void
  discard(): void
}

/** Not the whole name: it may already be as long as a file system allows. */
const makingFolder = (path: string): string =>
  join(dirname(path), prefix + createHash('sha256').update(basename(path)).digest('hex').slice(0, 12))

/** Takes away what is left of a file whose making was stopped. */
export const takeAwayMaking = (path: string): void => rmSync(makingFolder(path), { recursive: true, force: true })

function begin(path: string): Making {
  if (existsSync(path)) throw taken(path)
  sweep(dirname(path))
  const folder = makingFolder(path)
  // Whoever left it was killed or stopped: no two make one file at once.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  const making = join(folder, 'made.groundwork')
  return { making, finish: () => place(making, path), discard: () => rmSync(folder, { recursive: true, force: true }) }
}

const explained = (thrown: unknown, path: string): unknown => storageError(thrown, basename(path)) ?? thrown

/**
 * Runs `make` with the path of a file to be made in a hidden folder beside `path`, then gives the file its name. Throws
 * what `make` throws, `shell.refused` when the name is taken, or the storage's error; nothing half-made stays behind.
 */
export function moveIntoPlace<T>(path: string, make: (making: string) => T): T {
  let file: Making | null = null
  try {
    file = begin(path)
    const answer = make(file.making)
    file.finish()
    return answer
  } catch (thrown) {
    throw explained(thrown, path)
  } finally {
    file?.discard()
  }
}

/** The same for a file that takes its time. */
export async function moveIntoPlaceLater<T>(path: string, make: (making: string) => Promise<T>): Promise<T> {
  let file: Making | null = null
  try {
    file = begin(path)
    const answer = await make(file.making)
    file.finish()
    return answer
  } catch (thrown) {
    throw explained(thrown, path)
  } finally {
    file?.discard()
  }
}
