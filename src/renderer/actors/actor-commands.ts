// What can be done with actors, whichever are in hand.
import type { NamedItem } from '../../shared/actors.ts'
import { afterPaint } from '../after-paint.ts'
import type { Command } from '../commands/command-registry.ts'
import { useDesk } from '../desk/desk-store.ts'
import { focusPane } from '../frame/pane-focus.ts'
import { actorInHand, mergeInHand, splitActor } from './actors-in-hand.ts'
import { findMentionsOf } from './mentions-store.ts'

/** Opens an actor's page in the Reader and puts the keyboard there. */
export function openDossier(actor: string): void {
  useDesk.getState().openPage({ kind: 'dossier', about: actor })
  afterPaint(() => focusPane('reader'))
}

const onActor = (run: (actor: NamedItem) => void) => () => {
  const actor = actorInHand()
  if (actor) run(actor)
}
const enabled = () => actorInHand() !== null

export const actorCommands: Command[] = [
  { name: 'actors.dossier', title: 'Open the dossier', group: 'Read', keys: ['Mod+Alt+D'], place: 'anywhere', enabled, run: onActor(({ item }) => openDossier(item)) },
  { name: 'actors.find-mentions', title: 'Find all mentions…', group: 'Tag', keys: ['Mod+Alt+F'], place: 'anywhere', enabled, run: onActor(({ item, name }) => findMentionsOf(item, name)) },
  { name: 'actors.merge', title: 'Merge actors…', group: 'Tag', keys: ['Mod+Alt+M'], place: 'anywhere', enabled, run: mergeInHand },
  { name: 'actors.split', title: 'Split the actor…', group: 'Tag', keys: ['Mod+Alt+S'], place: 'anywhere', enabled, run: onActor(({ item }) => splitActor(item)) },
]
