// Which claims the board shows, in which order and under which headings.
import type { BoardFilter, BoardGroup, BoardGrouping } from '../../shared/board.ts'
import { foldText } from '../../shared/fold-text.ts'
import { claimStatuses } from '../../shared/items.ts'
import { groupBy } from '../group-by.ts'
import type { BoardStore, ClaimLine } from './board-store.ts'
import { groupRows, type Heading } from './group-rows.ts'
import type { KnownClaims } from './known-claims.ts'

const without: Record<BoardGrouping, string> = { speaker: 'No speaker', status: 'No status', source: 'No source', code: 'No code' }

/** The first characters of a statement on one line, whole ones. */
export function startOf({ statement }: Pick<ClaimLine, 'statement'>): string {
  const line = statement.slice(0, 40).replaceAll(/\s+/g, ' ')
  return statement.length > 32 ? `${line.slice(0, 32).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

/** Whether some words stand in any of these, whatever their case and accents. */
export function withWords(text: string | undefined): (...parts: (string | null)[]) => boolean {
  const wanted = foldText(text?.trim() ?? '')
  return (...parts) => wanted === '' || foldText(parts.filter((part) => part !== null).join(' ')).includes(wanted)
}

/** The claims that fit every part of a filter. */
export function fitting(known: KnownClaims, store: Pick<BoardStore, 'inSource' | 'withCode'>, filter: BoardFilter): ClaimLine[] {
  const { status, speaker, credibility, source, code } = filter
  const wanted = foldText(filter.text?.trim() ?? '')
  const words = wanted === '' ? null : known.words()
  const of = source === undefined ? null : store.inSource(source)
  const under = code === undefined ? null : store.withCode(code)
  return known.claims().filter(
    (claim, at) =>
      (words === null || words[at]?.includes(wanted)) &&
      (status === undefined || claim.status === status) &&
      (speaker === undefined || claim.speakerId === speaker) &&
      (credibility === undefined || claim.credibility === credibility) &&
      (of === null || of.has(claim.id)) &&
      (under === null || under.has(claim.id)),
  )
}

/** Puts sorted claims under headings; `memberships` answers where claims stand by source or by code. */
export function inGroups(claims: readonly ClaimLine[], group: BoardGrouping | null, memberships: KnownClaims['memberships']): { rows: readonly ClaimLine[]; groups: BoardGroup[] } {
  if (group === null) return { rows: claims, groups: [] }
  return groupRows(claims, headingsBy(group, memberships), without[group], group === 'status' ? claimStatuses : null)
}

function headingsBy(group: BoardGrouping, memberships: KnownClaims['memberships']): (claim: ClaimLine) => readonly Heading[] {
  if (group === 'status') return ({ status }) => [{ key: status, title: status }]
  if (group === 'speaker') return ({ speaker, speakerId }) => (speakerId === null ? [] : [{ key: speakerId, title: speaker ?? '' }])
  const members = groupBy(memberships(group), ({ claim }) => claim)
  return ({ id }) => (members.get(id) ?? []).map(({ key, title }) => ({ key, title: title || 'Untitled' }))
}
