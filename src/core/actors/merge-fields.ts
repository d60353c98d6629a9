// What an actor knows of itself after others were merged into it.
import type { ItemChanges } from '../../shared/items.ts'
import { actorKinds } from '../../shared/items.ts'
import type { WholeActor } from './actors-store.ts'

/** How many aliases an actor may have, as the contract says. */
const mostAliases = 200

/** Names become aliases, comments follow each other; fields that the first has are kept, empty ones are filled. */
export function mergedFields(into: WholeActor, others: readonly WholeActor[]): ItemChanges {
  const all = [into, ...others]
  const names = all.flatMap(({ name, aliases }) => [name, ...(JSON.parse(aliases) as string[])])
  const known = actorKinds.find((kind) => kind === all.find(({ actorKind }) => actorKind !== null)?.actorKind)
  const firstOf = (field: 'role' | 'affiliation') => all.map((actor) => actor[field]).find((text) => text !== null) ?? null
  return {
    comment: all.map(({ comment }) => comment).filter((comment) => comment !== '').join('\n\n'),
    actor: {
      actorKind: known ?? null,
      aliases: [...new Set(names)].filter((name) => name !== into.name && name.length <= 500).slice(0, mostAliases),
      role: firstOf('role'),
      affiliation: firstOf('affiliation'),
    },
  }
}
