// The trash: deleted sources wait in it whole, until it is emptied; nothing else deletes a source's bytes (decision 0021).
import type { Api } from '../../shared/api.ts'
import { GroundworkError } from '../../shared/errors.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Losses } from '../../shared/trash.ts'
import { changedFeatures } from '../changed-features.ts'
import type { CoreContext } from '../context.ts'
import { trashStore } from './trash-store.ts'

/** What the feature gives to others. */
export interface Trash {
  api: Api['trash']
  /** Puts sources into the trash, in one command. */
  put(sources: readonly Id[], job?: Id): void
  /** Brings sources back, in one command. */
  restore(sources: readonly Id[], job?: Id): void
}

const everything = ['source', 'source_text', 'passage', 'segment', 'tag', 'suggestion_decision', 'collection_source']

/** The feature's calls. */
export function createTrash(context: CoreContext): Trash {
  const store = trashStore(context.db)
  const losses = (): Losses => ({ ...store.counts(), memos: store.losing() })
  const empty = context.db.transaction((expected: number, job: Id | undefined): Losses => {
    const lost = losses()
    if (lost.sources !== expected) {
      throw new GroundworkError('call.refused', 'The trash holds other sources by now. Nothing was deleted; look at it and try again.')
    }
    context.jobs.throughout(job, 'Emptying the trash', store.emptying(), (step) => step())
    return lost
  })
  const put = (sources: readonly Id[], job?: Id): void =>
    context.command(sources.length === 1 ? 'Delete source' : `Delete ${sources.length} sources`, () => {
      const at = context.now()
      context.jobs.throughout(job, 'Moving to the trash', sources, (source) => store.put(source, at))
    })
  const restore = (sources: readonly Id[], job?: Id): void =>
    context.command(sources.length === 1 ? 'Restore source' : `Restore ${sources.length} sources`, () => {
      context.jobs.throughout(job, 'Restoring sources', sources, (source) => store.restore(source))
    })
  return {
    put,
    restore,
    api: {
      put: ({ sources, job }) => {
        put(sources, job)
        return null
      },
      restore: ({ sources, job }) => {
        restore(sources, job)
        return null
      },
      losses: () => losses(),
      empty: ({ sources, job }) => {
        store.erase(true)
        try {
          const lost = empty.immediate(sources, job)
          context.emit({ name: 'changed', data: { features: changedFeatures(everything) } })
          return lost
        } finally {
          store.erase(false)
        }
      },
    },
  }
}
