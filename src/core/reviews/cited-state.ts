// The state of something cited, as it is kept with a citation, and how two of them differ.
import type { Id } from '../../shared/identifiers.ts'
import type { ClaimFields } from '../../shared/items.ts'
import type { CitedChange } from '../../shared/reviews.ts'
import type { Reliability } from '../../shared/sources.ts'

/** A claim that a passage states or supports. `against`: ids of passages and claims that contradict it, in order. */
export interface CitedClaim {
  item: Id
  statement: string
  status: ClaimFields['status']
  credibility: number | null
  against: Id[]
}

/** `source` is null where it was gone already when it was cited. `quote` is bounded as a citation's is. */
export interface CitedState {
  standing: 'placed' | 'review' | 'passage deleted' | 'source deleted'
  source: Id | null
  sourceTitle: string
  version: number
  quote: string
  reliability: Reliability | null
  retractedOn: string | null
  claims: CitedClaim[]
}

/** What is known of a passage that is gone. */
export const goneState = (before: CitedState | null, sourceExists: boolean): CitedState => ({
  standing: before?.source == null || sourceExists ? 'passage deleted' : 'source deleted',
  source: before?.source ?? null,
  sourceTitle: before?.sourceTitle ?? '',
  version: before?.version ?? 1,
  quote: '',
  reliability: null,
  retractedOn: null,
  claims: [],
})

const isGone = ({ standing }: CitedState): boolean => standing === 'passage deleted' || standing === 'source deleted'

const change = (kind: CitedChange['kind'], before: string | null, after: string | null, about: string | null = null): CitedChange => ({
  kind,
  before,
  after,
  about,
})

/** A claim tagged after the citation was made counts from when nobody doubted it. */
const fresh = (claim: CitedClaim): CitedClaim => ({ ...claim, status: 'open', against: [] })

const graveStatus = (status: string): boolean => status === 'contested' || status === 'refuted'

function claimChanges(before: readonly CitedClaim[], now: readonly CitedClaim[]): CitedChange[] {
  const known = new Map(before.map((claim) => [claim.item, claim]))
  return now.flatMap((claim) => {
    const old = known.get(claim.item) ?? fresh(claim)
    const changes: CitedChange[] = []
    if (old.credibility !== claim.credibility) {
      changes.push(change('credibility', old.credibility?.toString() ?? null, claim.credibility?.toString() ?? null, claim.statement))
    }
    const isNews = known.has(claim.item) || graveStatus(claim.status)
    if (old.status !== claim.status && isNews) changes.push(change('status', old.status, claim.status, claim.statement))
    const against = new Set(old.against)
    const added = claim.against.filter((id) => !against.has(id)).length
    if (added > 0) changes.push(change('contradicted', String(old.against.length), String(claim.against.length), claim.statement))
    return changes
  })
}

/**
 * What became of something cited, the gravest first. `quoted` is what the memo quotes of it: a memo that already quotes
 * the new words has nothing to review in them.
 */
export function changesBetween(before: CitedState, now: CitedState, quoted: string): CitedChange[] {
  if (isGone(now)) return isGone(before) ? [] : [change(now.standing as 'passage deleted' | 'source deleted', quoted, null)]
  const changes: CitedChange[] = []
  if (before.retractedOn === null && now.retractedOn !== null) changes.push(change('retracted', null, now.retractedOn))
  if (before.retractedOn !== null && now.retractedOn === null && !isGone(before)) changes.push(change('reinstated', before.retractedOn, null))
  if (now.standing === 'review') {
    if (before.standing !== 'review') changes.push(change('unplaced', quoted, null))
  } else if (now.quote !== before.quote && now.quote !== quoted) {
    changes.push(change(now.version === before.version ? 'words' : 'corrected', quoted, now.quote))
  }
  if (isGone(before)) return changes
  if (before.reliability !== now.reliability) changes.push(change('reliability', before.reliability, now.reliability))
  return [...changes, ...claimChanges(before.claims, now.claims)]
}
