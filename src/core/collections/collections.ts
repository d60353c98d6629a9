// Collections: nested shelves, on which a source may lie many times over.
import type { Api } from '../../shared/api.ts'
import type { Collection } from '../../shared/collections.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { isWithin, placesAfter } from '../codes/code-tree.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { collectionsStore, type CollectionRow } from './collections-store.ts'

function collectionGone(): never {
  throw new GroundworkError('collection.gone', 'This collection no longer exists. Undo brings back one that was deleted.')
}

const invalid = (message: string): never => {
  throw new GroundworkError('collection.invalid', message)
}

/** Parents before children, each with its path from the root. */
function asTree(rows: readonly CollectionRow[], totals: Map<Id, number>): Collection[] {
  const children = groupBy(rows, ({ parent }) => parent)
  const below = (parent: Id | null, path: string): Collection[] =>
    (children.get(parent) ?? []).flatMap((row) => {
      const own = path === '' ? row.name : `${path} / ${row.name}`
      return [{ ...row, path: own, total: totals.get(row.id) ?? 0 }, ...below(row.id, own)]
    })
  return below(null, '')
}

/** The feature's calls. */
export function createCollections(context: CoreContext): Api['collections'] {
  const store = collectionsStore(context.db)
  const requireCollection = (id: Id): CollectionRow => store.one(id) ?? collectionGone()
  const tree = (): Collection[] => asTree(store.list(), store.totals())
  const inTree = (id: Id): Collection => tree().find((each) => each.id === id) ?? collectionGone()

  function refuseTaken(parent: Id | null, name: string, except: Id | null): void {
    if (store.list().some((row) => row.parent === parent && row.name === name && row.id !== except)) {
      invalid(`There is a collection named “${name}” in this place already.`)
    }
  }

  return {
    list: () => tree(),
    create: ({ name, parent = null }) => {
      if (parent) requireCollection(parent)
      refuseTaken(parent, name, null)
      const id = context.newId()
      context.command('New collection', () => store.insert({ id, parent, name, position: store.nextPosition(parent) }))
      return inTree(id)
    },
    rename: ({ collection, name }) => {
      const row = requireCollection(collection)
      refuseTaken(row.parent, name, collection)
      if (name !== row.name) context.command('Rename collection', () => store.rename(collection, name))
      return inTree(collection)
    },
    move: ({ collection, parent, before = null }) => {
      const row = requireCollection(collection)
      if (parent) requireCollection(parent)
      const rows = store.list()
      if (isWithin(rows, parent, collection)) invalid(`“${row.name}” cannot stand under itself or a collection below it. It stays where it is.`)
      refuseTaken(parent, row.name, collection)
      const places = placesAfter(rows.filter((each) => each.parent === parent), row, parent, before)
      if (places.length > 0) {
        context.command('Move collection', () => {
          for (const place of places) store.place(place)
        })
      }
      return inTree(collection)
    },
    remove: ({ collection }) => {
      requireCollection(collection)
      context.command('Delete collection', () => store.remove(collection))
      return null
    },
    add: ({ collection, sources, job }) => {
      const { name } = requireCollection(collection)
      context.command(`Add to “${name}”`, () => {
        const at = context.now()
        context.jobs.throughout(job, 'Adding to a collection', sources, (source) => store.add(collection, source, at))
      })
      return null
    },
    take: ({ collection, sources, job }) => {
      const { name } = requireCollection(collection)
      context.command(`Take out of “${name}”`, () => {
        context.jobs.throughout(job, 'Taking out of a collection', sources, (source) => store.take(collection, source))
      })
      return null
    },
    of: ({ source }) => store.of(source),
  }
}
