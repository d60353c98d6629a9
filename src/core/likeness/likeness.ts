// Which sources are near-identical, so that copies of one text count once. Follows from the texts; nothing to undo.
import type { Api } from '../../shared/api.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { Block } from '../../shared/sources.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import { groupPairs } from './group-pairs.ts'
import { likenessStore } from './likeness-store.ts'
import { paragraphKeys } from './paragraph-keys.ts'

/** Two sources are like each other when this share of the words of one stands in paragraphs of the other. */
const leastShare = 0.5

/** So many texts are read at one time; what is more follows when other work has had its turn. */
const atOnce = 12

/** What the feature gives to others. */
export interface Likeness {
  api: Api['likeness']
  /** The group of each source that has near-identical ones; a source without a group stands by itself. */
  groupOf(): Map<Id, Id>
  /** Reads texts that are new, corrected or back by undo; to be called after writes of sources. */
  catchUp(): void
}

/** The feature's calls. */
export function createLikeness(context: CoreContext): Likeness {
  const store = likenessStore(context.db)
  let scheduled = false
  const read = context.db.transaction(() => {
    for (const { source, version, text, blocks } of store.missing(atOnce)) {
      store.keep(source, version, paragraphKeys(text, JSON.parse(blocks) as Block[]))
      for (const { other, share } of store.shares(source, leastShare)) store.insertPair(source, other, share)
    }
  })
  function catchUp(): void {
    if (store.missing(1).length === 0) return
    read.immediate()
    if (scheduled || store.missing(1).length === 0) return
    scheduled = true
    setImmediate(() => {
      scheduled = false
      if (context.db.open) catchUp()
    })
  }
  const groupOf = (): Map<Id, Id> => groupPairs(store.pairs())
  return {
    groupOf,
    catchUp,
    api: {
      of: ({ source }) => store.of(source),
      groups: () => [...groupBy([...groupOf()], ([, group]) => group).values()].map((group) => group.map(([source]) => source)),
    },
  }
}
