// What a filter that is being typed can go on with: `kind:cl` becomes `kind:claim`.
import { searchKinds } from '../../shared/search.ts'
import { filterNames, searchPlaces, type FilterName } from '../../shared/search-query.ts'

/** One way to go on. `text` is the whole input with it; `label` what is shown. */
export interface Completion {
  label: string
  text: string
}

/** The filter at the end of the input, from `start` (UTF-16 code units) on; `typed` is what stands behind its colon. */
export interface OpenFilter {
  name: FilterName
  start: number
  typed: string
}

/** The filter that is being typed; null when the input ends with something else. */
export function openFilter(text: string): OpenFilter | null {
  const match = /(?:^|\s)([a-z]+):(?:"([^"]*)|([^\s"]*))$/iu.exec(text)
  const name = filterNames.find((known) => known === match?.[1]?.toLowerCase())
  if (!match || !name) return null
  const start = match.index + (/^\s/u.test(match[0]) ? 1 : 0)
  return { name, start, typed: match[2] ?? match[3] ?? '' }
}

/** The values that a filter is known to take by itself; for actors and sources the workspace is asked. */
export function fixedValues(name: FilterName): readonly string[] {
  if (name === 'kind') return searchKinds
  return name === 'in' ? searchPlaces : []
}

/** The input with each value that begins as typed in the filter's place, a space behind it. */
export function completionsOf(text: string, filter: OpenFilter, values: readonly string[]): Completion[] {
  const typed = filter.typed.toLowerCase()
  const fitting = [...new Set(values)].filter((value) => value.toLowerCase().includes(typed) && value.toLowerCase() !== typed)
  return fitting.slice(0, 8).map((value) => {
    const written = /[\s"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value
    return { label: `${filter.name}:${written}`, text: `${text.slice(0, filter.start)}${filter.name}:${written} ` }
  })
}

/** The input with each filter's name that begins as the last word does, from two letters on; what is found stands before these. */
export function nameCompletions(text: string): Completion[] {
  const typed = /(?:^|\s)([a-z]{2,})$/iu.exec(text)?.[1]
  if (typed === undefined) return []
  return filterNames
    .filter((name) => name.startsWith(typed.toLowerCase()))
    .map((name) => ({ label: `${name}:`, text: `${text.slice(0, -typed.length)}${name}:` }))
}
