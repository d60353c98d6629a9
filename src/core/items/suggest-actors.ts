// Actors that fit what is being typed, by name or alias, the best first.
import type { ActorSuggestion } from '../../shared/items.ts'
import type { ItemsStore } from './items-store.ts'

/** Case and accents do not count when names are compared. */
const folded = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().replace(/\s+/gu, ' ').trim()

/** 0 for no match; higher is better: whole name, start of name, last word, start of any word. */
function fit(name: string, typed: string): number {
  const candidate = folded(name)
  if (candidate === typed) return 4
  if (candidate.startsWith(typed)) return 3
  const words = candidate.split(/[^\p{L}\p{N}]+/u)
  if (words.at(-1) === typed) return 2.5
  const starts = typed.split(' ').every((part) => words.some((word) => word.startsWith(part)))
  return starts ? 2 : 0
}

/** At most `limit` actors; with nothing typed, the most used ones. */
export function suggestActors(store: ItemsStore, text: string, limit: number): ActorSuggestion[] {
  const typed = folded(text)
  return store
    .actors()
    .flatMap(({ item, name, aliases, role, uses }) => {
      const names = [name, ...(JSON.parse(aliases) as string[])]
      const best = names
        .map((matched, at) => ({ matched, score: typed === '' ? 1 : fit(matched, typed) - (at > 0 ? 0.1 : 0) }))
        .reduce((a, b) => (b.score > a.score ? b : a))
      return best.score > 0 ? [{ item, name, role, uses, ...best }] : []
    })
    .toSorted((a, b) => b.score - a.score || b.uses - a.uses || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ item, name, matched, role }) => ({ item, name, matched, role }))
}
