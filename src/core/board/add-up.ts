// What bears on a claim, added up. Pure.
import type { Id } from '../../shared/identifiers.ts'
import type { Bearing } from './board-store.ts'
import type { Evidence } from './known-claims.ts'

/** Adds up what bears on one claim; `groups` are the near-identical sources, which count once. */
export function addUp(bearings: readonly Bearing[], groups: ReadonlyMap<Id, Id>): Evidence {
  const count = (some: readonly Bearing[]) => some.reduce((sum, { passages }) => sum + passages, 0)
  const speaking = bearings.filter(({ role }) => role === 'states' || role === 'supports')
  const grades = speaking.map(({ reliability }) => reliability).filter((grade) => grade !== null)
  return {
    evidenceFor: count(speaking),
    evidenceAgainst: count(bearings.filter(({ role }) => role === 'contradicts')),
    independent: new Set(speaking.map(({ source }) => groups.get(source) ?? source)).size,
    grade: grades.toSorted()[0] ?? null,
  }
}
