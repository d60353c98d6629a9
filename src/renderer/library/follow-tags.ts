// Tags change what the Library counts in its rows; the order of very many sources only where it follows from them.
import { subscribe } from '../api.ts'
import { useDesk } from '../desk/desk-store.ts'
import { queryClient } from '../queries.ts'

const counted: readonly string[] = ['claims', 'actors', 'recommendations']

/** Whether the order that shows is one that a tag may change. */
function orderFollowsTags(): boolean {
  const { sort, filter } = useDesk.getState().sources
  return counted.includes(sort.by) || filter.claims !== undefined
}

/** Starts to hear of tags; the answer ends it. */
export function followTags(): () => void {
  return subscribe((event) => {
    if (event.name !== 'changed' || !event.data.features.includes('sources') || event.data.features.includes('library')) return
    // A first answer that is on its way was made before this tag: it is asked for anew, and not merely marked.
    const rows = { queryKey: ['library', 'rows'] }
    void queryClient
      .cancelQueries({ ...rows, predicate: ({ state }) => state.data === undefined })
      .then(() => queryClient.invalidateQueries(rows))
    void queryClient.invalidateQueries({ queryKey: ['library', 'order'], refetchType: orderFollowsTags() ? 'active' : 'none' })
  })
}
