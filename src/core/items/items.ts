// Items and tags: tagging makes passage, item and tag in one gesture and one command.
import type { z } from 'zod'
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { defaultRoles, type ItemChanges, type ItemKind, type itemsArguments, type TagResult } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import type { Passages } from '../passages/passages.ts'
import { passageGone } from '../passages/passages.ts'
import { removeBareItems } from './bare-items.ts'
import { bulkItems } from './bulk-items.ts'
import { bulkTags } from './bulk-tags.ts'
import { itemChanger } from './change-item.ts'
import { describeItem } from './describe-item.ts'
import { itemsStore, tagsStore, type ItemRow } from './items-store.ts'
import { completeTag } from './complete-tag.ts'
import { suggestActors } from './suggest-actors.ts'
import { suggestClaims } from './suggest-claims.ts'

type TagRequest = z.infer<typeof itemsArguments.tag>

/** How long a statement prefilled with its quote may be, in UTF-16 code units. */
const statementLength = 20_000

function itemGone(): never {
  throw new GroundworkError('item.gone', 'This item no longer exists. Undo brings back one that was deleted.')
}

function tagGone(): never {
  throw new GroundworkError('tag.gone', 'This tag no longer exists. Undo brings back one that was taken off.')
}

/** The feature's calls. */
export function createItems(context: CoreContext, passages: Passages): Api['items'] {
  const store = itemsStore(context.db)
  const tags = tagsStore(context.db)
  const change = itemChanger(store, tags, context.newId)
  const bareItems = removeBareItems(context.db)

  const requireItem = (id: Id): ItemRow => store.one(id) ?? itemGone()
  const requireTag = (id: Id) => tags.one(id) ?? tagGone()
  const get = (id: Id) => describeItem(store, tags, passages, requireItem(id))

  function create(kind: ItemKind, statement: string, changes: ItemChanges | undefined): ItemRow {
    const id = context.newId()
    store.insert({ id, kind, code: null, statement, createdAt: context.now() })
    const row = requireItem(id)
    if (changes) change(row, changes)
    return row
  }

  function passageOf(request: TagRequest): Id {
    if (request.passage) return passages.store.one(request.passage)?.id ?? passageGone()
    const { source, version, spans } = request
    if (!source || !version || !spans) {
      throw new GroundworkError('call.invalid', 'A tag needs either a passage or a selection in a source.')
    }
    return passages.ensure(source, version, spans)
  }

  function itemOf(request: TagRequest, passage: Id): { row: ItemRow; created: boolean } {
    if (request.item) {
      const row = requireItem(request.item)
      if (request.changes) change(row, request.changes)
      return { row, created: false }
    }
    if (!request.kind) throw new GroundworkError('call.invalid', 'A tag needs either an item or a kind for a new one.')
    const quote = passages.api.get({ passage }).quote.slice(0, statementLength)
    return { row: create(request.kind, quote, request.changes), created: true }
  }

  function tag(request: TagRequest): TagResult {
    const passage = passageOf(request)
    const { row, created } = itemOf(request, passage)
    const known = tags.between(passage, row.id)
    if (known) return { tag: known.id, passage, item: row.id, itemCreated: false }
    const id = context.newId()
    tags.insert({ id, passage, item: row.id, role: request.role ?? defaultRoles[row.kind], at: context.now() })
    return { tag: id, passage, item: row.id, itemCreated: created }
  }

  function labelOf(request: TagRequest): string {
    const kind = request.kind ?? (request.item ? requireItem(request.item).kind : 'note')
    return request.item ? `Tag with existing ${kind}` : `Tag ${kind}`
  }

  return {
    ...bulkTags(context, { items: store, tags, passages }),
    ...bulkItems(context, { items: store, tags, change, get: ({ item }) => get(item) }),
    suggestClaims: ({ text, kind, except, limit }) => suggestClaims(store, { text, kind: kind ?? 'claim', except: except ?? null, limit: limit ?? 3 }),
    complete: completeTag({ context, store, tags, passages, change, create: (kind, statement) => create(kind, statement, undefined) }),
    list: ({ kind, source }) => (source ? store.listInSource(source, kind ?? null) : store.list(kind ?? null)),
    get: ({ item }) => get(item),
    suggestActors: ({ text, limit }) => suggestActors(store, text, limit ?? 8),
    tag: (request) => context.command(labelOf(request), () => tag(request)),
    untag: ({ tag: id }) => {
      const row = requireTag(id)
      context.command(`Untag ${requireItem(row.item).kind}`, () => {
        tags.remove(id)
        tags.removeBarePassage(row.passage)
        bareItems([row.item])
      })
      return null
    },
    setTag: ({ tag: id, role, comment }) => {
      const row = requireTag(id)
      context.command('Change tag', () => tags.update(id, role ?? row.role, comment ?? row.comment))
      return null
    },
    create: ({ kind, statement, changes }) =>
      get(context.command(`New ${kind}`, () => create(kind, statement, changes)).id),
    update: ({ item, changes }) => {
      const row = requireItem(item)
      context.command(`Edit ${row.kind}`, () => change(row, changes))
      return get(item)
    },
    remove: ({ item }) => {
      const row = requireItem(item)
      context.command(`Delete ${row.kind}`, () => {
        const held = tags.ofItem(item)
        store.remove(item)
        for (const { passage } of held) tags.removeBarePassage(passage)
      })
      return null
    },
  }
}
