// Work on whole items, many at once: removed, or made one.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemChanges } from '../../shared/items.ts'
import { mergingStore } from '../actors/actors-store.ts'
import type { CoreContext } from '../context.ts'
import type { ItemRow, ItemsStore, TagsStore } from './items-store.ts'

type Fields = Readonly<Record<string, unknown>>

/** Fields that the first has are kept, empty ones are filled from those that follow. */
function filled<T extends Fields>(all: readonly T[]): T {
  const keys = Object.keys(all[0] ?? {})
  return Object.fromEntries(keys.map((key) => [key, all.map((fields) => fields[key]).find((value) => value !== null) ?? null])) as T
}

/** The calls of the feature that take many items. */
export function bulkItems(
  context: CoreContext,
  parts: { items: ItemsStore; tags: TagsStore; change: (row: ItemRow, changes: ItemChanges) => void; get: Api['items']['get'] },
): Pick<Api['items'], 'removeMany' | 'merge'> {
  const { items, tags } = parts
  const merging = mergingStore(context.db)

  function remove(id: Id): void {
    const held = tags.ofItem(id)
    items.remove(id)
    for (const { passage } of held) tags.removeBarePassage(passage)
  }

  /** What the kept item says once the others are part of it. */
  function mergedFields(all: readonly ItemRow[]): ItemChanges {
    const comment = all.map((row) => row.comment).filter((words) => words !== '').join('\n\n').slice(0, 100_000)
    const claims = all.map(({ id }) => items.claim(id)).filter((claim) => claim !== undefined)
    if (claims.length > 0) return { comment, claim: filled(claims.map((claim) => ({ ...claim }))) } as ItemChanges
    const advice = all.map(({ id }) => items.recommendation(id)).filter((each) => each !== undefined)
    return { comment, recommendation: filled(advice.map((each) => ({ ...each }))) } as ItemChanges
  }

  return {
    removeMany: ({ items: ids, job }) => {
      const known = [...new Set(ids)].filter((id) => items.one(id) !== undefined)
      if (known.length === 0) throw new GroundworkError('item.gone', 'None of these exists any longer. Undo brings back what was deleted.')
      context.command(known.length === 1 ? 'Delete item' : `Delete ${known.length} items`, () => context.jobs.throughout(job, 'Deleting', known, remove))
      return null
    },
    merge: ({ into, items: ids }) => {
      const kept = items.one(into)
      const others = [...new Set(ids)].filter((id) => id !== into).flatMap((id) => items.one(id) ?? [])
      if (!kept) throw new GroundworkError('item.gone', 'The item to merge into no longer exists. Nothing was changed.')
      if ((kept.kind !== 'claim' && kept.kind !== 'recommendation') || others.some(({ kind }) => kind !== kept.kind)) {
        throw new GroundworkError('item.invalid', 'Only claims, or only recommendations, can be made one this way. Nothing was changed.')
      }
      context.command(`Merge ${kept.kind}s`, () => {
        const changes = mergedFields([kept, ...others])
        for (const { id } of others) merging.move(id, into)
        for (const { id } of others) items.remove(id)
        parts.change(kept, changes)
      })
      return parts.get({ item: into })
    },
  }
}
