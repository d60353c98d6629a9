// The analyst's own code tree.
import type { Api } from '../../shared/api.ts'
import { codeColours, type Code } from '../../shared/codes.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { codesStore, type CodeRow } from './codes-store.ts'

function codeGone(): never {
  throw new GroundworkError('code.gone', 'This code no longer exists. Undo brings back one that was deleted.')
}

/** Parents before children, each with its path from the root. */
function asTree(rows: CodeRow[]): Code[] {
  const children = groupBy(rows, (row) => row.parent)
  const below = (parent: Id | null, path: string): Code[] =>
    (children.get(parent) ?? []).flatMap((row) => {
      const own = path === '' ? row.name : `${path} / ${row.name}`
      return [{ ...row, path: own }, ...below(row.id, own)]
    })
  return below(null, '')
}

/** The feature's calls. */
export function createCodes(context: CoreContext): Api['codes'] {
  const store = codesStore(context.db)
  const requireCode = (id: Id): CodeRow => store.one(id) ?? codeGone()
  const inTree = (id: Id): Code => asTree(store.list()).find((code) => code.id === id) ?? codeGone()

  return {
    list: () => asTree(store.list()),
    create: ({ name, parent = null, colour }) => {
      if (parent) requireCode(parent)
      const known = store.list()
      if (known.some((code) => code.parent === parent && code.name === name)) {
        throw new GroundworkError('code.invalid', `There is a code named “${name}” in this place already.`)
      }
      const id = context.newId()
      const nextColour = codeColours[known.length % codeColours.length] ?? 'teal'
      context.command('New code', () =>
        store.insert({ id, parent, name, colour: colour ?? nextColour, position: store.nextPosition(parent) }),
      )
      return inTree(id)
    },
    update: ({ code, name, colour, description }) => {
      const row = requireCode(code)
      context.command('Edit code', () =>
        store.update({
          id: code,
          name: name ?? row.name,
          colour: colour ?? row.colour,
          description: description ?? row.description,
        }),
      )
      return inTree(code)
    },
    remove: ({ code }) => {
      const row = requireCode(code)
      context.command('Delete code', () => store.remove(row))
      return null
    },
  }
}
