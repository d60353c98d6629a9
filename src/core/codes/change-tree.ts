// Changing the code tree: moving a code, and merging one into another with all that is below.
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { isWithin, placesAfter } from './code-tree.ts'
import type { CodeRow, CodesStore } from './codes-store.ts'

const invalid = (message: string): never => {
  throw new GroundworkError('code.invalid', message)
}

/** Refuses a name that another code of the same parent has. */
export function refuseTaken(rows: readonly CodeRow[], parent: Id | null, name: string, except: Id | null): void {
  if (rows.some((row) => row.parent === parent && row.name === name && row.id !== except)) {
    invalid(`There is a code named “${name}” in this place already.`)
  }
}

/** The rows to write so that a code stands there; throws `code.invalid` where it cannot stand. */
export function planMove(rows: readonly CodeRow[], code: CodeRow, parent: Id | null, before: Id | null) {
  if (isWithin(rows, parent, code.id)) invalid(`“${code.name}” cannot stand under itself or a code below it. It stays where it is.`)
  refuseTaken(rows, parent, code.name, code.id)
  return placesAfter(rows.filter((row) => row.parent === parent), code, parent, before)
}

/** Merges inside a command that runs: notes, then children, those of one name into each other. */
export function mergeCodes(store: CodesStore, code: CodeRow, into: CodeRow): void {
  const rows = store.list()
  if (isWithin(rows, into.id, code.id)) {
    invalid(code.id === into.id ? 'A code cannot be merged into itself.' : `“${code.name}” cannot be merged into “${into.name}”, which stands below it.`)
  }
  store.moveAllNotes(code.id, into.id)
  const there = new Map(rows.filter((row) => row.parent === into.id && row.id !== code.id).map((row) => [row.name, row]))
  for (const child of rows.filter((row) => row.parent === code.id)) {
    const namesake = there.get(child.name)
    if (namesake) mergeCodes(store, child, namesake)
    else store.place({ id: child.id, parent: into.id, position: store.nextPosition(into.id) })
  }
  const description = joined(into.description, code.description)
  const shortcut = into.shortcut ?? code.shortcut
  if (description !== into.description || shortcut !== into.shortcut) store.update({ ...into, description, shortcut })
  store.remove(code)
}

const joined = (kept: string, added: string): string =>
  added.trim() === '' || kept.includes(added) ? kept : [kept, added].filter((part) => part.trim() !== '').join('\n\n')
