// Completions of the filter at the end of the input; names of actors and sources come from the workspace.
import { useCall } from '../queries.ts'
import { completionsOf, fixedValues, openFilter, type Completion } from './filter-completions.ts'

const none: Completion[] = []

/** None while no filter is being typed. */
export function useCompletions(text: string): Completion[] {
  const filter = openFilter(text)
  const actors = useCall('items', 'suggestActors', filter?.name === 'actor' ? { text: filter.typed, limit: 8 } : null)
  const titles = useCall('search', 'everything', filter?.name === 'source' ? { text: `kind:source in:title ${filter.typed}`, limit: 8 } : null)
  if (!filter) return none
  // What the workspace answers fits already, by alias or by any word.
  const asAnswered = { ...filter, typed: '' }
  if (filter.name === 'actor') return completionsOf(text, asAnswered, (actors.data ?? []).map((actor) => actor.name))
  if (filter.name === 'source') return completionsOf(text, asAnswered, (titles.data?.hits ?? []).map((hit) => hit.title))
  return completionsOf(text, filter, fixedValues(filter.name))
}
