// What can be done with the actor that the Inspector shows.
import type { Id } from '../../shared/identifiers.ts'
import type { Command } from '../commands/command-registry.ts'
import { findMentionsOf } from './mentions-store.ts'

/** The commands of one actor; offered while it is shown. */
export const actorCommands = (actor: Id, name: string): Command[] => [
  { name: 'actors.find-mentions', title: 'Find all mentions…', group: 'Tag', keys: ['Mod+Alt+F'], place: 'anywhere', run: () => findMentionsOf(actor, name) },
]
