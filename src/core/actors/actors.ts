// Actors: all mentions of one found and tagged at once, and several that are one made one.
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CoreContext } from '../context.ts'
import type { Passages } from '../passages/passages.ts'
import { actorsStore, mergingStore } from './actors-store.ts'
import { findMentions } from './find-mentions.ts'
import { mergedFields } from './merge-fields.ts'

function notAnActor(): never {
  throw new GroundworkError('item.gone', 'This actor no longer exists. Undo brings back one that was deleted or merged.')
}

/** The feature's calls. */
export function createActors(context: CoreContext, passages: Passages, items: Api['items']): Api['actors'] {
  const store = actorsStore(context.db)
  const merging = mergingStore(context.db)
  const requireActor = (actor: Id) => store.one(actor) ?? notAnActor()

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
  }
}
