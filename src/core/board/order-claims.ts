// Which claims the board shows, in which order and under which headings.
import type { BoardFilter, BoardGrouping, BoardOrder } from '../../shared/board.ts'
import { foldText } from '../../shared/fold-text.ts'
import { claimStatuses } from '../../shared/items.ts'
import { groupBy } from '../group-by.ts'
import type { ClaimLine, Membership } from './board-store.ts'
import { groupRows, type Heading } from './group-rows.ts'

const without: Record<BoardGrouping, string> = { speaker: 'No speaker', status: 'No status', source: 'No source', code: 'No code' }

/** The first characters of a statement, whole ones. */
const startOf = (statement: string): string => (statement.length > 32 ? `${statement.slice(0, 32).replace(/[\uD800-\uDBFF]$/, '')}…` : statement)

/** Whether some words stand in any of these, whatever their case and accents. */
export function withWords(text: string | undefined): (...parts: (string | null)[]) => boolean {
  const wanted = foldText(text?.trim() ?? '')
  return (...parts) => wanted === '' || foldText(parts.filter((part) => part !== null).join(' ')).includes(wanted)
}

/** Those of the claims that have the words of a filter. */
export function withText(claims: readonly ClaimLine[], { text }: BoardFilter): ClaimLine[] {
  const fits = withWords(text)
  return claims.filter(({ statement, speaker }) => fits(statement, speaker))
}

/** Puts sorted claims under headings; `memberships` answers where claims stand by source or by code. */
export function orderOf(claims: readonly ClaimLine[], group: BoardGrouping | null, memberships: (of: 'source' | 'code') => Membership[]): BoardOrder {
  const { rows, groups } = group === null ? { rows: claims, groups: [] } : groupRows(claims, headingsBy(group, memberships), without[group], group === 'status' ? claimStatuses : null)
  return { claims: rows.map(({ id }) => id), starts: rows.map(({ statement }) => startOf(statement)), groups, total: claims.length }
}

function headingsBy(group: BoardGrouping, memberships: (of: 'source' | 'code') => Membership[]): (claim: ClaimLine) => readonly Heading[] {
  if (group === 'status') return ({ status }) => [{ key: status, title: status }]
  if (group === 'speaker') return ({ speaker, speakerId }) => (speakerId === null ? [] : [{ key: speakerId, title: speaker ?? '' }])
  const members = groupBy(memberships(group), ({ claim }) => claim)
  return ({ id }) => (members.get(id) ?? []).map(({ key, title }) => ({ key, title: title || 'Untitled' }))
}
