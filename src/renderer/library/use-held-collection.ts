// The collection that the Library shows, and taking sources out of it.
import type { Collection } from '../../shared/collections.ts'
import type { Id } from '../../shared/identifiers.ts'
import { api } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { actAtLength } from '../frame/long-change.ts'
import { counted } from '../interface/counted.ts'
import { say } from '../notices/notices.ts'
import { queryClient, useCall } from '../queries.ts'

const collections = (): Collection[] => queryClient.getQueryData<Collection[]>(['collections', 'list', {}]) ?? []

/** The collection to which the list is narrowed, if it is. */
export function useHeldCollection(): Collection | undefined {
  const id = useDesk((desk) => desk.sources.filter.collection)
  return useCall('collections', 'list', {}).data?.find((each) => each.id === id)
}

/** The same, for commands. */
export const heldCollection = (): Collection | undefined => collections().find(({ id }) => id === useDesk.getState().sources.filter.collection)

const undo = { title: 'Undo', run: () => void actAtLength('Undoing', (job) => api.history.undo({ job })) }

/** Puts sources into a collection, and says so. */
export async function putInto(collection: Pick<Collection, 'id' | 'name'>, sources: readonly Id[]): Promise<void> {
  if (sources.length === 0) return
  const done = await actAtLength('Adding to a collection', (job) => api.collections.add({ collection: collection.id, sources: [...sources], job }).then(() => true))
  if (done) say(`Added ${counted(sources.length, 'source')} to “${collection.name}”`, undo)
}

/** Takes sources out of a collection; they stay in the workspace. */
export function takeOut(collection: Pick<Collection, 'id' | 'name'>, sources: readonly Id[]): void {
  if (sources.length === 0) return
  void actAtLength('Taking out of a collection', async (job) => {
    await api.collections.take({ collection: collection.id, sources: [...sources], job })
    say(`Took ${counted(sources.length, 'source')} out of “${collection.name}”`, undo)
  })
}
