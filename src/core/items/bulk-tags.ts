// Work on many tags at once: moved, given another role or taken off, each in one command.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { defaultRoles, type ItemKind, type TagsMoved } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import type { Passages } from '../passages/passages.ts'
import { removeBareItems } from './bare-items.ts'
import { bulkTagsStore, type HeldTag } from './bulk-tags-store.ts'
import type { ItemRow, ItemsStore, TagsStore } from './items-store.ts'

/** A number of passages in words, for labels and messages. */
const counted = (count: number): string => (count === 1 ? '1 passage' : `${count} passages`)

/** How long a statement prefilled with its quote may be, in UTF-16 code units. */
const statementLength = 20_000

/** The calls of the feature that take many tags. */
export function bulkTags(
  context: CoreContext,
  { items, tags, passages }: { items: ItemsStore; tags: TagsStore; passages: Passages },
): Pick<Api['items'], 'moveTags' | 'setRoles' | 'untagMany'> {
  const store = bulkTagsStore(context.db)
  const bareItems = removeBareItems(context.db)

  /** The tags that still exist; a list on the screen may be a moment behind. */
  function requireSome(ids: readonly Id[]): HeldTag[] {
    const held = store.many(ids)
    if (held.length > 0) return held
    throw new GroundworkError('tag.gone', 'None of these tags exists any longer. Nothing was changed; undo brings back what was taken off.')
  }

  /** Takes a tag off because its passage is tagged so already; what was noted on it stays with the other one. */
  function mergeInto(known: Id, tag: HeldTag): void {
    if (tag.comment !== '') store.addComment(known, tag.comment)
    tags.remove(tag.id)
  }

  const moveEach = <T>(job: Id | undefined, things: readonly T[], move: (thing: T) => void): void => context.jobs.throughout(job, 'Moving passages', things, move)

  function moveToItem(held: HeldTag[], target: ItemRow, job: Id | undefined): TagsMoved {
    let merged = 0
    const moving = held.filter((tag) => tag.item !== target.id)
    moveEach(job, moving, (tag) => {
      const known = tags.between(tag.passage, target.id)
      if (known) {
        merged += 1
        mergeInto(known.id, tag)
      } else store.give(tag.id, target.id, tag.kind === target.kind ? tag.role : defaultRoles[target.kind])
    })
    bareItems([...new Set(moving.map((tag) => tag.item))])
    return { moved: moving.length, merged }
  }

  function moveToCode(held: HeldTag[], code: Id, job: Id | undefined): TagsMoved {
    let merged = 0
    const moving = held.filter((tag) => tag.kind !== 'note' || tag.code !== code)
    const quotes = quotesOf(moving.filter((tag) => tag.kind !== 'note'))
    moveEach(job, [...groupBy(moving, (tag) => tag.item)], ([item, group]) => {
      // A note that moves with everything it holds is moved itself; what stays behind keeps its note.
      const whole = group.every((tag) => tag.kind === 'note') && group.length === group[0]?.tagsOfItem
      const apart = group.filter((tag) => {
        const known = store.underCode(tag.passage, code)
        if (!known) return true
        merged += 1
        mergeInto(known, tag)
        return false
      })
      if (whole && apart.length > 0) store.setCode(item, code)
      else for (const tag of apart) giveNote(tag, code, quotes.get(tag.passage))
    })
    bareItems([...new Set(moving.map((tag) => tag.item))])
    return { moved: moving.length, merged }
  }

  function giveNote(tag: HeldTag, code: Id, quote: string | undefined): void {
    const id = context.newId()
    const note = quote === undefined ? { statement: tag.statement, comment: tag.itemComment } : { statement: quote, comment: '' }
    store.insertNote({ id, code, ...note, at: context.now() })
    store.give(tag.id, id, defaultRoles.note)
  }

  /** A claim's words stay a claim's when it becomes a recommendation; a name is only ever what the passage says. */
  function moveToKind(held: HeldTag[], kind: Exclude<ItemKind, 'note'>, job: Id | undefined): TagsMoved {
    const moving = held.filter((tag) => tag.kind !== kind)
    const named = (tag: HeldTag) => kind === 'actor' || tag.kind === 'actor'
    const quotes = quotesOf(moving.filter(named))
    const actors = kind === 'actor' ? new Map(items.actors().map(({ name, item }) => [name, item])) : new Map<string, Id>()
    const groups = groupBy(moving, (tag) => (named(tag) ? (quotes.get(tag.passage) ?? tag.statement) : tag.item))
    let merged = 0
    moveEach(job, [...groups], ([key, group]) => {
      const first = group[0] as HeldTag
      const target = actors.get(key) ?? make(kind, named(first) ? key : first.statement, named(first) ? null : first.code)
      for (const tag of group) {
        const known = tags.between(tag.passage, target)
        if (known) {
          merged += 1
          mergeInto(known.id, tag)
        } else store.give(tag.id, target, defaultRoles[kind])
      }
    })
    bareItems([...new Set(moving.map((tag) => tag.item))])
    return { moved: moving.length, merged }
  }

  function make(kind: ItemKind, statement: string, code: Id | null): Id {
    const id = context.newId()
    items.insert({ id, kind, code, statement, createdAt: context.now() })
    return id
  }

  /** The words of passages whose tag becomes a note: the note says what was marked, not what the claim made of it. */
  function quotesOf(held: HeldTag[]): Map<Id, string> {
    const wanted = [...new Set(held.map((tag) => tag.passage))]
    const quotes = passages.api.describe({ passages: wanted })
    return new Map(quotes.map(({ id, quote }) => [id, quote.slice(0, statementLength)]))
  }

  function requireTarget(to: Parameters<Api['items']['moveTags']>[0]['to'], job: Id | undefined): (held: HeldTag[]) => TagsMoved {
    if ('code' in to) {
      if (!store.hasCode(to.code)) throw new GroundworkError('code.gone', 'This code no longer exists. Nothing was moved.')
      return (held) => moveToCode(held, to.code, job)
    }
    if ('kind' in to) return (held) => moveToKind(held, to.kind, job)
    const target = items.one(to.item)
    if (!target) throw new GroundworkError('item.gone', 'The item to move to no longer exists. Nothing was moved.')
    return (held) => moveToItem(held, target, job)
  }

  return {
    moveTags: ({ tags: ids, to, job }) => {
      const move = requireTarget(to, job)
      const held = requireSome(ids)
      return context.command(`Move ${counted(held.length)}`, () => move(held))
    },
    setRoles: ({ tags: ids, role, job }) => {
      const held = requireSome(ids)
      context.command(`Change role of ${counted(held.length)}`, () => {
        context.jobs.throughout(job, 'Changing roles', held, (tag) => store.setRole(tag.id, role))
      })
      return null
    },
    untagMany: ({ tags: ids, job }) => {
      const held = requireSome(ids)
      context.command(`Untag ${counted(held.length)}`, () => {
        // An item and a passage go with the last of their tags; most have one, so that the work is as even as its progress.
        context.jobs.throughout(job, 'Untagging passages', held, (tag) => {
          tags.remove(tag.id)
          tags.removeBarePassage(tag.passage)
          bareItems([tag.item])
        })
      })
      return null
    },
  }
}
