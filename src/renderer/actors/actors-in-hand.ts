// The actors that commands act on: those chosen in the list, the one that the Inspector shows, or the one on the page.
import { create } from 'zustand'
import type { NamedItem } from '../../shared/actors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { focusedPane } from '../frame/pane-focus.ts'

interface ActorsInHand {
  /** Chosen in the list of actors while it shows. */
  chosen: readonly NamedItem[]
  /** In the Inspector. */
  shown: NamedItem | null
  /** Whose dossier shows in the Reader. */
  page: NamedItem | null
  /** Open dialogs: actors to make one, and one to split. */
  merging: readonly Id[] | null
  splitting: Id | null
}

export const useActorsInHand = create<ActorsInHand>(() => ({ chosen: [], shown: null, page: null, merging: null, splitting: null }))

/** What a command for one actor acts on: on the page when the keyboard is there, else what shows, else the first chosen. */
export function actorInHand(): NamedItem | null {
  const { chosen, shown, page } = useActorsInHand.getState()
  if (page && focusedPane() === 'reader') return page
  return shown ?? page ?? chosen[0] ?? null
}

/** Opens the dialog that makes several actors one; with one alone it asks for the others. */
export function mergeInHand(): void {
  const { chosen } = useActorsInHand.getState()
  const one = actorInHand()
  const actors = chosen.length > 1 && focusedPane() !== 'reader' ? chosen : one ? [one] : []
  if (actors.length > 0) mergeActors(actors.map(({ item }) => item))
}

export const mergeActors = (actors: readonly Id[]): void => useActorsInHand.setState({ merging: actors })
export const splitActor = (actor: Id): void => useActorsInHand.setState({ splitting: actor })
