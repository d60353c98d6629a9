// What the board knows of all claims, read once for as long as nothing is written: filtering, sorting and grouping work on it.
import type { BoardRow } from '../../shared/board.ts'
import { foldText } from '../../shared/fold-text.ts'
import type { Id } from '../../shared/identifiers.ts'
import { groupBy } from '../group-by.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { addUp } from './add-up.ts'
import type { BoardStore, ClaimLine, Membership } from './board-store.ts'

export type Evidence = Pick<BoardRow, 'evidenceFor' | 'evidenceAgainst' | 'independent' | 'grade'>

/** All claims as of now; each part is read when it is first asked for. */
export interface KnownClaims {
  /** In the order in which they were made. */
  claims(): readonly ClaimLine[]
  /** Statement and speaker of each of `claims`, without case and accents. */
  words(): readonly string[]
  evidence(): ReadonlyMap<Id, Evidence>
  /** The group of each source that has near-identical ones. */
  groups(): Map<Id, Id>
  memberships(of: 'source' | 'code'): Membership[]
}

function once<T>(read: () => T): () => T {
  let known: { value: T } | null = null
  return () => (known ??= { value: read() }).value
}

function readClaims(store: BoardStore, likeness: Likeness): KnownClaims {
  const claims = once(() => store.claims())
  const groups = once(() => likeness.groupOf())
  const members = { source: once(() => store.memberships('source')), code: once(() => store.memberships('code')) }
  return {
    claims,
    groups,
    words: once(() => claims().map(({ statement, speaker }) => foldText(speaker === null ? statement : `${statement} ${speaker}`))),
    evidence: once(() => new Map([...groupBy(store.allBearings(), ({ claim }) => claim)].map(([claim, bearings]) => [claim, addUp(bearings, groups())]))),
    memberships: (of) => members[of](),
  }
}

/** Answers what is known now. A write by anybody makes it be read anew. */
export function claimsAsOfNow(store: BoardStore, likeness: Likeness): () => KnownClaims {
  let version = ''
  let known: KnownClaims | null = null
  return () => {
    const now = store.version()
    if (known === null || now !== version) known = readClaims(store, likeness)
    version = now
    return known
  }
}
