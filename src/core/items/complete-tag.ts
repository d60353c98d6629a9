// Keeps what the form of a tag says, as the rest of the command that made the tag.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { ItemChanges, ItemKind, NamedActor, Role } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import type { Passages } from '../passages/passages.ts'
import { actorNamed } from '../suggestions/actor-names.ts'
import { removeBareItems } from './bare-items.ts'
import { bulkTagsStore } from './bulk-tags-store.ts'
import type { ItemRow, ItemsStore, TagsStore } from './items-store.ts'

type Completion = Parameters<Api['items']['complete']>[0]

interface Parts {
  context: CoreContext
  store: ItemsStore
  tags: TagsStore
  passages: Passages
  change: (row: ItemRow, changes: ItemChanges) => void
  create: (kind: ItemKind, statement: string) => ItemRow
}

/** The call `items.complete`. */
export function completeTag({ context, store, tags, passages, change, create }: Parts): Api['items']['complete'] {
  const bulk = bulkTagsStore(context.db)
  const bareItems = removeBareItems(context.db)

  const requireItem = (id: Id): ItemRow => {
    const row = store.one(id)
    if (row) return row
    throw new GroundworkError('item.gone', 'This item no longer exists. The tag stays as it was; undo brings back what was deleted.')
  }

  function actorOf(named: NamedActor | undefined): Id | undefined {
    if (!named) return undefined
    if ('item' in named) return named.item
    const known = store.actors().map(({ item, name, aliases }) => ({ item, names: [name, ...(JSON.parse(aliases) as string[])] }))
    return actorNamed(known, named.name)?.item ?? create('actor', named.name).id
  }

  /** Puts a tag on another item; the passage's own tag there is kept when it has one. */
  function give(tag: { id: Id; passage: Id; item: Id }, item: Id, role: Role): Id {
    const known = tags.between(tag.passage, item)
    if (known) tags.remove(tag.id)
    else bulk.give(tag.id, item, role)
    bareItems([tag.item])
    return known?.id ?? tag.id
  }

  /** The fields with the actors that were named for them. */
  function withActors({ changes, speaker, addressee, proponent }: Omit<Completion, 'tag'>): ItemChanges {
    const [said, asked, proposed] = [actorOf(speaker), actorOf(addressee), actorOf(proponent)]
    return {
      ...changes,
      ...(said ? { claim: { ...changes?.claim, speaker: said } } : {}),
      ...(asked || proposed
        ? { recommendation: { ...changes?.recommendation, ...(asked ? { addressee: asked } : {}), ...(proposed ? { proponent: proposed } : {}) } }
        : {}),
    }
  }

  return ({ tag: id, to, role, ...fields }) => {
    const tag = tags.one(id)
    if (!tag) throw new GroundworkError('tag.gone', 'This tag no longer exists. Undo brings back one that was taken off.')
    const own = requireItem(tag.item)
    const work = () => {
      const changes = withActors(fields)
      const quote = () => passages.api.get({ passage: tag.passage }).quote.slice(0, 20_000)
      const target = to === undefined ? own : to === 'new' ? create(own.kind, quote()) : requireItem(to.item)
      if (Object.keys(changes).length > 0) change(target, changes)
      const kept = target.id === own.id ? id : give(tag, target.id, role ?? tag.role)
      if (role && target.id === own.id) tags.update(id, role, tag.comment)
      return { tag: kept, passage: tag.passage, item: target.id, itemCreated: to === 'new' }
    }
    return context.command(`Edit ${own.kind}`, work, { table: 'tag', row: tag.row })
  }
}
