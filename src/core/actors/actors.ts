// Actors: all mentions of one found and tagged at once, who belongs to whom, several made one and one made several.
import type { ActorTies } from '../../shared/actors.ts'
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import { actorKinds } from '../../shared/items.ts'
import type { CoreContext } from '../context.ts'
import type { Passages } from '../passages/passages.ts'
import { actorNamed } from '../suggestions/actor-names.ts'
import { actorsStore, mergingStore, type WholeActor } from './actors-store.ts'
import { perhapsTheSame, type ComparedActor } from './alike-names.ts'
import { dossierOf } from './dossier.ts'
import { dossierStore } from './dossier-store.ts'
import { findMentions } from './find-mentions.ts'
import { mergedFields } from './merge-fields.ts'
import { splittingStore } from './splitting-store.ts'

/** How many actors are offered as perhaps the same. */
const offeredAlike = 5

function notAnActor(): never {
  throw new GroundworkError('item.gone', 'This actor no longer exists. Undo brings back one that was deleted or merged.')
}

const namesOf = ({ name, aliases }: WholeActor): string[] => [name, ...(JSON.parse(aliases) as string[])]
const compared = (actor: WholeActor): ComparedActor => ({ names: namesOf(actor), kind: actor.actorKind })

/** The feature's calls. */
export function createActors(context: CoreContext, passages: Passages, items: Api['items']): Api['actors'] {
  const store = actorsStore(context.db)
  const merging = mergingStore(context.db)
  const splitting = splittingStore(context.db)
  const dossiers = dossierStore(context.db)
  const requireActor = (actor: Id) => store.one(actor) ?? notAnActor()

  function ties(actor: Id): ActorTies {
    const whole = compared(requireActor(actor))
    const memberOf = store.memberOf(actor)
    const members = store.members(actor)
    // Who belongs to somebody is not the same as it: "European Commission" of the "European Union".
    const tied = new Set([actor, ...memberOf.map(({ item }) => item), ...members.map(({ item }) => item)])
    const alike = store.all().filter((other) => !tied.has(other.item) && perhapsTheSame(whole, compared(other)))
    return { memberOf, members, alike: alike.slice(0, offeredAlike).map(({ item, name }) => ({ item, name })) }
  }

  /** The actor meant; one by name is made when nobody has that name. To be called inside a command. */
  function actorMeant(meant: { item: Id } | { name: string }, kind: WholeActor['actorKind'] = null): Id {
    if ('item' in meant) return requireActor(meant.item).item
    const known = actorNamed(store.all().map((actor) => ({ item: actor.item, names: namesOf(actor) })), meant.name)
    const actorKind = actorKinds.find((one) => one === kind) ?? null
    return known?.item ?? items.create({ kind: 'actor', statement: meant.name, changes: { actor: { actorKind } } }).id
  }

  function join(actor: Id, meant: { item: Id } | { name: string }, clearAffiliation: boolean): void {
    const group = actorMeant(meant)
    if (group === actor) throw new GroundworkError('item.invalid', 'An actor is no member of itself. Nothing was changed.')
    store.join(context.newId(), actor, group)
    if (clearAffiliation) items.update({ item: actor, changes: { actor: { affiliation: null } } })
  }

  const split: Api['actors']['split'] = ({ actor, into: meant, aliases, tags, statements }) => {
    const from = requireActor(actor)
    const into = context.command('Split actor', () => {
      const moved = namesOf(from).slice(1).filter((alias) => aliases.includes(alias))
      items.update({ item: actor, changes: { actor: { aliases: namesOf(from).slice(1).filter((alias) => !moved.includes(alias)) } } })
      const target = actorMeant(meant, from.actorKind)
      if (target === actor) {
        throw new GroundworkError('item.invalid', 'Choose another actor, or another name, for what is moved out. Nothing was changed.')
      }
      const known = namesOf(requireActor(target))
      items.update({ item: target, changes: { actor: { aliases: [...new Set([...known.slice(1), ...moved])].filter((alias) => alias !== known[0]).slice(0, 200) } } })
      for (const what of tags) splitting.moveTag({ actor, into: target, what })
      for (const what of statements) splitting.moveStatement({ actor, into: target, what })
      return target
    })
    return items.get({ item: into })
  }

  return {
    findMentions: async ({ actor, source, folding, job }) => {
      requireActor(actor)
      return context.jobs.run(job, (running) => findMentions(store, { actor, source, folding }, running))
    },
    tagMentions: ({ actor, mentions }) => {
      requireActor(actor)
      return context.command('Tag mentions', () => {
        let tagged = 0
        for (const { source, version, spans } of mentions) {
          for (const passage of passages.ensureEach(source, version, spans)) {
            if (store.tag(passage, actor, context.newId(), context.now())) tagged += 1
          }
        }
        return { tagged }
      })
    },
    merge: ({ into, actors }) => {
      const kept = requireActor(into)
      const others = [...new Set(actors)].filter((actor) => actor !== into).map(requireActor)
      context.command('Merge actors', () => {
        for (const { item } of others) merging.move(item, into)
        for (const { item } of others) merging.remove(item)
        if (others.length > 0) items.update({ item: into, changes: mergedFields(kept, others) })
      })
      return items.get({ item: into })
    },
    ties: ({ actor }) => ties(actor),
    join: ({ actor, group, clearAffiliation }) => {
      requireActor(actor)
      context.command('Add membership', () => join(actor, group, clearAffiliation ?? false))
      return ties(actor)
    },
    leave: ({ actor, group }) => {
      context.command('Remove membership', () => store.leave(actor, group))
      return ties(actor)
    },
    parts: ({ actor }) => {
      const whole = requireActor(actor)
      return { name: whole.name, aliases: namesOf(whole).slice(1), mentions: splitting.mentions(actor), statements: splitting.statements(actor) }
    },
    split,
    dossier: ({ actor }) => dossierOf(store, dossiers, requireActor(actor)),
  }
}
