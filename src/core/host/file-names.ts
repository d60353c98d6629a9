// Names that come from a page or a person, for both shells.
import { fileNameFor } from '../exports/file-name.ts'

/**
 * What an uploaded file is called from now on: the last part of a path in either system's writing, without control
 * characters; at most 255 UTF-16 code units.
 */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  // Control characters are what is looked for: they would break headers and terminals.
  const clean = last.toWellFormed().replaceAll(/\p{Cc}/gu, '').trim().slice(0, 255).toWellFormed()
  return clean === '' || clean === '.' || clean === '..' ? 'untitled' : clean
}

/**
 * What a file going out is called on any disk: in one folder, without what some file system refuses or what hides the
 * ending; the ending is kept.
 */
export function safeFileName(name: string): string {
  const [, stem, ending] = /^(.*)\.(\w{1,20})$/s.exec(name) ?? []
  if (stem !== undefined && ending !== undefined) return fileNameFor(stem, ending, 'Untitled')
  // A name without an ending goes through the same rule under a borrowed one.
  return fileNameFor(name, 'x', 'Untitled').slice(0, -'.x'.length)
}
