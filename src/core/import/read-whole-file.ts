// A file as bytes of its own, which can be handed from one thread to another without copying.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { GroundworkError } from '../../shared/errors.ts'

/** A file above this many bytes is refused before it is read into memory. */
export const largestFile = 100 * 1024 * 1024

/** Throws `source.too-large` for a file called `name` of so many bytes. */
export function refuseTooLarge(name: string, size: number): void {
  if (size > largestFile) {
    throw new GroundworkError(
      'source.too-large',
      `“${name}” is larger than ${largestFile / 1024 / 1024} MB and was not imported. Split it and import the parts.`,
    )
  }
}

/** The bytes of the file at a path; throws `source.too-large`, and `file.gone` for one that cannot be read. */
export function readWholeFile(path: string, name: string): Uint8Array {
  const file = opened(path, name)
  try {
    const { size } = fstatSync(file)
    refuseTooLarge(name, size)
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const got = readSync(file, bytes, filled, size - filled, null)
      if (got === 0) return bytes.slice(0, filled)
      filled += got
    }
    return bytes
  } finally {
    closeSync(file)
  }
}

function opened(path: string, name: string): number {
  try {
    return openSync(path, 'r')
  } catch {
    throw new GroundworkError('file.gone', `“${name}” could not be read and was not imported. It may have been moved, or may not be readable for you.`)
  }
}
