// An item whole: its fields, its passages in context, and the items it is tied to.
import type { ActorFields, ClaimFields, Item, RecommendationFields } from '../../shared/items.ts'
import type { Passages } from '../passages/passages.ts'
import type { ItemRow, ItemsStore, TagsStore } from './items-store.ts'

/** How many passages an item shows whole; further ones are counted in the lists. */
const shownPassages = 500

function fieldsOf(store: ItemsStore, tags: TagsStore, row: ItemRow): Pick<Item, 'claim' | 'actor' | 'recommendation'> {
  const claim = store.claim(row.id)
  const actor = store.actor(row.id)
  const recommendation = store.recommendation(row.id)
  return {
    claim: claim ? (claim as ClaimFields) : null,
    actor: actor ? ({ ...actor, aliases: JSON.parse(actor.aliases) as string[] } as ActorFields) : null,
    recommendation: recommendation
      ? ({ ...recommendation, restsOn: tags.restsOn(row.id) } as RecommendationFields)
      : null,
  }
}

/** The item with everything the Inspector shows. */
export function describeItem(store: ItemsStore, tags: TagsStore, passages: Passages, row: ItemRow): Item {
  const fields = fieldsOf(store, tags, row)
  const named = [
    fields.claim?.speaker,
    fields.recommendation?.addressee,
    fields.recommendation?.proponent,
    ...(fields.recommendation?.restsOn ?? []),
  ].filter((id) => id !== null && id !== undefined)
  const held = tags.ofItem(row.id).slice(0, shownPassages)
  const details = new Map(
    passages.api.describe({ passages: held.map((tag) => tag.passage) }).map((passage) => [passage.id, passage]),
  )
  return {
    ...row,
    ...fields,
    names: Object.fromEntries(store.names(named).map(({ id, statement }) => [id, statement])),
    passages: held.flatMap(({ id, role, comment, passage }) => {
      const detail = details.get(passage)
      return detail ? [{ tag: id, role, comment, passage: detail }] : []
    }),
    references: store.references(row.id),
  }
}
