// Which actors a field offers for what is typed, and which one Enter takes.
import type { Id } from '../../shared/identifiers.ts'
import type { ActorSuggestion } from '../../shared/items.ts'
import { fitsName, isSurnameOf, sameActor, surnamesFirst } from './actor-names.ts'

/** An actor that is there, or the name of a new one. */
export type ActorChoice = { item: Id } | { name: string }

/** One line of the list. `matched` is the alias that fits, `near` whether the text names them close to the passage. */
export interface ActorOption {
  key: string
  name: string
  choice: ActorChoice
  matched: string | null
  role: string | null
  near: boolean
}

/**
 * The options in the order shown: while nothing is typed, who is tagged nearby and then the most used; else what fits by
 * any word of a name, whom the text names nearby before all others and surnames before the rest, and last the typed
 * name as a new actor unless somebody has exactly that name.
 */
export function optionsFor(
  typed: string,
  suggestions: readonly ActorSuggestion[],
  nearby: readonly ActorOption[],
): ActorOption[] {
  const near = new Set(nearby.map((option) => option.key))
  if (typed === '') {
    const known = suggestions.map(optionOf).filter((option) => !near.has(option.key))
    return [...nearby.filter(({ choice }) => 'item' in choice), ...known].slice(0, 6)
  }
  // Words with a capital are offered only once something typed fits them: not all of them name somebody.
  const unknown = nearby.filter(({ name, choice }) => 'name' in choice && !suggestions.some((known) => isNameOf(known, name)))
  const known = surnamesFirst(suggestions, typed).map((suggestion) => ({ ...optionOf(suggestion), near: near.has(suggestion.item) }))
  const named = unknown.filter(({ name, matched }) => fitsName(name, typed) || (matched !== null && fitsName(matched, typed)))
  const fitting = [...known.filter((option) => option.near), ...named, ...known.filter((option) => !option.near)]
  return fitting.some((option) => isExactly(option, typed)) ? fitting : [...fitting, newOption(typed)]
}

const isExactly = ({ name, matched }: ActorOption, typed: string): boolean =>
  sameActor(name, typed) || (matched !== null && sameActor(matched, typed))

/** Whether words of the text are a known actor's name, alias or surname. */
const isNameOf = (known: ActorSuggestion, name: string): boolean =>
  sameActor(known.name, name) || sameActor(known.matched, name) || isSurnameOf(known, name)

/** The typed name as a new actor. */
const newOption = (typed: string): ActorOption => ({ key: 'new', name: typed, choice: { name: typed }, matched: null, role: null, near: false })

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

/** Somebody whom the text names near the passage though nobody tagged them; `matched` is how it names them there. */
export const namedOption = (name: string, matched: string): ActorOption => ({
  key: `named ${name}`,
  name,
  choice: { name },
  matched,
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
  const exact = options.findIndex((option) => 'item' in option.choice && isExactly(option, typed))
  if (exact >= 0) return exact
  if (!untouched) return options.length > 0 ? 0 : -1
  const surname = options.findIndex(
    ({ name, matched, choice }) =>
      'item' in choice && isSurnameOf({ item: choice.item, name, matched: matched ?? name, role: null }, typed),
  )
  return surname >= 0 ? surname : options.length - 1
}
