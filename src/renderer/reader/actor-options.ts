// Which actors a field offers for what is typed, and which one Enter takes.
import type { Id } from '../../shared/identifiers.ts'
import type { ActorSuggestion } from '../../shared/items.ts'
import { isSurnameOf, sameActor, surnamesFirst } from './actor-names.ts'

/** An actor that is there, or the name of a new one. */
export type ActorChoice = { item: Id } | { name: string }

/** One line of the list. `matched` is the alias that fits, `near` whether the actor is named close to the passage. */
export interface ActorOption {
  key: string
  name: string
  choice: ActorChoice
  matched: string | null
  role: string | null
  near: boolean
}

/**
 * The options in the order shown: while nothing is typed, actors named nearby and then the most used; else what fits,
 * surnames first, and last the typed name as a new actor unless an actor has exactly that name.
 */
export function optionsFor(
  typed: string,
  suggestions: readonly ActorSuggestion[],
  nearby: readonly ActorOption[],
): ActorOption[] {
  const known = (typed === '' ? suggestions : surnamesFirst(suggestions, typed)).map(optionOf)
  if (typed === '') {
    const near = new Set(nearby.map((option) => option.key))
    return [...nearby, ...known.filter((option) => !near.has(option.key))].slice(0, 6)
  }
  const exact = suggestions.some(({ name, matched }) => sameActor(name, typed) || sameActor(matched, typed))
  return exact ? known : [...known, { key: 'new', name: typed, choice: { name: typed }, matched: null, role: null, near: false }]
}

const optionOf = ({ item, name, matched, role }: ActorSuggestion): ActorOption => ({
  key: item,
  name,
  choice: { item },
  matched,
  role,
  near: false,
})

/** An actor named near the passage, as an option. */
export const nearbyOption = (item: Id, name: string): ActorOption => ({
  key: item,
  name,
  choice: { item },
  matched: null,
  role: null,
  near: true,
})

/**
 * The index that Enter takes when no arrow was pressed, -1 for none: the actor with exactly that name or alias, else the
 * first that fits. Nothing typed takes nothing; words taken from the passage (`untouched`) take a known surname only,
 * because "Europe" must not silently become "European Commission".
 */
export function chosenOption(options: readonly ActorOption[], typed: string, untouched: boolean): number {
  if (typed === '') return -1
  const exact = options.findIndex(
    ({ name, matched, choice }) => 'item' in choice && (sameActor(name, typed) || (matched !== null && sameActor(matched, typed))),
  )
  if (exact >= 0) return exact
  if (!untouched) return options.length > 0 ? 0 : -1
  const surname = options.findIndex(
    ({ name, matched, choice }) =>
      'item' in choice && isSurnameOf({ item: choice.item, name, matched: matched ?? name, role: null }, typed),
  )
  return surname >= 0 ? surname : options.length - 1
}
