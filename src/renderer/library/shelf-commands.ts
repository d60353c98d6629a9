// What can be done with collections: make one, name it, move it, remove it.
import { create } from 'zustand'
import type { Collection } from '../../shared/collections.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { act } from '../notices/notices.ts'
import { queryClient } from '../queries.ts'
import { narrowLibrary, showTrash } from './library-state.ts'
import { stepInOrder, type SteppedTree } from './step-in-order.ts'
import type { CodePlace, Step } from './tree-moves.ts'
import { deleteWithUndo } from './delete-with-undo.ts'

/** The rows of the shelf tree that are no collections. */
export const everySource = 'every-source'
export const theTrash = 'the-trash'

interface Shelves {
  closed: ReadonlySet<Id>
  active: string | null
  renaming: Id | null
  dragged: Id | null
  over: { shelf: string; zone: 'before' | 'into' | 'after' } | null
}

export const useShelves = create<Shelves>(() => ({ closed: new Set(), active: null, renaming: null, dragged: null, over: null }))

/** Opens or closes a collection in the tree. */
export const setShelfOpen = (collection: Id, open: boolean): void =>
  useShelves.setState(({ closed }) => {
    const next = new Set(closed)
    if (open) next.delete(collection)
    else next.add(collection)
    return { closed: next }
  })

export const setActiveShelf = (active: string | null): void => useShelves.setState({ active })

const known = (): Collection[] => queryClient.getQueryData<Collection[]>(['collections', 'list', {}]) ?? []

const inHand = (): Collection | undefined =>
  useDesk.getState().library === 'sources' && document.activeElement?.closest('.shelves') ? known().find(({ id }) => id === useShelves.getState().active) : undefined

/** Shows what is on a shelf. */
export function showShelf(shelf: string): void {
  showTrash(shelf === theTrash)
  narrowLibrary({ collection: shelf === theTrash || shelf === everySource ? undefined : shelf })
}

/** Makes a collection of a name that is still free and begins to name it. */
export async function addCollection(parent: Id | null): Promise<void> {
  const all = await act(() => api.collections.list({}))
  if (!all) return
  const taken = new Set(all.filter((each) => each.parent === parent).map(({ name }) => name))
  let name = 'New collection'
  for (let number = 2; taken.has(name); number += 1) name = `New collection ${number}`
  const made = await act(() => api.collections.create({ name, parent }))
  if (!made) return
  useDesk.getState().showLibrary('sources')
  useDesk.getState().show('library')
  if (parent) setShelfOpen(parent, true)
  useShelves.setState({ renaming: made.id })
}

/** Puts a collection somewhere else in the tree. */
export async function moveCollection(collection: Id, place: CodePlace): Promise<void> {
  const moved = await act(() => api.collections.move({ collection, ...place }))
  if (moved && place.parent) setShelfOpen(place.parent, true)
}

/** Removes collections with those below; the sources stay. */
export async function removeCollections(collections: readonly Collection[]): Promise<void> {
  const shown = useDesk.getState().sources.filter.collection
  await deleteWithUndo(collections, 'collections', ({ name }) => name, ({ id }) => api.collections.remove({ collection: id }))
  const left = await act(() => api.collections.list({}))
  if (shown && left && !left.some(({ id }) => id === shown)) narrowLibrary({ collection: undefined })
}

const tree: SteppedTree = {
  read: () => api.collections.list({}),
  move: moveCollection,
  nowhere: {
    up: 'It is the first one here already.',
    down: 'It is the last one here already.',
    out: 'It stands at the top already.',
    in: 'There is no collection above it to put it under.',
  },
}

const moving = (direction: Step, title: string, key: string): Command => ({
  name: `collections.move-${direction}`,
  title,
  group: 'Find',
  keys: [`Alt+${key}`],
  place: 'library',
  enabled: () => inHand() !== undefined,
  run: () => {
    const collection = inHand()
    if (collection) stepInOrder(tree, collection.id, direction)
  },
})

export const shelfCommands: Command[] = [
  { name: 'library.new-collection', title: 'New collection', group: 'Find', keys: [], place: 'anywhere', run: () => void addCollection(null) },
  { name: 'collections.new-below', title: 'New collection below this one', group: 'Find', keys: ['Alt+Enter'], place: 'library', enabled: () => inHand() !== undefined, run: () => void addCollection(inHand()?.id ?? null) },
  moving('up', 'Move the collection up', 'ArrowUp'),
  moving('down', 'Move the collection down', 'ArrowDown'),
  moving('out', 'Move the collection out of its parent', 'ArrowLeft'),
  moving('in', 'Move the collection under the one above', 'ArrowRight'),
]
