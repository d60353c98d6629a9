// Links between items.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CoreContext } from '../context.ts'
import { linksStore, type LinkRow } from './links-store.ts'

function invalid(sentence: string): never {
  throw new GroundworkError('item.invalid', sentence)
}

/** The feature's calls. */
export function createLinks(context: CoreContext): Api['links'] {
  const store = linksStore(context.db)
  const requireLink = (id: Id): LinkRow => {
    const row = store.one(id)
    if (!row) throw new GroundworkError('link.gone', 'This link no longer exists. Undo brings back one that was removed.')
    return row
  }
  const refuseReserved = (type: string): void => {
    if (type === 'rests on') invalid('What a recommendation rests on is one of its fields. Nothing was changed; choose another type.')
  }
  return {
    of: ({ item }) => store.of(item),
    create: ({ from, to, type, note = '' }) => {
      refuseReserved(type)
      if (from === to) invalid('An item cannot be linked to itself. Nothing was changed.')
      if (!store.hasItem(from) || !store.hasItem(to)) {
        throw new GroundworkError('item.gone', 'This item no longer exists. Undo brings back one that was deleted.')
      }
      const known = store.between(from, to, type)
      if (known) return { link: known.id }
      const id = context.newId()
      context.command('Link items', () => store.insert({ id, from, to, type, note }))
      return { link: id }
    },
    update: ({ link, type, note }) => {
      const row = requireLink(link)
      const next = { ...row, type: type ?? row.type, note: note ?? row.note }
      refuseReserved(next.type)
      if (next.type !== row.type && store.between(row.from, row.to, next.type)) invalid(`These items are linked as “${next.type}” already. Nothing was changed.`)
      context.command('Edit link', () => store.update(next))
      return null
    },
    remove: ({ link }) => {
      requireLink(link)
      context.command('Remove link', () => store.remove(link))
      return null
    },
  }
}
