// The claims board: one call answers all rows in order, with what each claim rests on.
import type { Api } from '../../shared/api.ts'
import type { BearingSource, BoardRow } from '../../shared/board.ts'
import type { Id } from '../../shared/identifiers.ts'
import type { CoreContext } from '../context.ts'
import { groupBy } from '../group-by.ts'
import type { Likeness } from '../likeness/likeness.ts'
import { boardStore, type Bearing } from './board-store.ts'
import { sortRows } from './sort-rows.ts'

type Evidence = Pick<BoardRow, 'evidenceFor' | 'evidenceAgainst' | 'independent' | 'grade'>

/** Adds up what bears on one claim; `groups` are the near-identical sources, which count once. */
function addUp(bearings: readonly Bearing[], groups: Map<Id, Id>): Evidence {
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

/** Each source once a side, in the order of their first passages. */
function sourcesOf(bearings: readonly Bearing[], groups: Map<Id, Id>): BearingSource[] {
  const seen = new Set<string>()
  const listed = new Set<string>()
  return bearings.flatMap(({ source, title, reliability, role }) => {
    const side = role === 'contradicts' ? 'against' : 'for'
    if (role === 'mentions' || listed.has(`${side} ${source}`)) return []
    listed.add(`${side} ${source}`)
    const story = `${side} ${groups.get(source) ?? source}`
    const alike = seen.has(story)
    seen.add(story)
    return [{ source, title, reliability, side, alike }]
  })
}

/** The feature's calls. */
export function createBoard(context: CoreContext, likeness: Likeness): Api['board'] {
  const store = boardStore(context.db)
  return {
    claims: ({ filter, sort }) => {
      const bearings = groupBy(store.bearings(null), ({ claim }) => claim)
      const groups = likeness.groupOf()
      const rows = store.claims(filter).map((claim) => ({ ...claim, ...addUp(bearings.get(claim.id) ?? [], groups) }))
      return sortRows(rows, sort.by, sort.descending)
    },
    standing: ({ claim }) => {
      const bearings = store.bearings(claim)
      const groups = likeness.groupOf()
      return { ...addUp(bearings, groups), sources: sourcesOf(bearings, groups) }
    },
    setStatus: ({ claims, status }) => {
      context.command(claims.length === 1 ? 'Change status' : `Change status of ${claims.length} claims`, () => {
        for (const claim of claims) store.setStatus(claim, status)
      })
      return null
    },
  }
}
