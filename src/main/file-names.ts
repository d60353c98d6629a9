// Names from a page or a person as names of files on every platform.
import { fileNameFor } from '../core/exports/file-name.ts'

/** A name without a path and without what some file system refuses or what hides the ending; the ending is kept. */
export function safeFileName(name: string): string {
  const [, stem, ending] = /^(.*)\.(\w{1,20})$/s.exec(name) ?? []
  if (stem !== undefined && ending !== undefined) return fileNameFor(stem, ending, 'Untitled')
  // A name without an ending goes through the same rule under a borrowed one.
  return fileNameFor(name, 'x', 'Untitled').slice(0, -'.x'.length)
}
